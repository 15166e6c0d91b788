import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { startI18n } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { rareBlocks } from '../../../src/reader/rare-blocks.ts';
import { everyBlock } from '../../support/every-block.ts';
import { show } from '../../support/stage.ts';

// As on a page whose article has been brought whole.
beforeAll(() => rareBlocks.load());
beforeEach(() => startI18n('en'));

/** Sizes in pixels of all letters in an element, by what stands there. */
function sizesIn(selector: string): Map<string, number> {
  const root = document.querySelector(selector)!;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const sizes = new Map<string, number>();
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const parent = walker.currentNode.parentElement;
    if (text && parent) sizes.set(text, parseFloat(getComputedStyle(parent).fontSize));
  }
  return sizes;
}

/** What the reader’s factor makes of each letter: the factor it has in fact. */
async function factorsIn(selector: string, scale: number) {
  await show(ArticleView, { article: everyBlock() });
  const before = sizesIn(selector);
  document.documentElement.style.setProperty('--text-scale', String(scale));
  onTestFinished(() => void document.documentElement.style.removeProperty('--text-scale'));
  return [...sizesIn(selector)].map(([text, size]) => ({
    text,
    factor: size / (before.get(text) ?? 0),
  }));
}

test('whatever is in the text grows by the factor that the reader chose', async () => {
  const factors = await factorsIn('article .body', 1.5);
  expect(factors.length).toBeGreaterThan(50);
  expect(factors.filter(({ factor }) => Math.abs(factor - 1.5) > 0.01)).toEqual([]);
});

test('what is small already gets no smaller', async () => {
  const factors = await factorsIn('article .body', 0.85);
  const odd = factors.filter(({ factor }) => Math.abs(factor - 0.85) > 0.01 && factor !== 1);
  expect(odd).toEqual([]);
  expect(factors.some(({ factor }) => factor === 1)).toBe(true);
});

test.each(['h1', '.standfirst'])('the %s follows by half', async (part) => {
  const factors = await factorsIn(`article ${part}`, 1.5);
  expect(factors).toHaveLength(1);
  for (const { factor } of factors) expect(factor).toBeCloseTo(1.25);
});
