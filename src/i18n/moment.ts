/** When something was said: what comments need of dates, beside format.ts. */
import type { Language } from '../content/language.ts';
import { formatDate, formatTime } from './format.ts';
import { cachedFormatter } from './intl-cache.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A day and its time: « 4 novembre 2026 à 15 h 20 », "4 November 2026, 15:20". As formatDate. */
export function formatDateTime(
  iso: string | number,
  language: Language,
  timeZone?: string,
): string {
  const day = formatDate(iso, language, 'long', timeZone);
  const time = formatTime(iso, language, timeZone);
  return language === 'fr' ? `${day} à ${time}` : `${day}, ${time}`;
}

/**
 * How long ago `ms` was at `now` (both ms since 1970): minutes, hours, then days up to a week, then
 * the date. A time in the future (a clock set back) counts as just now. Not for prerendered text.
 * @param justNow the words for less than a minute: Intl’s are « maintenant », "now"
 */
export function formatRelative(
  ms: number,
  language: Language,
  now: number,
  justNow: string,
): string {
  const ageMs = now - ms;
  if (ageMs < minuteMs) return justNow;
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
    // Always a number: 30 hours ago may be yesterday or the day before. « 3 min », « 3 h » and "3 min"
    // are what one reads; "3 hr" is not what an English reader expects.
    {
      numeric: 'always',
      style: unit === 'minute' || (language === 'fr' && unit === 'hour') ? 'short' : 'long',
    },
  ).format(-count, unit);
}
