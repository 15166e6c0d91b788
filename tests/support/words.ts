import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { inEachLanguage, type Language } from '../../src/content/language.ts';
import type fr from '../../src/i18n/locales/fr.json';

export type Key = keyof typeof fr;
export type Values = Record<string, string | number>;

const locales = inEachLanguage(read);

/** What the interface says: the words of a locale file, with their numbers and names filled in. */
export function words(language: Language, key: Key, values?: Values): string {
  const message = new IntlMessageFormat(locales[language][key], language);
  return String(message.format(values));
}

function read(language: Language): Record<Key, string> {
  const file = join(import.meta.dirname, '../../src/i18n/locales', `${language}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<Key, string>;
}
