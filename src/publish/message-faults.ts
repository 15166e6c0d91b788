/** Everything that can be wrong with the interface’s messages, each fault by its name and place. */
import {
  parse,
  TYPE,
  type MessageFormatElement,
  type PluralElement,
} from '@formatjs/icu-messageformat-parser';
import type { Language } from '../content/language.ts';
import { compileMessage } from './compile-message.ts';
import { argumentsOf, type Catalogue } from './message-catalogue.ts';
import { typographyFaults } from './message-typography.ts';

export interface MessageFault {
  key: string;
  /** Of the file that has to change. */
  language: Language;
  reason: string;
}

/** Rightly the same in several languages: `{n} min`, “Notes”, letters that show a size. */
const rightlySame: readonly string[] = [
  'article.readingTime',
  'article.footnotes',
  'article.footnote',
  'settings.sampleLetters',
];

/**
 * Everything wrong with the messages; empty when all is well. Wrong are: ICU syntax and what cannot
 * be compiled, an empty text (svelte-i18n takes it for a missing one), a straight apostrophe (ICU’s
 * quote: before `{` it would swallow the argument), a key or an argument that one language lacks, a
 * branch that a language needs or never uses, a copy of another language’s words, and typography.
 */
export function checkCatalogue(catalogue: Catalogue): MessageFault[] {
  const languages = Object.keys(catalogue) as Language[];
  const keys = new Set(languages.flatMap((language) => Object.keys(catalogue[language])));
  return [...keys].flatMap((key) => {
    const alone = languages.flatMap((language) =>
      problemsWith(catalogue[language][key], language).map((reason) => ({ key, language, reason })),
    );
    const broken = new Set(alone.map(({ language }) => language));
    // What cannot be read cannot be compared either.
    const texts = languages.flatMap((language) => {
      const text = catalogue[language][key];
      return text === undefined || broken.has(language) ? [] : [{ language, text }];
    });
    return [...alone, ...comparisons(key, texts)];
  });
}

/** One line of what the build prints: `fr.json: saved.title: missing`. */
export function faultLine({ key, language, reason }: MessageFault): string {
  return `${language}.json: ${key}: ${reason}`;
}

function problemsWith(text: string | undefined, language: Language): string[] {
  if (text === undefined) return ['missing'];
  if (text.trim() === '') return ['empty'];
  if (text.includes("'")) return ['a straight apostrophe: write ’'];
  try {
    argumentsOf(text);
    compileMessage(language, text);
  } catch (error) {
    return [`not a valid ICU message: ${(error as Error).message}`];
  }
  return [
    ...pluralsIn(text).flatMap((each) => branchFaults(each, language)),
    ...typographyFaults(text, language),
  ];
}

/**
 * Those of the later languages are named: by what the first one has, for what all must have alike; by any
 * before it, for its words.
 */
function comparisons(
  key: string,
  texts: readonly { language: Language; text: string }[],
): MessageFault[] {
  const [model, ...others] = texts;
  if (model === undefined) return [];
  return others.flatMap(({ language, text }) => {
    const differences = [
      differenceOf('arguments', signatureOf(text), signatureOf(model.text), model.language),
      differenceOf('choices', choicesIn(text), choicesIn(model.text), model.language),
    ].filter((reason) => reason !== undefined);
    // Finds the text itself, where no earlier one is the same.
    const first = texts.find((each) => each.text === text)?.language ?? language;
    const isCopy = first !== language && hasWords(text) && !rightlySame.includes(key);
    const reasons = isCopy ? [`the same words as in ${first}.json`] : differences;
    return reasons.map((reason) => ({ key, language, reason }));
  });
}

function differenceOf(what: string, here: string, there: string, other: Language) {
  if (here === there) return undefined;
  return `the ${what} differ: (${here}), in ${other}.json (${there})`;
}

function signatureOf(text: string): string {
  return [...argumentsOf(text)].map(([name, kind]) => `${name}: ${kind}`).join(', ');
}

function choicesIn(text: string): string {
  const choices = [...elementsIn(parse(text))].filter((each) => each.type === TYPE.select);
  const named = choices.map(
    ({ value, options }) => `${value} ${Object.keys(options).sort().join(' ')}`,
  );
  return [...new Set(named)].sort().join(', ');
}

/** Two letters in a row, arguments aside. */
function hasWords(text: string): boolean {
  return [...elementsIn(parse(text))].some(
    (element) => element.type === TYPE.literal && /\p{L}{2}/u.test(element.value),
  );
}

function pluralsIn(text: string): PluralElement[] {
  return [...elementsIn(parse(text))].filter((element) => element.type === TYPE.plural);
}

/**
 * A language needs a branch for each category that whole numbers up to a thousand fall in, where no
 * `=1` has them all. French also has `many`, of whole millions, which may be left to `other`.
 */
function branchFaults({ value, options, pluralType }: PluralElement, language: Language): string[] {
  const rules = new Intl.PluralRules(language, { type: pluralType });
  const numbers = Array.from({ length: 1001 }, (_, number) => number);
  const needed = new Set(
    numbers.filter((number) => !(`=${number}` in options)).map((number) => rules.select(number)),
  );
  const known: string[] = rules.resolvedOptions().pluralCategories;
  const given = Object.keys(options).filter((branch) => !branch.startsWith('='));
  return [
    ...[...needed]
      .filter((branch) => !(branch in options))
      .map((branch) => `{${value}} lacks the branch “${branch}”`),
    ...given
      .filter((branch) => !known.includes(branch))
      .map((branch) => `{${value}} never uses the branch “${branch}”`),
  ];
}

/** All parts of a message, those in the branches of plurals and choices too. */
function* elementsIn(elements: readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of elements) {
    yield element;
    if (element.type !== TYPE.plural && element.type !== TYPE.select) continue;
    for (const { value } of Object.values(element.options)) yield* elementsIn(value);
  }
}
