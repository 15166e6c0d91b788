/**
 * A page that came drawn is taken over in pieces, one task each: a finger that touches the screen
 * meanwhile waits for one piece, not for all of them. What need not be taken over with the rest of
 * the page stands in an Island.
 */
import { tick } from 'svelte';
import { nextPaint } from './next-paint.ts';

/** A part of the page that is taken over by itself. */
interface Piece {
  /** What it stands in. */
  target: Element;
  take: () => void;
}

let isTakingOver = false;
const waiting: Piece[] = [];

/**
 * Resolves when the whole page is taken over, which begins once its text is on the screen.
 * @param page all but what is in islands, which follow in the order they stand in
 */
export async function hydrateInPieces(page: Piece): Promise<void> {
  await firstPaint();
  isTakingOver = true;
  try {
    page.take();
  } finally {
    isTakingOver = false;
  }
  await tick();
  pressAgain(page);
  for (let piece; (piece = waiting.shift());) {
    await new Promise((resolve) => setTimeout(resolve));
    try {
      piece.take();
    } catch (error) {
      // One that cannot be taken over stays as it came; the others are.
      reportError(error);
    }
    await tick();
    pressAgain(piece);
  }
}

/**
 * Presses the button that the reader has pressed before it could answer: see index.html. In pieces that
 * were taken before, a button has answered by itself; one in a piece to come is pressed with that piece.
 */
function pressAgain({ target: taken }: Piece): void {
  const { early = null } = document.documentElement as { early?: HTMLElement | null };
  const isWaiting = waiting.some(({ target }) => target.contains(early));
  if (taken.contains(early) && !isWaiting) early?.click();
}

/** Scripts that are on the device already would else run before anything is to be seen. */
function firstPaint(): Promise<void> {
  const isPainted = performance.getEntriesByName('first-contentful-paint').length > 0;
  return isPainted ? Promise.resolve() : nextPaint();
}

/** Whether an island of the page follows later; else it is as any other part of the page. */
export function isTakenLater(): boolean {
  return isTakingOver;
}

/** By the islands of a page, as they find themselves on it. */
export function takeLater(piece: Piece): void {
  waiting.push(piece);
}
