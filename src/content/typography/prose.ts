/**
 * Where text stands, in all that has text: an article, a summary, a list, site.json. Told by the names
 * of fields rather than by a case for each shape, since it goes with every article: one function finds
 * a caption in a gallery as well as in a table.
 */
import { isLanguage, type Language, type Locales } from '../language.ts';
import type { Inline } from '../model.ts';
import { hasRules, type TypographyLocale } from './spaces.ts';

/** Keys of objects and indexes of lists, from the outermost in. */
export type Keys = readonly (string | number)[];

/**
 * Gives the text of one paragraph, which may be a headline or a caption, as it is to be. Where it
 * stands is told for the time of the call: the next one changes it.
 */
export type Change = (inlines: readonly Inline[], locale: TypographyLocale, at: Keys) => Inline[];

/** Fields of text: a string, a row of inlines, rows of cells of them, or any of these by language. */
const fields = new Set([
  ...['kicker', 'headline', 'standfirst', 'imageAlt', 'imageCaption', 'name', 'description'],
  ...['text', 'cite', 'caption', 'head', 'rows', 'title', 'alt', 'credit'],
]);

/**
 * The rules for a language, or undefined where it has none. Only Canada’s French is set in another way
 * than the language is everywhere.
 */
export function typographyLocale(
  language: Language,
  locales: Locales = {},
): TypographyLocale | undefined {
  if (locales[language] === 'fr-CA') return 'fr-CA';
  return hasRules(language) ? language : undefined;
}

/**
 * A copy in which each text is changed, the language told by the `fr` or `en` it stands in. Text that
 * stands in neither, or in a language without rules, is left alone, and so is what is no prose: ids, addresses, code.
 */
export function withProse<T>(value: T, locales: Locales | undefined, change: Change): T {
  const at: (string | number)[] = [];
  const changed = (value: unknown, isProse: boolean, locale?: TypographyLocale): unknown => {
    if (typeof value === 'string')
      return isProse && locale ? change([value], locale, at)[0] : value;
    if (typeof value !== 'object' || !value) return value;
    if (isProse && locale && Array.isArray(value) && !value.some(Array.isArray))
      return change(value as Inline[], locale, at);
    if (Array.isArray(value)) {
      return value.map((item: unknown, index) => {
        at.push(index);
        const itemChanged = changed(item, isProse, locale);
        at.pop();
        return itemChanged;
      });
    }
    const copy: Record<string, unknown> = { ...value };
    for (const key of Object.keys(copy)) {
      at.push(key);
      copy[key] = isLanguage(key)
        ? changed(copy[key], isProse, typographyLocale(key, locales))
        : changed(copy[key], fields.has(key), locale);
      at.pop();
    }
    return copy;
  };
  return changed(value, false) as T;
}
