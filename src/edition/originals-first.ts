import type { Language } from '../content/language.ts';
import type { Summary } from '../content/model.ts';

/** The articles that were written in a language before those that were translated, each in their order. */
export function originalsFirst(summaries: Summary[], language: Language): Summary[] {
  const isOriginal = ({ originalLanguage }: Summary) => originalLanguage === language;
  return [...summaries.filter(isOriginal), ...summaries.filter((each) => !isOriginal(each))];
}
