import type { PlainMessageKey } from '../i18n/messages.ts';

/** Single keys that do something, as the reader’s keyboard writes them, in the order they are shown in. */
export const shortcuts = {
  j: 'keys.next',
  k: 'keys.previous',
  s: 'keys.save',
  l: 'keys.language',
  b: 'keys.both',
  t: 'keys.contents',
  '/': 'keys.find',
  '?': 'keys.help',
} as const satisfies Record<string, PlainMessageKey>;

export type Shortcut = keyof typeof shortcuts;
