import type { Language } from '../content/language.ts';
import type { Summary } from '../content/model.ts';

/** Lists grow by as many: what is brought later must not push in above what is being read. */
const pageLength = 20;

/** The articles that were written in a language before those that were translated, on each page of a list. */
export function originalsFirst(summaries: Summary[], language: Language): Summary[] {
  const isOriginal = ({ originalLanguage }: Summary) => originalLanguage === language;
  const arranged: Summary[] = [];
  for (let start = 0; start < summaries.length; start += pageLength) {
    const page = summaries.slice(start, start + pageLength);
    arranged.push(...page.filter(isOriginal), ...page.filter((each) => !isOriginal(each)));
  }
  return arranged;
}
