import type { Language } from '../content/language.ts';
import { cachedFormatter, dateTimeFormat, numberFormat } from './intl-cache.ts';

/** `long` 4 November 2026, `short` 4 Nov 2026, `weekday` Wednesday 4 November 2026, `day` 4. */
export type DateStyle = 'long' | 'short' | 'weekday' | 'dayAndMonth' | 'day';

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  dayAndMonth: { day: 'numeric', month: 'long' },
  day: { day: 'numeric' },
};

/** What Intl says badly: its "now" is « maintenant », where a French reader expects this. */
const justNow: Record<Language, string> = { fr: 'à l’instant', en: 'just now' };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

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
  return words.join('').replace(/^(\p{L}+), /u, '$1 ');
}

/** A day and its time: « 4 novembre 2026 à 15 h 20 », "4 November 2026, 15:20". As formatDate. */
export function formatDateTime(
  iso: string | number,
  language: Language,
  timeZone?: string,
): string {
  const day = formatDate(iso, language, 'long', timeZone);
  const time = formatTime(iso, language, timeZone);
  return language === 'en' ? `${day}, ${time}` : `${day} à ${time}`;
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
  const isSame = (options: Intl.DateTimeFormatOptions) => {
    const format = dateTimeFormat('en', { ...options, timeZone });
    return format.format(new Date(changed)) === format.format(new Date(published));
  };
  if (!isSame({ year: 'numeric' })) return 'long';
  if (!isSame({ month: 'numeric' })) return 'dayAndMonth';
  if (isSame({ day: 'numeric' })) return 'time';
  // « Mis à jour le 5 » is French; "updated 5" is nothing.
  return language === 'fr' ? 'day' : 'dayAndMonth';
}

/** « 15 h 20 », "15:20". */
function formatTime(iso: string | number, language: Language, timeZone?: string): string {
  const parts = dateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).formatToParts(new Date(iso));
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  if (language === 'en') return `${part('hour')}:${part('minute')}`;
  return `${Number(part('hour'))}\u00a0h\u00a0${part('minute')}`;
}

/**
 * How long ago `ms` was at `now` (both ms since 1970): minutes, hours, then days up to a week, then
 * the date. A time in the future (a clock set back) counts as just now. Not for prerendered text.
 */
export function formatRelative(ms: number, language: Language, now: number): string {
  const ageMs = now - ms;
  if (ageMs < minuteMs) return justNow[language];
  if (ageMs < hourMs) return ago(Math.floor(ageMs / minuteMs), 'minute', language);
  if (ageMs < dayMs) return ago(Math.floor(ageMs / hourMs), 'hour', language);
  if (ageMs < 7 * dayMs) return ago(Math.floor(ageMs / dayMs), 'day', language);
  return formatDate(ms, language, 'short');
}

function ago(count: number, unit: 'minute' | 'hour' | 'day', language: Language): string {
  return cachedFormatter(
    'relative',
    (l, o?: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(l, o),
    language,
    // Always a number: 30 hours ago may be yesterday or the day before. « 3 h » is good French;
    // "3 hr" is not what an English reader expects.
    { numeric: 'always', style: language === 'fr' && unit !== 'day' ? 'short' : 'long' },
  ).format(-count, unit);
}

/** « 1 234,5 », "1,234.5". */
export function formatNumber(
  value: number,
  language: Language,
  options?: Intl.NumberFormatOptions,
): string {
  return numberFormat(language, options).format(value);
}

/** « A, B et C », "A, B and C". Empty for an empty list. */
export function formatList(items: readonly string[], language: Language): string {
  return cachedFormatter(
    'list',
    (l, o?: Intl.ListFormatOptions) => new Intl.ListFormat(l, o),
    language,
    { type: 'conjunction' },
  ).format(items);
}

/**
 * A size as devices show it, in decimal units: « 1,2 Mo », "1.2 MB"; whole kilobytes below a
 * megabyte, and never "0 kB" for something that is there.
 */
export function formatBytes(bytes: number, language: Language): string {
  const kilobytes = Math.ceil(bytes / 1000);
  if (kilobytes < 1000) return formatUnit(kilobytes, 'kilobyte', 0, language);
  if (bytes < 999.95e6) return formatUnit(bytes / 1e6, 'megabyte', 1, language);
  return formatUnit(bytes / 1e9, 'gigabyte', 1, language);
}

function formatUnit(value: number, unit: string, digits: number, language: Language): string {
  return formatNumber(value, language, { style: 'unit', unit, maximumFractionDigits: digits });
}
