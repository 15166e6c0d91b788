import type { Page } from '@playwright/test';

/** How many records each store of the app’s database holds. */
export function countStored(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('liseuse');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const names = [...db.objectStoreNames];
          const transaction = db.transaction(names);
          const counts: Record<string, number> = {};
          for (const name of names) {
            const request = transaction.objectStore(name).count();
            request.onsuccess = () => (counts[name] = request.result);
          }
          transaction.oncomplete = () => {
            db.close();
            resolve(counts);
          };
          transaction.onerror = () => reject(transaction.error);
        };
      }),
  );
}

/**
 * Empties the HTTP cache and the worker’s caches of articles, lists and pictures. What is left is
 * the app itself and the database.
 */
export async function clearCaches(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
  await page.evaluate(async () => {
    const names = await caches.keys();
    const isContent = (name: string) => !name.includes('precache');
    await Promise.all(names.filter(isContent).map((name) => caches.delete(name)));
  });
}

/** Paths of what the worker keeps beside the app itself: pages, articles, lists, pictures. */
export function keptPaths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.includes('precache'));
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return kept.flat().map(({ url }) => new URL(url).pathname);
  });
}

/**
 * Leaves the site this many bytes in all, or, with undefined, as many as there are. To be set before
 * anything is stored: Chromium goes on by what it last measured. Needs a page of the site.
 */
export async function setSpace(page: Page, quotaSize: number | undefined): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}
