import { tick } from 'svelte';

/**
 * Changes the page, from the picture of the old to that of the new where the browser can, and at
 * once where it cannot or the reader wants no motion. Resolves when the new page is drawn.
 */
export async function withViewTransition(change: () => void): Promise<void> {
  const wantsNone = matchMedia('(prefers-reduced-motion: reduce)').matches;
  // Safari before 18 and Firefox before 144 have none.
  if (!('startViewTransition' in document) || wantsNone || document.hidden) {
    change();
    return;
  }
  const transition = document.startViewTransition(async () => {
    change();
    await tick();
  });
  for (const promise of [transition.ready, transition.finished]) {
    promise.catch(() => {
      // Skipped for a newer one: the page has changed all the same.
    });
  }
  await transition.updateCallbackDone;
}
