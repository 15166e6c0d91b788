import fc from 'fast-check';
import { IntlMessageFormat as RealMessageFormat } from 'intl-messageformat';
import { addMessages, format } from 'svelte-i18n';
import { get } from 'svelte/store';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../../../src/content/language.ts';
import { IntlMessageFormat as OurMessageFormat } from '../../../src/i18n/message-format.ts';
import { compileMessage } from '../../../src/publish/compile-message.ts';
import {
  argumentsOf,
  readCatalogue,
  type ArgumentKind,
} from '../../../src/publish/message-catalogue.ts';

type Case = [text: string, ...values: Record<string, string | number | Date>[]];

const date = new Date('2026-11-04T15:20:00Z');
const counts = [0, 1, 2, 1.5, 21, 1e6, 1234567].map((count) => ({ count }));

// Whatever the real library makes of these, our runner must make too.
const cases: Case[] = [
  ['Plain words, no arguments', {}],
  ['Bonjour {name}\u202f!', { name: 'Zoé' }, { name: 12345.6 }, { name: '{name}' }],
  ['{count, plural, one {# article} other {# articles}}', ...counts],
  ['{count, plural, one {# mot} many {# de mots} other {# mots}}', ...counts],
  ['{count, plural, =0 {none} =1 {just one} one {# thing} other {# things}} left', ...counts],
  ['{count, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', ...counts],
  ['{who, select, desk {the desk} you {you} other {someone}}', { who: 'desk' }, { who: 'x' }],
  [
    '{who, select, you {{count, plural, =0 {nothing} one {# note} other {# notes}} of yours} other {{who}: {count, plural, one {# note} other {# notes}}}}',
    ...counts.flatMap(({ count }) => [
      { count, who: 'you' },
      { count, who: 'Ada' },
    ]),
  ],
  [
    '{count, plural, one {{who, select, you {your # note} other {a note}}} other {{who, select, you {your # notes} other {# notes by {who}}}}}',
    ...counts.flatMap(({ count }) => [
      { count, who: 'you' },
      { count, who: 'Ada' },
    ]),
  ],
  ['{n, number}', { n: 0 }, { n: 1234567.891 }, { n: -3.5 }],
  ['{n, number, percent} and {n, number, integer}', { n: 0.256 }, { n: 12 }],
  ['{n, number, ::.00}', { n: 1234.5 }],
  ['{when, date}', { when: date }],
  ...['short', 'medium', 'long', 'full'].map((style): Case => [
    `{when, date, ${style}}`,
    { when: date },
  ]),
  ['{when, time} or {when, time, short} or {when, time, medium}', { when: date }],
  ['{when, date, ::dMMMM}', { when: date }],
  ['L’article d’{name}, « {name} »', { name: 'Anna' }],
  ["It''s '{'quoted'}' {name}", { name: 'here' }],
  ['a < b & c > {n, number}', { n: 2 }],
  ['\u00a0{name}\u202f; {name}…', { name: 'x' }],
];

const region: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

describe.each(languages)(
  'in %s, the compiled messages say what intl-messageformat says',
  (language) => {
    test.each(cases)('%s', (text, ...valuesList) => {
      const real = new RealMessageFormat(text, region[language], undefined, { ignoreTag: true });
      const ours = new OurMessageFormat(compileMessage(language, text));
      for (const values of valuesList) expect(ours.format(values)).toBe(real.format(values));
    });
  },
);

/** Values that a caller may pass for an argument; `choice` takes any string, so mostly none it names. */
const anyValue: Record<ArgumentKind, fc.Arbitrary<string | number | Date>> = {
  text: fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
  number: fc.oneof(fc.nat(30), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  date: fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
  choice: fc.constantFrom('fr', 'en', 'other', 'none'),
};

describe.each(languages)('in %s, so does each message of the interface', (language) => {
  test.each(Object.entries(readCatalogue(process.cwd())[language]))('%s', (_, text) => {
    const real = new RealMessageFormat(text, region[language], undefined, { ignoreTag: true });
    const ours = new OurMessageFormat(compileMessage(language, text));
    const values = [...argumentsOf(text)].map(([name, kind]) => [name, anyValue[kind]] as const);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(values)), (given) => {
        expect(ours.format(given)).toBe(real.format(given));
      }),
      { numRuns: values.length > 0 ? 100 : 1 },
    );
  });
});

test('the cases would notice a wrong language', () => {
  const plural = '{count, plural, one {# article} other {# articles}}';
  const inFrench = new OurMessageFormat(compileMessage('fr', plural)).format({ count: 0 });
  const inEnglish = new OurMessageFormat(compileMessage('en', plural)).format({ count: 0 });
  expect([inFrench, inEnglish]).toEqual(['0 article', '0 articles']);
});

// svelte-i18n keeps one formatter for each text, so the first language used to win for good.
test('a text that two languages share keeps to each language, whichever is used first', () => {
  const text =
    '{count, plural, one {# article} other {# articles}}, {when, date, long}, {n, number}';
  for (const language of languages) addMessages(language, { trap: compileMessage(language, text) });
  const say = (locale: Language) =>
    get(format)('trap', { locale, values: { count: 0, when: date, n: 1234.5 } });
  const french = '0 article, 4 novembre 2026, 1\u202f234,5';
  const english = '0 articles, 4 November 2026, 1,234.5';
  expect([say('fr'), say('en'), say('fr')]).toEqual([french, english, french]);
});

test.each([
  ['{count, plural, offset:1 one {#} other {#}}', /offset/],
  ['{n, number, fancy}', /unknown style "fancy"/],
  ['{count, plural, one {#}}', /./],
  ['{open', /./],
])('refuses %s when compiling', (text, reason) => {
  expect(() => compileMessage('fr', text)).toThrow(reason);
});
