/** Single keys for readers with a keyboard: which there are, shortcuts.ts says. */
import type { Shortcut } from './shortcuts.ts';

/** Where letters are written, or lead to one of several choices. */
const takesLetters =
  'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** A key that is held down goes on from heading to heading; it does nothing else twice. */
const goOn: readonly Shortcut[] = ['j', 'k'];

/**
 * Listens for the keys until the returned function is called. Readers must be able to turn them off: who
 * speaks to the machine presses letters without meaning to (WCAG 2.1.4).
 */
export function followShortcuts(actions: Record<Shortcut, () => void>): () => void {
  const keys = Object.keys(actions) as Shortcut[];
  const onKey = (event: KeyboardEvent) => {
    const { target } = event;
    // As the keyboard writes it, in either case. A browser that fills in a form sends keys without one.
    const written = (event as { key?: string }).key?.toLowerCase();
    const key = keys.find((each) => each === written);
    if (key === undefined || (event.repeat && !goOn.includes(key))) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (target instanceof Element && target.closest(`${takesLetters}, dialog`)) return;
    // Some browsers search in the page at a slash.
    event.preventDefault();
    actions[key]();
  };
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
