import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../../../src/content/language.ts';
import {
  checkCatalogue,
  parseMessages,
  readCatalogue,
} from '../../../src/publish/message-catalogue.ts';

const catalogue = readCatalogue(process.cwd());

/** What each argument is shown as below, so that rules see that something stands there. */
const stand = 'X';

/** The words of a message: every way through its plurals and choices, arguments as X. */
function wordings(elements: MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (before, element) => {
      const here = wordingsOf(element);
      return before.flatMap((start) => here.map((end) => start + end));
    },
    [''],
  );
}

function wordingsOf(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return [stand];
  return Object.values(element.options).flatMap((option) => wordings(option.value));
}

/** Rules of typography: what must not be found, and why. */
const rules: Record<Language, [RegExp, string][]> = {
  fr: [
    [/['"]/, 'straight quote: ’ or « »'],
    [/[“”]/, 'English quotes: « »'],
    [/[^\u202f!?][;!?]/, 'U+202F before ; ! ?'],
    [/[^\u00a0]:/, 'U+00A0 before :'],
    [/«[^\u202f]|[^\u202f]»/, 'U+202F inside « »'],
    [/[^«\d]\u202f[^;!?»]/, 'U+202F where none is needed'],
    [/[\dX] (min|h|Mo|ko|%|€)(?!\p{L})/u, 'U+00A0 before a unit'],
    [/\.\.\./, '… is one character'],
    [/ {2}|^ | $/, 'a space too many'],
  ],
  en: [
    [/['"]/, 'straight quote: ’ or “ ”'],
    [/[«»]/, 'French quotes: “ ”'],
    [/[\s\u00a0\u202f][;:!?]/, 'no space before ; : ! ?'],
    [/[\dX] (min|h|MB|kB)\b/, 'U+00A0 before a unit'],
    [/\.\.\./, '… is one character'],
    [/ - /, 'a dash, not a hyphen'],
    [/ {2}|^ | $/, 'a space too many'],
  ],
};

/** Keys whose words are in the language they name, in both files. */
const inOtherLanguage = /^language\.(name|readIn)\./;

/** What the rules have against a message, as `words: reason`. */
function faults(message: string, language: Language): string[] {
  return wordings(parse(message)).flatMap((words) =>
    rules[language]
      .filter(([pattern]) => pattern.test(words))
      .map(([, reason]) => `${words}: ${reason}`),
  );
}

test('both languages have the same keys with the same arguments, in valid ICU', () => {
  expect(checkCatalogue(catalogue)).toEqual([]);
});

test('keys are area.thing', () => {
  const odd = Object.keys(catalogue.fr).filter((key) => !/^[a-z]\w*(\.[a-z]\w*)+$/i.test(key));
  expect(odd).toEqual([]);
});

test('both files list their keys in the same order', () => {
  expect(Object.keys(catalogue.en)).toEqual(Object.keys(catalogue.fr));
});

describe.each(languages)('%s', (language) => {
  test('is well set', () => {
    const found = Object.entries(catalogue[language])
      .filter(([key]) => !inOtherLanguage.test(key))
      .flatMap(([key, message]) => faults(message, language).map((fault) => `${key}: ${fault}`));
    expect(found).toEqual([]);
  });
});

test.each<[Language, string]>([
  ['fr', "L'article"],
  ['fr', 'Vraiment ?'],
  ['fr', 'Vraiment\u00a0?'],
  ['fr', 'Vraiment?'],
  ['fr', '{name}?'],
  ['fr', 'Tout voir : {name}'],
  ['fr', '« non »'],
  ['fr', '{count, plural, one {# min} other {#\u00a0min}}'],
  ['en', 'Really ?'],
  ['en', 'say "no"'],
  ['en', 'Wait...'],
])('%s: “%s” would be found', (language, message) => {
  expect(faults(message.replaceAll("'", "''"), language)).not.toEqual([]);
});

test.each<[string, string, string, RegExp]>([
  ['a key that is missing', '{"a.b": "x"}', '{}', /en\.json: a\.b: missing/],
  ['other arguments', '{"a.b": "{n}"}', '{"a.b": "{m}"}', /a\.b: the arguments differ/],
  ['another kind', '{"a.b": "{n}"}', '{"a.b": "{n, number}"}', /a\.b: the arguments differ/],
  ['bad syntax', '{"a.b": "{n"}', '{"a.b": "{n}"}', /fr\.json: a\.b: not a valid ICU message/],
  ['an empty text', '{"a.b": ""}', '{"a.b": "x"}', /fr\.json: a\.b: empty/],
  ['an apostrophe', '{"a.b": "l\'{n}"}', '{"a.b": "{n}"}', /fr\.json: a\.b: a straight apostrophe/],
  ['a tag', '{"a.b": "<b>x</b>"}', '{"a.b": "x"}', /fr\.json: a\.b: .*tag <b>/],
])('finds %s', (_, fr, en, problem) => {
  const found = checkCatalogue({
    fr: parseMessages(fr, 'fr.json'),
    en: parseMessages(en, 'en.json'),
  });
  expect(found.join('\n')).toMatch(problem);
});

test.each([
  ['{\n"a.b": "x",\n"a.b": "y"\n}', /fr\.json: a\.b: given twice/],
  ['{"a.b": 1}', /fr\.json: a\.b: expected a string/],
  ['{', /fr\.json: /],
])('refuses the file %s', (source, problem) => {
  expect(() => parseMessages(source, 'fr.json')).toThrow(problem);
});
