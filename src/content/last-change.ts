/** When the versions of an article were last changed. */
import type { Language } from './language.ts';

interface Dated {
  datePublished: string;
  dateModified?: string;
  versions: Partial<Record<Language, { dateModified?: string }>>;
}

/** When a version was last changed, by itself or with the whole article: RFC 3339. Undefined if never. */
export function lastChange(
  { dateModified, versions }: Dated,
  language: Language,
): string | undefined {
  const own = versions[language]?.dateModified;
  return own && isAfter(own, dateModified) ? own : dateModified;
}

/** The version that was changed last, where that was after the one of `language`, and when. */
export function newerVersion(
  article: Dated,
  language: Language,
): { language: Language; date: string } | undefined {
  const here = lastChange(article, language) ?? article.datePublished;
  let newest = { language, date: here };
  for (const each of Object.keys(article.versions) as Language[]) {
    const date = article.versions[each]?.dateModified;
    if (date && isAfter(date, newest.date)) newest = { language: each, date };
  }
  return newest.language === language ? undefined : newest;
}

/** By the instant, whatever the zones. True where there is no `other`. */
function isAfter(date: string, other: string | undefined): boolean {
  return !(other && Date.parse(date) <= Date.parse(other));
}
