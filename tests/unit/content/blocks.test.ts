import { expect, test } from 'vitest';
import { eachBlock, inlineRuns, picturesOfBlocks } from '../../../src/content/blocks.ts';
import { everyBlock } from '../../support/every-block.ts';

test('the pictures of a body are those of figures and galleries, in reading order', () => {
  const pictures = picturesOfBlocks(everyBlock().versions.en?.body ?? []);
  expect(pictures.map(({ alt }) => alt)).toEqual([
    'A lighthouse by the sea',
    'A high tide',
    'A low tide',
  ]);
});

test('blocks are walked in reading order, those of a note after the note', () => {
  const ids = [...eachBlock(everyBlock().versions.en?.body ?? [])].map(({ id }) => id);
  expect(ids.slice(ids.indexOf('note'), ids.indexOf('card'))).toEqual([
    ...['note', 'note-text', 'note-list', 'bare-note', 'bare-note-text'],
  ]);
});

test('every block but cards, dividers and gaps holds text', () => {
  const blocks = [...eachBlock(everyBlock().versions.en?.body ?? [])];
  const silent = blocks.filter((block) => inlineRuns(block).flat().length === 0);
  expect(new Set(silent.map(({ type }) => type))).toEqual(new Set(['divider', 'embed', 'note']));
  expect(inlineRuns({ id: 'a', type: 'unknown', kind: 'hologram' })).toEqual([]);
});
