/** Numbers and sizes: what settings and lists of kept things need, beside format.ts. */
import type { Language } from '../content/language.ts';
import { numberFormat } from './intl-cache.ts';

/** « 1 234,5 », "1,234.5". */
export function formatNumber(
  value: number,
  language: Language,
  options?: Intl.NumberFormatOptions,
): string {
  return numberFormat(language, options).format(value);
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
