import { describe, expect, test } from 'vitest';
import { inlineRuns } from '../../../src/content/blocks.ts';
import { counterpartOf, eachShown, hasWords } from '../../../src/content/counterpart.ts';
import { otherLanguage, type Language } from '../../../src/content/language.ts';
import type { Block, Inline } from '../../../src/content/model.ts';
import { plainText, plainTextOfBlocks } from '../../../src/content/plain-text.ts';
import { everyBlock } from '../../support/every-block.ts';

const { versions } = everyBlock();
const bodyIn = (language: Language) => versions[language]!.body;
const suffix = '.x';
const noNumbers = { numberOf: () => undefined, suffix, markFor: (mark: Inline) => mark };

describe.each(['fr', 'en'] as const)('of the blocks in %s', (language) => {
  const blocks = [...eachShown(bodyIn(language))];
  const other = bodyIn(otherLanguage(language));
  const worded = blocks.filter(hasWords);

  test('those with words are all but lines and gaps', () => {
    const without = new Set(blocks.filter((block) => !hasWords(block)).map(({ type }) => type));
    expect(without).toContain('divider');
    for (const type of ['paragraph', 'heading', 'quote', 'list', 'table', 'footnotes', 'embed']) {
      expect(without).not.toContain(type);
    }
  });

  test('each has the words of the block with its id, and of no other', () => {
    const others = new Map([...eachShown(other)].map((block) => [block.id, block]));
    expect(worded.length).toBeGreaterThan(10);
    for (const block of worded) {
      const found = others.get(block.id)!;
      const counterpart = counterpartOf(block, other, noNumbers) ?? [];
      const said = plainTextOfBlocks(counterpart);
      if (found.type === 'embed') expect(said).toContain(found.title);
      for (const run of inlineRuns(found)) expect(said).toContain(plainText(run));
    }
  });

  test('none has an id that the page has', () => {
    const ids = new Set(blocks.map(({ id }) => id));
    for (const block of worded) {
      for (const { id } of counterpartOf(block, other, noNumbers) ?? []) {
        expect(ids).not.toContain(id);
        expect(id.startsWith(block.id + suffix)).toBe(true);
      }
    }
  });

  test('none shows a picture or code twice, or an aside within', () => {
    const types = worded.flatMap((block) =>
      (counterpartOf(block, other, noNumbers) ?? []).map(({ type }) => type),
    );
    for (const type of ['figure', 'gallery', 'code', 'note', 'embed']) {
      expect(types).not.toContain(type);
    }
  });
});

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', text: [text] });

test('a block that the other version does not have has none', () => {
  expect(counterpartOf(paragraph('b1', 'Un'), [paragraph('b2', 'Two')], noNumbers)).toBeUndefined();
});

test('neither has one whose counterpart says nothing', () => {
  const line: Block = { id: 'b1', type: 'divider' };
  expect(counterpartOf(paragraph('b1', 'Un'), [line], noNumbers)).toBeUndefined();
});

test('an aside has none, but its title has', () => {
  const aside = (title?: string): Block => ({
    id: 'a',
    type: 'note',
    title: title === undefined ? undefined : [title],
    blocks: [paragraph('a1', 'x')],
  });
  const [note, title] = [...eachShown([aside('Titre')])];
  expect(hasWords(note!)).toBe(false);
  expect(hasWords(title!)).toBe(true);
  expect(counterpartOf(title!, [aside('Title')], noNumbers)).toEqual([
    { ...paragraph('', 'Title'), id: `${title!.id}.x` },
  ]);
  expect(counterpartOf(title!, [aside()], noNumbers)).toBeUndefined();
});

test('notes come in the order of their numbers on the page, with ids of their own', () => {
  const notes = (a: string, b: string): Block => ({
    id: 'n',
    type: 'footnotes',
    notes: [
      { id: 'a', text: [a] },
      { id: 'b', text: [b] },
    ],
  });
  const numberOf = (id: string) => ({ a: 2, b: 1 })[id];
  const place = { ...noNumbers, numberOf };
  expect(counterpartOf(notes('A', 'B'), [notes('C', 'D')], place)).toEqual([
    {
      id: 'n.x',
      type: 'footnotes',
      notes: [
        { id: 'b.x', text: ['D'] },
        { id: 'a.x', text: ['C'] },
      ],
    },
  ]);
});

test('the marks of footnotes are what its place makes of them, however deep', () => {
  const marks: Block[] = [
    { id: 'b1', type: 'quote', text: ['A', { em: ['B', { footnote: 'n1' }] }], cite: [] },
    { id: 'b2', type: 'table', rows: [[['1', { footnote: 'n2' }]]] },
    { id: 'b3', type: 'footnotes', notes: [{ id: 'n1', text: [{ footnote: 'n3' }] }] },
  ];
  const markFor = ({ footnote }: { footnote: string }) => ({ sup: [`see ${footnote}`] });
  const place = { ...noNumbers, markFor };
  const json = JSON.stringify(marks.map((block) => counterpartOf(block, marks, place)));
  expect(json).not.toContain('"footnote"');
  for (const id of ['n1', 'n2', 'n3']) expect(json).toContain(`{"sup":["see ${id}"]}`);
});
