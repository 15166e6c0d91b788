/**
 * A part of the program can be missing on the host when a newer version has taken the place of the
 * one that runs. Then the page is loaded once more, and is of the new version.
 */

/** Which versions were left: a page never reloads twice from the same, not even by way of another. */
const storageKey = 'liseuse.leftVersions';

export interface MissingPartsOptions {
  /** Address of the script that runs: its name changes with every version. */
  entryUrl: string;
  /** Stores what the reader is writing. A rejection keeps the page as it is. */
  beforeReload: () => Promise<void>;
  reload?: () => void;
}

/**
 * Listens for parts that could not be brought (Vite tells) until the returned function is called.
 * Whoever asked for the part hears of the failure as well, and shows its own way on.
 */
export function onMissingParts(options: MissingPartsOptions): () => void {
  const check = () => void reloadIntoNewer(options);
  addEventListener('vite:preloadError', check);
  return () => removeEventListener('vite:preloadError', check);
}

/** Only where the host has another version by now: a lost network is no reason to lose the page. */
async function reloadIntoNewer(options: MissingPartsOptions): Promise<void> {
  const { entryUrl, beforeReload, reload = () => location.reload() } = options;
  const leftVersions = () => sessionStorage.getItem(storageKey) ?? '';
  try {
    if (leftVersions().includes(entryUrl)) return;
    const response = await fetch(location.href, { cache: 'no-store' });
    const page = await response.text();
    const isNewer = page.includes('type="module"') && !page.includes(new URL(entryUrl).pathname);
    if (!isNewer) return;
    await beforeReload();
    // Several parts may have been missing at once.
    const left = leftVersions();
    if (left.includes(entryUrl)) return;
    sessionStorage.setItem(storageKey, left + entryUrl);
    reload();
  } catch {
    // No network, nothing that could be stored, or a draft that could not: the page stays.
  }
}
