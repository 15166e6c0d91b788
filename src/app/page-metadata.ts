/**
 * What a prerendered page says of itself to machines (publish/metadata.ts) is true of that page
 * alone: once the reader has gone on, a shared link must not name it.
 */
export function dropPageMetadata(): void {
  for (const element of document.head.querySelectorAll('[data-page]')) element.remove();
}
