/**
 * The two typefaces take a second to come over a slow line, and text that changes its face moves. A
 * first page is therefore drawn in what the system has, cut to the same measures (ui/fonts.css); the
 * typefaces come at leisure and are used from the next page on, at once.
 */

/** That they are on this device; also read by the script in index.html, before the first paint. */
const storageKey = 'liseuse.typefaces';

/** As the names in tokens.css; italics come with the first italic word. */
const faces = ["400 1em 'Literata'", "400 1em 'Source Sans 3'"];

/** Rejects when they cannot be had. */
export async function bringTypefaces(): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(face)));
  try {
    localStorage.setItem(storageKey, '1');
  } catch {
    // A browser that keeps nothing: each first page is drawn without them.
  }
}

/** To be called as a page is drawn; does nothing until they have been brought. */
export function useTypefaces(): void {
  if (!faces.every((face) => document.fonts.check(face))) return;
  document.documentElement.dataset['typefaces'] = '';
}
