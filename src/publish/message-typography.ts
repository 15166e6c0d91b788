/** How the interface’s words must be set: as the articles’ texts are, by the same rules. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Language } from '../content/language.ts';
import { typographyLocale } from '../content/typography/prose.ts';
import { repairText } from '../content/typography/repair.ts';
import { setSpaces } from '../content/typography/spaces.ts';

/** What stands for an argument, so that the rules see what will stand there. */
const aNumber = '7';
const aName = 'Zoé';
const dates: Partial<Record<Language, string>> = { fr: '7\u00a0mai', en: '7\u00a0May' };

/**
 * What is wrong with how a message is set, one line for each wording of it that has a fault:
 * straight or foreign quotes, a space too many, or one that lacks or breaks a line, three dots.
 * @param message in valid ICU
 */
export function typographyFaults(message: string, language: Language): string[] {
  return wordingsOf(message, language).flatMap((words) => {
    const wanted = setWell(words, language);
    return words === wanted ? [] : [`set as “${visible(words)}” instead of “${visible(wanted)}”`];
  });
}

/** No-break spaces are taken out first, so that one too many is found as well. */
function setWell(words: string, language: Language): string {
  const rules = typographyLocale(language);
  if (!rules) return words;
  const plain = words.replace(/[\u00a0\u2009\u202f]/g, ' ').trim();
  return setSpaces(repairText(plain, rules).text, rules);
}

/** No-break spaces look like others: they are named. */
function visible(words: string): string {
  return words.replaceAll('\u00a0', '[U+00A0]').replaceAll('\u202f', '[U+202F]');
}

/** Every way through a message’s plurals and choices, in words. */
function wordingsOf(message: string, language: Language): string[] {
  return joined(parse(message), language);
}

function joined(elements: readonly MessageFormatElement[], language: Language): string[] {
  return elements.reduce(
    (before, element) => {
      const here = wordingsOfElement(element, language);
      return before.flatMap((start) => here.map((end) => start + end));
    },
    [''],
  );
}

function wordingsOfElement(element: MessageFormatElement, language: Language): string[] {
  if (element.type === TYPE.literal) return [element.value];
  if (element.type === TYPE.pound || element.type === TYPE.number) return [aNumber];
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return Object.values(element.options).flatMap(({ value }) => joined(value, language));
  }
  return [(element.value === 'date' && dates[language]) || aName];
}
