/** A key for readers with a keyboard: it unfolds the other language of what they read, and folds it. */
import { lineOfAttention, passedAt, textBlocks } from './text-place.ts';

/** Both: of “bilingual”, and of « bilingue ». As they are written, wherever a keyboard has them. */
const counterpartKeys = ['b', 'B'];

/** Where letters are written, or lead to one of several choices. */
const takesLetters =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/**
 * Listens for the key until the returned function is called. A single letter: readers must be able to
 * turn it off, for who speaks to the machine presses letters without meaning to (WCAG 2.1.4).
 */
export function followCounterpartKey(): () => void {
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  const { key, target } = event;
  if (!counterpartKeys.includes(key)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (target instanceof Element && target.closest(`${takesLetters}, dialog`)) return;
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
