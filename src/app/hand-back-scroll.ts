/**
 * Lets the browser put this page at its place when it is loaded again: one that comes drawn is to be
 * there before the app can see to it. Returns the function that ends this.
 */
export function handBackScroll(): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  // At `pagehide` Chromium has noted already how the page is to be restored.
  addEventListener('beforeunload', () => (history.scrollRestoration = 'auto'), { signal });
  // Come back to as it was left.
  addEventListener('pageshow', () => (history.scrollRestoration = 'manual'), { signal });
  return () => closing.abort();
}
