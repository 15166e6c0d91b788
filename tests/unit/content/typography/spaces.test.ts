import { describe, expect, test } from 'vitest';
import { setSpaces, setSpacesOfRuns } from '../../../../src/content/typography/spaces.ts';
import { drawn, rowsOf } from './rows.ts';
import { spaceCases } from './space-cases.ts';

describe.each(rowsOf(spaceCases))('$locale: $rule', ({ locale, cases }) => {
  test.each(cases)('$before → $after', ({ before, after }) => {
    expect(drawn(setSpaces(before, locale))).toBe(drawn(after));
  });
});

describe('across the runs of a paragraph', () => {
  const set = (...runs: Parameters<typeof setSpacesOfRuns>[0]) =>
    setSpacesOfRuns(runs, 'fr').map(drawn);

  test('a space in one run is set for the sign in the next', () => {
    expect(set({ text: 'Quoi ' }, { text: '?' })).toEqual(['Quoi_', '?']);
    expect(set({ text: '« ' }, { text: 'Oui' }, { text: ' »' })).toEqual(['«_', 'Oui', '_»']);
    expect(set({ text: '«' }, { text: ' Oui' })).toEqual(['«', '_Oui']);
  });

  test('a raised letter and its number are read as one', () => {
    expect(set({ text: 'n' }, { text: 'o' }, { text: ' 3' })).toEqual(['n', 'o', '~3']);
    expect(set({ text: 'XVI' }, { text: 'e' }, { text: ' siècle' })[2]).toBe('~siècle');
  });

  test('verbatim runs are seen and not changed', () => {
    const code = { text: 'a ? b ', isVerbatim: true };
    expect(set({ text: 'Et ' }, code, { text: ': oui' })).toEqual(['Et ', 'a ? b ', ': oui']);
    expect(set({ text: 'M. ' }, { text: 'Smith', isVerbatim: true })).toEqual(['M.~', 'Smith']);
  });

  test('runs without text, and no runs at all', () => {
    expect(set({ text: 'Quoi ' }, { text: '' }, { text: '?' })).toEqual(['Quoi_', '', '?']);
    expect(set()).toEqual([]);
  });
});
