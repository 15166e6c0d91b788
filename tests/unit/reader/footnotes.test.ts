import { expect, test } from 'vitest';
import type { Block, Inline } from '../../../src/content/model.ts';
import { firstMarks, numberFootnotes } from '../../../src/reader/footnotes.ts';
import { everyBlock } from '../../support/every-block.ts';

const mark = (footnote: string): Inline => ({ footnote });
const paragraph = (id: string, ...text: Inline[]): Block => ({ id, type: 'paragraph', text });
const notes = (id: string, ...ids: string[]): Block => ({
  id,
  type: 'footnotes',
  notes: ids.map((note) => ({ id: note, text: [note] })),
});
const numbers = (...body: Block[]) => [...numberFootnotes(body)];

test('notes are numbered as the text mentions them, not as they are listed', () => {
  expect(
    numbers(paragraph('a', 'x', mark('late'), 'y', mark('early')), notes('n', 'early', 'late')),
  ).toEqual([
    ['late', 1],
    ['early', 2],
  ]);
});

test('a note mentioned again keeps its number', () => {
  const body = [
    paragraph('a', mark('x'), mark('y'), mark('x')),
    paragraph('b', mark('y'), mark('z')),
  ];
  expect(numbers(...body, notes('n', 'x', 'y', 'z')).map(([, number]) => number)).toEqual([
    1, 2, 3,
  ]);
});

test('marks count wherever text can stand', () => {
  const deep: Inline = { em: [{ link: [mark('mark')], href: '#a' }] };
  const picture = { image: { src: 'a.webp', width: 1, height: 1 }, alt: '' };
  expect(
    numbers(
      { id: 'a', type: 'heading', level: 2, text: [mark('heading')] },
      { id: 'b', type: 'quote', text: [mark('quote')], cite: [mark('cite')] },
      { id: 'c', type: 'list', items: [{ text: [], list: { items: [{ text: [mark('item')] }] } }] },
      { id: 'd', type: 'figure', ...picture, caption: [mark('figure')] },
      { id: 'e', type: 'gallery', images: [{ ...picture, caption: [mark('picture')] }] },
      { id: 'f', type: 'table', head: [[mark('head')]], rows: [[[mark('cell')]]] },
      { id: 'g', type: 'code', code: '', caption: [mark('code')] },
      {
        id: 'h',
        type: 'note',
        title: [mark('title')],
        blocks: [paragraph('i', deep, mark('inside'))],
      },
      { ...notes('j', 'other'), notes: [{ id: 'other', text: [mark('note')] }] } as Block,
      notes(
        'k',
        ...['note', 'inside', 'mark', 'title', 'code', 'cell', 'head', 'picture', 'figure'],
        ...['item', 'cite', 'quote', 'heading'],
      ),
    ).map(([id]) => id),
  ).toEqual([
    ...['heading', 'quote', 'cite', 'item', 'figure', 'picture', 'head', 'cell', 'code'],
    ...['title', 'mark', 'inside', 'note'],
  ]);
});

test('a mark without a note and a note without a mark have no number', () => {
  expect(numbers(paragraph('a', mark('gone'), mark('here')), notes('n', 'here', 'unused'))).toEqual(
    [['here', 1]],
  );
  expect(numbers(paragraph('a', 'no marks'))).toEqual([]);
});

test('a list of notes inside an aside counts', () => {
  const aside: Block = { id: 'a', type: 'note', blocks: [notes('n', 'x')] };
  expect(numbers(aside, paragraph('b', mark('x')))).toEqual([['x', 1]]);
});

test('both versions of an article number alike where they mention alike', () => {
  const { fr, en } = everyBlock().versions;
  expect(numbers(...(fr?.body ?? []))).toEqual([
    ['n1', 1],
    ['n2', 2],
  ]);
  expect(numbers(...(en?.body ?? []))).toEqual(numbers(...(fr?.body ?? [])));
});

test('a note leads back to the first of its marks, though another looks the same', () => {
  const [first, second] = [mark('x'), mark('x')];
  const body = [paragraph('a', { em: [first] }, second), notes('n', 'x')];
  expect(firstMarks(body).get('x')).toBe(first);
  expect(firstMarks(body).get('x')).not.toBe(second);
});
