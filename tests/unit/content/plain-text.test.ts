import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/content/model.ts';
import { plainText, plainTextOfBlocks, wordsOf } from '../../../src/content/plain-text.ts';

test('inline text loses its marks and keeps its words', () => {
  const text = plainText([
    'a ',
    { em: ['b ', { strong: ['c'] }] },
    { sup: ['2'] },
    { sub: ['3'] },
    ' ',
    { link: ['d ', { em: ['e'] }], href: 'https://example.org' },
    { footnote: 'n1' },
    { code: ' f' },
    { abbr: ' G', title: 'not read' },
    { foreign: [' h'], lang: 'la' },
  ]);
  expect(text).toBe('a b c23 d e f G h');
});

test('blocks become lines in reading order, those of notes and lists too', () => {
  const blocks: Block[] = [
    { id: 'a', type: 'heading', level: 2, text: ['heading'] },
    { id: 'b', type: 'quote', text: ['quote'], cite: ['source'] },
    {
      id: 'c',
      type: 'list',
      items: [{ text: ['item'], list: { items: [{ text: ['inner item'] }] } }, { text: ['last'] }],
    },
    { id: 'd', type: 'note', title: ['note'], blocks: [{ id: 'e', type: 'divider' }] },
    { id: 'f', type: 'table', caption: ['table'], head: [['head']], rows: [[['cell']], [['end']]] },
    { id: 'g', type: 'code', code: 'not text', caption: ['program'] },
    { id: 'h', type: 'unknown', kind: 'hologram' },
    { id: 'i', type: 'footnotes', notes: [{ id: 'n', text: ['footnote'] }] },
  ];
  expect(plainTextOfBlocks(blocks).split('\n')).toEqual([
    ...['heading', 'quote', 'source', 'item', 'inner item', 'last', 'note'],
    ...['table', 'head', 'cell', 'end', 'program', 'footnote'],
  ]);
});

describe('words are counted as a reader reads them', () => {
  test.each([
    ['', 0],
    ['« — » … !', 0],
    ['L’aujourd’hui d’un rendez-vous', 3],
    ["Don't stop", 2],
    ['Il est 15,5 ou 1.435 mètre ?', 6],
    ['Łódź, Ærø, 東京', 3],
    ['one\ntwo\u00a0three\u202ffour', 4],
  ])('%j: %i', (text, count) => {
    expect(wordsOf(text)).toHaveLength(count);
  });
});
