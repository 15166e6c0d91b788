import { addMessages, dictionary, getMessageFormatter } from 'svelte-i18n';
import messageParts from 'virtual:messages';
import type { Language } from '../content/language.ts';
import { currentLanguage } from './current-language.svelte.ts';
import type { Messages } from './message-types.d.ts';

/** Every key of the locale files. */
export type MessageKey = keyof Messages;

/** The keys whose message takes no arguments: what can be handed about and shown later. */
export type PlainMessageKey = {
  [Key in MessageKey]: Messages[Key] extends undefined ? Key : never;
}[MessageKey];

type KeyWithValues = Exclude<MessageKey, PlainMessageKey>;
/** `later`: of what no page begins with; which areas these are, publish/message-parts.ts says. */
type Part = 'start' | 'later';

const parts = new Set<Part>(['start']);
const loads = new Map<string, Promise<void>>();
let wanted: Language | undefined;

/** Of each language, by key. */
let messages: Record<string, Record<string, string>> = {};
// Read here rather than through svelte-i18n’s own `format` and `locale`, which bring twice as much code
// for what the address already says.
dictionary.subscribe((all) => (messages = all as typeof messages));

/**
 * The message of `key` in the current language, with `values` put in. In a template or a $derived
 * it follows a change of language. Call startI18n and wait for it first.
 */
export function t(key: PlainMessageKey): string;
export function t<Key extends KeyWithValues>(key: Key, values: Messages[Key]): string;
export function t(key: MessageKey, values?: Record<string, string | number | Date>): string {
  const text = messages[language()]?.[key];
  return text === undefined
    ? key
    : (getMessageFormatter(text, language()).format(values) as string);
}

/** The interface's language; reactive. Throws before startI18n is done. */
export function language(): Language {
  if (currentLanguage.value === undefined) throw new Error('startI18n has not run');
  return currentLanguage.value;
}

/**
 * Loads the messages of the page's language and makes it the current one. To be awaited before
 * mounting or hydrating, with the language of the address, never the navigator's.
 * Rejects when the messages cannot be loaded.
 */
export function startI18n(first: Language): Promise<void> {
  return switchLanguage(first);
}

/**
 * Changes the interface's language once its messages are there. Of two calls in a row the later
 * one wins, whichever loads first; the current language gives up another one. Rejects when the messages cannot be loaded; the current
 * language then stays, and a later call tries again.
 * @param beforeChange called once the messages are there, while the page is still as it was
 */
export async function switchLanguage(next: Language, beforeChange?: () => void): Promise<void> {
  wanted = next;
  if (next === currentLanguage.value) return;
  await loadMessages(next);
  if (wanted !== next) return;
  beforeChange?.();
  currentLanguage.value = next;
}

/** Loads a language's messages ahead of a switch; never fails aloud. */
export function prefetchMessages(next: Language): void {
  loadMessages(next).catch(() => {
    // Only an attempt: switchLanguage will try again and tell.
  });
}

/**
 * Brings, beside a part of the program that no page begins with, the messages it needs: in the
 * current language, and from then on in each that is switched to. Rejects when either cannot be had.
 */
export async function withLaterMessages<Part>(part: Promise<Part>): Promise<Part> {
  parts.add('later');
  const [brought] = await Promise.all([part, loadMessages(wanted ?? language())]);
  return brought;
}

async function loadMessages(next: Language): Promise<void> {
  await Promise.all([...parts].map((part) => loadPart(next, part)));
}

/**
 * Not svelte-i18n's own `register`: it forgets a loader before calling it, so that after one
 * failed load the language counts as loaded, and the page shows keys.
 */
function loadPart(next: Language, part: Part): Promise<void> {
  const key = `${next} ${part}`;
  const running = loads.get(key);
  if (running !== undefined) return running;
  const load = messageParts[next][part]()
    .then((file) => addMessages(next, file.default))
    .catch((error: unknown) => {
      loads.delete(key);
      throw error;
    });
  loads.set(key, load);
  return load;
}
