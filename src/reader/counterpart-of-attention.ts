/** Unfolds the other language of what is read, and folds it again, as its mark does. */
import { lineOfAttention, passedAt, textBlocks } from './text-place.ts';

export function toggleCounterpart(): void {
  markOfAttention()?.click();
}

/**
 * The mark of the block that is being read; where that has no words, of the one before it. Where the
 * text begins below the eye, the first that is on the screen. None to who has read on, to the comments.
 */
function markOfAttention(): HTMLElement | undefined {
  const marksOf = (blocks: Element[]) => blocks.filter(isOnScreen).flatMap(markOf);
  return (
    marksOf(passedAt(lineOfAttention(), textBlocks)).at(-1) ??
    marksOf(passedAt(innerHeight, textBlocks)).at(0)
  );
}

/** With what is unfolded under it. */
function isOnScreen(block: Element): boolean {
  return (block.nextElementSibling ?? block).getBoundingClientRect().bottom > 0;
}

function markOf(block: Element): HTMLElement[] {
  const mark = block.nextElementSibling?.querySelector<HTMLElement>(':scope > button');
  return mark ? [mark] : [];
}
