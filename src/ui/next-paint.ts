/** Resolves once the browser has drawn what there is to draw; at once on a page that nobody sees. */
export function nextPaint(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
