import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inEachLanguage, type Language } from '../content/language.ts';

/** What a caller must pass for one argument of a message. `text` takes strings and numbers. */
export type ArgumentKind = 'text' | 'number' | 'date' | 'choice';

/** Key -> ICU text, for each language. */
export type Catalogue = Record<Language, Record<string, string>>;

/** Where the locale files are, from the project's root. */
export const localesFolder = 'src/i18n/locales';

/**
 * Reads one locale file's text: flat keys `area.thing`, ICU texts.
 * Throws an Error naming `file` for broken JSON, a value that is no string, a key given twice.
 */
export function parseMessages(source: string, file: string): Record<string, string> {
  let messages: Record<string, unknown>;
  try {
    messages = JSON.parse(source) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  const seen = new Set<string>();
  // JSON.parse lets the last of two equal keys win in silence, so the keys are read from the text.
  for (const [, key = ''] of source.matchAll(/^\s*"([^"]+)"\s*:/gm)) {
    if (seen.has(key)) throw new Error(`${file}: ${key}: given twice`);
    seen.add(key);
  }
  for (const [key, text] of Object.entries(messages)) {
    if (typeof text !== 'string') throw new Error(`${file}: ${key}: expected a string`);
  }
  return messages as Record<string, string>;
}

/** Reads all locale files below the project's root. Throws as parseMessages does. */
export function readCatalogue(root: string): Catalogue {
  const read = (language: Language) => {
    const file = `${localesFolder}/${language}.json`;
    return parseMessages(readFileSync(join(root, file), 'utf8'), file);
  };
  return inEachLanguage(read);
}

/**
 * The arguments of an ICU message and their kinds, sorted by name.
 * Throws an Error for bad ICU syntax, for tags (our texts hold no markup) and for an argument used
 * in two ways that no single value can satisfy.
 */
export function argumentsOf(message: string): Map<string, ArgumentKind> {
  const found = new Map<string, ArgumentKind>();
  const note = (name: string, kind: ArgumentKind) => {
    const before = found.get(name) ?? 'text';
    if (before !== 'text' && kind !== 'text' && before !== kind) {
      throw new Error(`{${name}} is used both as ${before} and as ${kind}`);
    }
    found.set(name, kind === 'text' ? before : kind);
  };
  const visit = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.tag) throw new Error(`a tag <${element.value}> in a message`);
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      note(element.value, kindOf(element.type));
      if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
      for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(parse(message));
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function kindOf(type: TYPE): ArgumentKind {
  if (type === TYPE.number || type === TYPE.plural) return 'number';
  if (type === TYPE.date || type === TYPE.time) return 'date';
  return type === TYPE.select ? 'choice' : 'text';
}
