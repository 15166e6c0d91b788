import type { Language } from '../content/language.ts';
import { cachedFormatter, dateTimeFormat } from './intl-cache.ts';

/** `long` 4 November 2026, `short` 4 Nov 2026, `weekday` Wednesday 4 November 2026, `day` 4. */
export type DateStyle = 'long' | 'short' | 'weekday' | 'dayAndMonth' | 'day';

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dayAndMonth: { day: 'numeric', month: 'long' },
  day: { day: 'numeric' },
};

/**
 * A day in words. `iso` is an ISO 8601 instant or a time in ms; the day is that of `timeZone`, by
 * default the reader's own. French says « 1er » for the first of a month, which Intl does not.
 * Throws a RangeError for a date that is none.
 */
export function formatDate(
  iso: string | number,
  language: Language,
  style: DateStyle = 'long',
  timeZone?: string,
): string {
  const parts = dateTimeFormat(language, { ...dateOptions[style], timeZone }).formatToParts(
    new Date(iso),
  );
  const isFirst = language === 'fr' && parts.some((p) => p.type === 'day' && p.value === '1');
  const words = parts.map(({ type, value }) => (type === 'day' && isFirst ? '1er' : value));
  // "Wednesday 4 November" in British papers; some versions of Intl put a comma in.
  const date = words.join('').replace(/^(\D+),/, '$1');
  // No line ends between day and month, as in articles.
  return date.replace(/ (?=\D+\d*$)/, '\u00a0');
}

/**
 * When something was changed, said right after when it was published: without the year, the month or
 * the day that is still the same. A time of day where only that is left. Both dates as formatDate.
 */
export function formatChange(
  changed: string,
  published: string,
  language: Language,
  timeZone?: string,
): { is: 'day' | 'time'; text: string } {
  const style = changeStyle(changed, published, language, timeZone);
  if (style === 'time') return { is: 'time', text: formatTime(changed, language, timeZone) };
  return { is: 'day', text: formatDate(changed, language, style, timeZone) };
}

function changeStyle(
  changed: string,
  published: string,
  language: Language,
  timeZone?: string,
): DateStyle | 'time' {
  // The formatter that both dates are written with, most likely: each one is dear to make.
  const format = dateTimeFormat(language, { ...dateOptions.long, timeZone });
  const [then, now] = [published, changed].map((iso) => format.formatToParts(new Date(iso)));
  const isSame = (type: Intl.DateTimeFormatPartTypes) => {
    const valueIn = (parts?: Intl.DateTimeFormatPart[]) =>
      parts?.find((part) => part.type === type)?.value;
    return valueIn(then) === valueIn(now);
  };
  if (!isSame('year')) return 'long';
  if (!isSame('month')) return 'dayAndMonth';
  if (isSame('day')) return 'time';
  // « Mis à jour le 5 » is French; "updated 5" is nothing.
  return language === 'fr' ? 'day' : 'dayAndMonth';
}

/** « 15 h 20 », "15:20". */
export function formatTime(iso: string | number, language: Language, timeZone?: string): string {
  const parts = dateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  if (language !== 'fr') return `${part('hour')}:${part('minute')}`;
  return `${Number(part('hour'))}\u00a0h\u00a0${part('minute')}`;
}

/** « A, B et C », "A, B and C". Empty for an empty list. */
export function formatList(items: readonly string[], language: Language): string {
  // To make the formatter is dear on a phone, and most articles have one author.
  if (items.length < 2) return items[0] ?? '';
  return cachedFormatter(
    'list',
    (l, o?: Intl.ListFormatOptions) => new Intl.ListFormat(l, o),
    language,
    { type: 'conjunction' },
  ).format(items);
}

/** What a language is called in another: « français », "French". */
export function languageName(named: Language, language: Language): string {
  return cachedFormatter(
    'name',
    (l) => new Intl.DisplayNames(l, { type: 'language' }),
    language,
  ).of(named) as string;
}
