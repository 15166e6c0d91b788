import { describe, expect, test } from 'vitest';
import { repairRuns, repairText } from '../../../../src/content/typography/repair.ts';
import { repairCases } from './repair-cases.ts';
import { drawn, rowsOf } from './rows.ts';

describe.each(rowsOf(repairCases))('$locale: $rule', ({ locale, cases }) => {
  test.each(cases)('$before → $after', ({ before, after }) => {
    const { text, repairs } = repairText(before, locale);
    expect(drawn(text)).toBe(drawn(after));
    expect(repairs.length > 0).toBe(before !== after);
  });
});

describe('what was changed', () => {
  test('each repair names its rule and where it was found', () => {
    const { repairs } = repairText('L\'air  "las"...', 'fr');
    expect(repairs).toEqual([
      { rule: 'doubled-space', run: 0, at: 5, was: '  ', now: ' ' },
      { rule: 'ellipsis', run: 0, at: 12, was: '...', now: '…' },
      { rule: 'apostrophe', run: 0, at: 1, was: "'", now: '’' },
      { rule: 'quotes', run: 0, at: 7, was: '"', now: '«' },
      { rule: 'quotes', run: 0, at: 11, was: '"', now: '»' },
      { rule: 'guillemet-space', run: 0, at: 7, was: '«', now: '«\u202f' },
      { rule: 'guillemet-space', run: 0, at: 11, was: '»', now: '\u202f»' },
    ]);
  });
});

describe('across the runs of a paragraph', () => {
  const repaired = (...runs: Parameters<typeof repairRuns>[0]) =>
    repairRuns(runs, 'fr').texts.map(drawn);

  test('a quotation opens in one run and closes in another', () => {
    expect(repaired({ text: 'Il dit "' }, { text: 'oui' }, { text: '".' })).toEqual([
      ...['Il dit «_', 'oui', '_».'],
    ]);
  });

  test('a sign brings its space into its own run', () => {
    expect(repaired({ text: 'Quoi' }, { text: '?' })).toEqual(['Quoi', '_?']);
  });

  test('a space doubled by two runs is left in the first', () => {
    expect(repaired({ text: 'un ' }, { text: ' mot' })).toEqual(['un ', 'mot']);
  });

  test('offsets count within the run', () => {
    const { repairs } = repairRuns([{ text: 'Un' }, { text: ' "mot' }, { text: '"' }], 'en');
    expect(repairs).toEqual([
      { rule: 'quotes', run: 1, at: 1, was: '"', now: '“' },
      { rule: 'quotes', run: 2, at: 0, was: '"', now: '”' },
    ]);
  });

  test('verbatim runs are words that nothing is known of', () => {
    const code = { text: '"a"...', isVerbatim: true };
    expect(repaired({ text: 'd\'"' }, code, { text: '"?' })).toEqual(['d’«_', '"a"...', '_»_?']);
    expect(repaired({ text: "l'" }, code)).toEqual(['l’', '"a"...']);
  });

  test('runs without text, and no runs at all', () => {
    expect(repaired({ text: 'Quoi' }, { text: '' }, { text: '?' })).toEqual(['Quoi', '', '_?']);
    expect(repaired()).toEqual([]);
  });
});
