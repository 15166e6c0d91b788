import { describe, expect, test } from 'vitest';
import type { Language } from '../../../src/content/language.ts';
import type { Catalogue } from '../../../src/publish/message-catalogue.ts';
import { checkCatalogue, faultLine } from '../../../src/publish/message-faults.ts';
import { typographyFaults } from '../../../src/publish/message-typography.ts';

/** What is found where `area.thing` says this in each language; a language left out lacks the key. */
function found(texts: Partial<Record<Language, string>>, key = 'area.thing'): string[] {
  const fileOf = (text?: string): Record<string, string> =>
    text === undefined ? {} : { [key]: text };
  return checkCatalogue({ fr: fileOf(texts.fr), en: fileOf(texts.en) }).map(faultLine);
}

describe('each fault is named, with its file and key', () => {
  test.each<[string, Partial<Record<Language, string>>, string]>([
    ['a key that English lacks', { fr: 'un' }, 'en.json: area.thing: missing'],
    ['a key that French lacks', { en: 'one' }, 'fr.json: area.thing: missing'],
    ['no text', { fr: ' ', en: 'one' }, 'fr.json: area.thing: empty'],
    [
      'another argument',
      { fr: 'le {n}', en: 'the {m}' },
      'en.json: area.thing: the arguments differ: (m: text), in fr.json (n: text)',
    ],
    [
      'an argument of another kind',
      { fr: 'le {n}', en: 'the {n, number}' },
      'en.json: area.thing: the arguments differ: (n: number), in fr.json (n: text)',
    ],
    [
      'a choice that one language lacks',
      {
        fr: '{who, select, you {toi} other {lui}}',
        en: '{who, select, me {I} you {you} other {he}}',
      },
      'en.json: area.thing: the choices differ: (who me other you), in fr.json (who other you)',
    ],
    [
      'a plural without what the language needs',
      {
        fr: '{n, plural, other {#\u00a0mots}}',
        en: '{n, plural, one {#\u00a0word} other {#\u00a0words}}',
      },
      'fr.json: area.thing: {n} lacks the branch “one”',
    ],
    [
      'a plural in a choice',
      {
        fr: '{who, select, you {{n, plural, other {# à vous}}} other {rien}}',
        en: '{who, select, you {{n, plural, one {#\u00a0yours} other {# of yours}}} other {none}}',
      },
      'fr.json: area.thing: {n} lacks the branch “one”',
    ],
    [
      'an =1 in French, where 0 takes the same branch',
      {
        fr: '{n, plural, =1 {un mot} other {#\u00a0mots}}',
        en: '{n, plural, =1 {a word} other {#\u00a0words}}',
      },
      'fr.json: area.thing: {n} lacks the branch “one”',
    ],
    [
      'a branch of another language',
      {
        fr: '{n, plural, one {# mot} other {#\u00a0mots}}',
        en: '{n, plural, one {#} few {##} other {# w}}',
      },
      'en.json: area.thing: {n} never uses the branch “few”',
    ],
    [
      'a copy of the other language',
      { fr: 'Back to {name}', en: 'Back to {name}' },
      'en.json: area.thing: the same words as in fr.json',
    ],
    [
      'a straight apostrophe',
      { fr: "l'{n}", en: 'the {n}' },
      'fr.json: area.thing: a straight apostrophe: write ’',
    ],
    [
      'bad syntax',
      { fr: 'le {n', en: 'the {n}' },
      'fr.json: area.thing: not a valid ICU message: EXPECT_ARGUMENT_CLOSING_BRACE',
    ],
    [
      'a tag',
      { fr: '<b>un</b>', en: 'one' },
      'fr.json: area.thing: not a valid ICU message: a tag <b> in a message',
    ],
    [
      'what cannot be compiled',
      { fr: 'le {n, number, fancy}', en: 'the {n, number}' },
      'fr.json: area.thing: not a valid ICU message: unknown style "fancy"',
    ],
    [
      'faulty typography',
      { fr: 'Quoi ?', en: 'What?' },
      'fr.json: area.thing: set as “Quoi ?” instead of “Quoi[U+202F]?”',
    ],
  ])('%s', (_, texts, fault) => {
    expect(found(texts)).toEqual([fault]);
  });
});

