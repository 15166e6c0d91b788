/**
 * Whether anything was ever saved on this device: known without the database, so that a reader who
 * keeps nothing never waits for it. Wrong only where one of the two stores was cleared by hand;
 * then a saved article is still found, after the network has failed.
 */
const storageKey = 'liseuse.hasSaved';

export function mayHaveSaved(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null;
  } catch {
    return true;
  }
}

/** To be called whenever an article is being saved. */
export function noteSaved(): void {
  try {
    localStorage.setItem(storageKey, '1');
  } catch {
    // Where nothing can be noted, `mayHaveSaved` says so.
  }
}
