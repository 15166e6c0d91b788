import type { Language } from '../content/language.ts';
import type { Localized } from '../content/model.ts';
import { cachedFormatter } from './intl-cache.ts';

/** By name, as in an index of the language: « Économie » stands between « Défense » and « Femmes ». */
export function sortedByName<T extends { name: Localized }>(
  items: readonly T[],
  language: Language,
): T[] {
  const { compare } = cachedFormatter('collator', (l) => new Intl.Collator(l), language);
  return [...items].sort((a, b) => compare(a.name[language], b.name[language]));
}
