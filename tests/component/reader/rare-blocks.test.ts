import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { hasRareBlocks, loadBlocksOf, rareBlocks } from '../../../src/reader/rare-blocks.ts';
import { articleOf } from '../../support/fake-site.ts';
import { show } from '../../support/stage.ts';

const code = { id: 'b1', type: 'code', code: 'let place = kept;' };
const words = { id: 'b2', type: 'paragraph', text: ['Plain words.'] };
const note = { id: 'b3', type: 'note', blocks: [code] };

beforeEach(() => startI18n('en'));

test('an article of common blocks asks for nothing', async () => {
  const load = vi.spyOn(rareBlocks, 'load');
  await loadBlocksOf(articleOf([words]));
  expect(load).not.toHaveBeenCalled();
  load.mockRestore();
});

test('in an aside too, a rare block is one', () => {
  expect(hasRareBlocks(articleOf([words]))).toBe(false);
  expect(hasRareBlocks(articleOf([words, note]))).toBe(true);
});

test('a part that cannot be had leaves a note, and the rest can be read', async () => {
  const load = vi.spyOn(rareBlocks, 'load').mockRejectedValue(new Error('no network'));
  await loadBlocksOf(articleOf([code]));
  await show(ArticleView, { article: articleOf([words, code]) });
  await expect.element(page.getByText('This passage could not be shown.')).toBeVisible();
  await expect.element(page.getByText('Plain words.')).toBeVisible();
  load.mockRestore();
});

test('shown before its part was asked for, a rare block appears when that has come', async () => {
  await show(ArticleView, { article: articleOf([words, code]) });
  await expect.element(page.getByText('let place = kept;')).toBeVisible();
});
