import { expect, test } from 'vitest';
import type { Inline } from '../../../../src/content/model.ts';
import { runsOfInlines, withTexts } from '../../../../src/content/typography/runs.ts';

const inlines: Inline[] = [
  'a ',
  { em: ['b ', { strong: ['c'] }] },
  { sup: ['2'] },
  { sub: ['3'] },
  { link: ['d ', { em: ['e'] }], href: 'https://example.org' },
  { footnote: 'n1' },
  { code: 'f' },
  { abbr: 'G', title: 'not read' },
  { foreign: ['h ', { em: ['i'] }], lang: 'la' },
];

test('every text of a paragraph is a run, but for the mark of a footnote', () => {
  const runs = runsOfInlines(inlines);
  expect(runs.map(({ text }) => text)).toEqual([
    ...['a ', 'b ', 'c', '2', '3', 'd ', 'e', 'f', 'G', 'h ', 'i'],
  ]);
});

test('code and words of another language are verbatim, with all that is inside them', () => {
  const verbatim = runsOfInlines(inlines).filter(({ isVerbatim }) => isVerbatim);
  expect(verbatim.map(({ text }) => text)).toEqual(['f', 'h ', 'i']);
});

test('texts go back to where they came from, and nothing else changes', () => {
  const texts = runsOfInlines(inlines).map(({ text }) => text.toUpperCase());
  expect(withTexts(inlines, texts)).toEqual([
    'A ',
    { em: ['B ', { strong: ['C'] }] },
    { sup: ['2'] },
    { sub: ['3'] },
    { link: ['D ', { em: ['E'] }], href: 'https://example.org' },
    { footnote: 'n1' },
    { code: 'F' },
    { abbr: 'G', title: 'not read' },
    { foreign: ['H ', { em: ['I'] }], lang: 'la' },
  ]);
});
