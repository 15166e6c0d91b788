import { describe, expect, test } from 'vitest';
import { setSpaces } from '../../../src/content/typography/spaces.ts';
import { formatChange, formatDate, formatList, formatTime } from '../../../src/i18n/format.ts';
import { formatDateTime, formatRelative } from '../../../src/i18n/moment.ts';
import { formatBytes, formatNumber } from '../../../src/i18n/amount.ts';

/** Intl uses several spaces; which one is not what these tests are about. */
const plain = (text: string) => text.replace(/\s/g, ' ');

const iso = '2026-11-04T15:20:00Z';
const zone = 'Europe/Paris';

describe('dates', () => {
  test('in three styles', () => {
    expect(formatDate(iso, 'fr')).toBe('4\u00a0novembre 2026');
    expect(formatDate(iso, 'en')).toBe('4\u00a0November 2026');
    expect(formatDate(iso, 'fr', 'weekday')).toBe('mercredi 4\u00a0novembre 2026');
    expect(formatDate(iso, 'en', 'weekday')).toBe('Wednesday 4\u00a0November 2026');
    expect(formatDate(iso, 'fr', 'short')).toBe('4\u00a0nov. 2026');
    expect(formatDate(iso, 'en', 'short')).toBe('4\u00a0Nov 2026');
  });

  test('the first of a month is « 1er » in French only', () => {
    expect(formatDate('2026-05-01T10:00:00Z', 'fr')).toBe('1er\u00a0mai 2026');
    expect(formatDate('2026-05-01T10:00:00Z', 'en')).toBe('1\u00a0May 2026');
    expect(formatDate('2026-05-11T10:00:00Z', 'fr')).toBe('11\u00a0mai 2026');
  });

  test('no line ends between day and month, nor within a time', () => {
    for (const language of ['fr', 'en'] as const) {
      for (const style of ['long', 'short', 'weekday', 'dayAndMonth', 'day'] as const) {
        const date = formatDate(iso, language, style);
        expect(date).toBe(setSpaces(date, language));
        expect(date).not.toMatch(/\d +\D/);
      }
    }
    expect(formatDate(iso, 'fr', 'dayAndMonth')).toBe('4\u00a0novembre');
    expect(formatTime(iso, 'fr', zone)).toBe('16\u00a0h\u00a020');
  });

  test('the day is that of the time zone', () => {
    expect(formatDate('2026-11-04T23:30:00Z', 'fr', 'long', zone)).toBe('5\u00a0novembre 2026');
    expect(formatDate('2026-11-04T23:30:00Z', 'fr', 'long', 'UTC')).toBe('4\u00a0novembre 2026');
  });

  test('with the time', () => {
    expect(plain(formatDateTime(iso, 'fr', zone))).toBe('4 novembre 2026 à 16 h 20');
    expect(formatDateTime(iso, 'en', zone)).toBe('4\u00a0November 2026, 16:20');
    expect(plain(formatDateTime('2026-11-04T00:05:00Z', 'fr', 'UTC'))).toContain('à 0 h 05');
  });

  test('a date that is none throws', () => {
    expect(() => formatDate('soon', 'fr')).toThrow(RangeError);
  });
});

describe('a change, said after the publication', () => {
  const changeOf = (changed: string, timeZone = 'UTC', published = iso) =>
    (['fr', 'en'] as const).map((language) => {
      const { is, text } = formatChange(changed, published, language, timeZone);
      return `${is} ${plain(text)}`;
    });

  test.each([
    ['2027-01-02T09:00:00Z', 'day 2 janvier 2027', 'day 2 January 2027'],
    ['2027-11-04T15:20:00Z', 'day 4 novembre 2027', 'day 4 November 2027'],
    ['2026-12-01T09:00:00Z', 'day 1er décembre', 'day 1 December'],
    ['2026-12-04T15:20:00Z', 'day 4 décembre', 'day 4 December'],
    ['2026-11-05T08:00:00Z', 'day 5', 'day 5 November'],
    ['2026-11-04T18:05:00Z', 'time 18 h 05', 'time 18:05'],
  ])('%s repeats nothing that is the same', (changed, fr, en) => {
    expect(changeOf(changed)).toEqual([fr, en]);
  });

  test('is of the day it has in the time zone', () => {
    expect(changeOf('2026-11-05T00:10:00+01:00', zone)).toEqual(['day 5', 'day 5 November']);
    expect(changeOf('2026-11-05T00:10:00+01:00', 'UTC')).toEqual(['time 23 h 10', 'time 23:10']);
  });
});

test.each([
  [-5_000, 'now', 'now'],
  [59_999, 'now', 'now'],
  [60_000, 'il y a 1 min', '1 min ago'],
  [3 * 3_600_000, 'il y a 3 h', '3 hours ago'],
  [86_400_000, 'il y a 1 jour', '1 day ago'],
  [6 * 86_400_000, 'il y a 6 jours', '6 days ago'],
  [7 * 86_400_000, '28 oct. 2026', '28 Oct 2026'],
])('%d ms ago', (ageMs, fr, en) => {
  const now = Date.parse(iso);
  expect(plain(formatRelative(now - ageMs, 'fr', now, 'now'))).toBe(fr);
  expect(plain(formatRelative(now - ageMs, 'en', now, 'now'))).toBe(en);
});

test('numbers and lists', () => {
  expect(plain(formatNumber(1234.5, 'fr'))).toBe('1 234,5');
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5');
  expect(formatList(['A', 'B', 'C'], 'fr')).toBe('A, B et C');
  expect(formatList(['A', 'B', 'C'], 'en')).toBe('A, B and C');
  expect(formatList(['A'], 'fr')).toBe('A');
  expect(formatList([], 'en')).toBe('');
});

test.each([
  [1, '1 ko', '1 kB'],
  [999_000, '999 ko', '999 kB'],
  [999_001, '1 Mo', '1 MB'],
  [1_234_567, '1,2 Mo', '1.2 MB'],
  [999_949_999, '999,9 Mo', '999.9 MB'],
  [1_000_000_000, '1 Go', '1 GB'],
])('%d bytes', (bytes, fr, en) => {
  expect(plain(formatBytes(bytes, 'fr'))).toBe(fr);
  expect(plain(formatBytes(bytes, 'en'))).toBe(en);
});
