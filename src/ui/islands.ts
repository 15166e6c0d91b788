/**
 * A page that came drawn is taken over in pieces, one task each: a finger that touches the screen
 * meanwhile waits for one piece, not for all of them. What need not be taken over with the rest of
 * the page stands in an Island.
 */
import { tick } from 'svelte';

let isTakingOver = false;
const waiting: (() => void)[] = [];

/**
 * Resolves when the whole page is taken over, which begins once its text is on the screen.
 * @param hydratePage hydrates all but what is in islands, which follow in the order they stand in
 */
export async function hydrateInPieces(hydratePage: () => void): Promise<void> {
  await firstPaint();
  isTakingOver = true;
  try {
    hydratePage();
  } finally {
    isTakingOver = false;
  }
  await tick();
  for (const take of waiting.splice(0)) {
    await new Promise((resolve) => setTimeout(resolve));
    try {
      take();
    } catch (error) {
      // One that cannot be taken over stays as it came; the others are.
      reportError(error);
    }
  }
}

/** Scripts that are on the device already would else run before anything is to be seen. */
function firstPaint(): Promise<void> {
  const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
  // A page that nobody sees is not painted.
  if (isPainted || document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Whether an island of the page follows later; else it is as any other part of the page. */
export function isTakenLater(): boolean {
  return isTakingOver;
}

/** By the islands of a page, as they find themselves on it. */
export function takeLater(take: () => void): void {
  waiting.push(take);
}