describe('of three languages', () => {
  /** What is found where each of them has these words for one thing; German is the last. */
  function foundInThree([fr, en, de]: [string, string, string], key = 'area.thing'): string[] {
    const catalogue = { fr: { [key]: fr }, en: { [key]: en }, de: { [key]: de } };
    return checkCatalogue(catalogue as Catalogue).map(faultLine);
  }

  test('the last is a copy of none before it', () => {
    expect(foundInThree(['Retour', 'Back', 'Back'])).toEqual([
      'de.json: area.thing: the same words as in en.json',
    ]);
    expect(foundInThree(['Retour', 'Back', 'Retour'])).toEqual([
      'de.json: area.thing: the same words as in fr.json',
    ]);
    expect(foundInThree(['Retour', 'Back', 'Zurück'])).toEqual([]);
  });

  test('a copy of a copy is named once', () => {
    expect(foundInThree(['Back', 'Back', 'Back'])).toEqual([
      'en.json: area.thing: the same words as in fr.json',
      'de.json: area.thing: the same words as in fr.json',
    ]);
  });

  test('what is rightly the same may be so in all, and in two', () => {
    expect(foundInThree(['Notes', 'Notes', 'Notes'], 'article.footnotes')).toEqual([]);
    expect(foundInThree(['Renvois', 'Notes', 'Notes'], 'article.footnotes')).toEqual([]);
  });
});

test.each<[string, Partial<Record<Language, string>>, string?]>([
  ['what is rightly the same', { fr: 'Notes', en: 'Notes' }, 'article.footnotes'],
  ['what has no words', { fr: '{a} × A', en: '{a} × A' }],
  [
    '=0 and =1, which are all that French calls one',
    {
      fr: '{n, plural, =0 {rien} =1 {un mot} other {#\u00a0mots}}',
      en: '{n, plural, =1 {a word} other {#\u00a0words}}',
    },
  ],
  [
    'French millions, which may have a branch',
    {
      fr: '{n, plural, one {# mot} many {# de mots} other {#\u00a0mots}}',
      en: '{n, plural, one {#\u00a0word} other {#\u00a0words}}',
    },
  ],
])('lets pass %s', (_, texts, key) => {
  expect(found(texts, key)).toEqual([]);
});

describe('typography', () => {
  test.each<[Language, string]>([
    ['fr', "L''article"],
    ['fr', 'Vraiment ?'],
    ['fr', 'Vraiment\u00a0?'],
    ['fr', 'Vraiment?'],
    ['fr', 'Vraiment!'],
    ['fr', 'Oui; non'],
    ['fr', '{name}?'],
    ['fr', 'Tout voir : {name}'],
    ['fr', 'Tout voir: {name}'],
    ['fr', '7 % de lu'],
    ['fr', '«non»'],
    ['fr', '« non »'],
    ['fr', '“non”'],
    ['fr', '"non"'],
    ['fr', 'un\u00a0mot'],
    ['fr', 'deux  mots'],
    ['fr', ' un mot'],
    ['fr', 'un mot '],
    ['fr', 'Un moment...'],
    ['fr', '{count, plural, one {# min} other {#\u00a0min}}'],
    ['fr', 'Mis à jour le {date}'],
    ['en', 'Really ?'],
    ['en', 'Really\u202f!'],
    ['en', 'say "no"'],
    ['en', '«\u202fno\u202f»'],
    ['en', 'Wait...'],
    ['en', 'yes - no'],
    ['en', '{n, number} MB'],
  ])('%s: “%s” has a fault', (language, message) => {
    expect(typographyFaults(message, language)).not.toEqual([]);
  });

  test.each<[Language, string]>([
    [
      'fr',
      'L’article «\u202f{name}\u202f» est là\u202f: ouvrez-le\u202f!'.replace('\u202f:', '\u00a0:'),
    ],
    ['fr', '{count, plural, one {#\u00a0min} other {#\u00a0min}} – 7\u00a0%'],
    ['fr', 'Mis à jour le\u00a0{date}, par {name}'],
    ['en', 'Updated {date}'],
    ['en', 'It’s “{name}”; {n, number}\u00a0MB…'],
  ])('%s: “%s” has none', (language, message) => {
    expect(typographyFaults(message, language)).toEqual([]);
  });
});
