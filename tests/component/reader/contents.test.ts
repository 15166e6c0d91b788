import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import { markCurrentSection } from '../../../src/reader/current-section.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { articleOf } from '../../support/fake-site.ts';
import { hitArea } from '../../support/hit-area.ts';
import { show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));
afterEach(() => page.viewport(390, 844));

const section = (id: string, name: string) => [
  { id, type: 'heading', level: 2, text: [name] },
  { id: `${id}-text`, type: 'paragraph', text: ['It goes on and on. '.repeat(200)] },
];
const contents = page.getByRole('navigation', { name: 'In this article' });
const marked = () =>
  [...contents.element().querySelectorAll('[aria-current=true]')].map(({ textContent }) =>
    textContent.trim(),
  );

test('on a wide screen the contents mark the section that is read', async () => {
  await page.viewport(1280, 800);
  await show(ArticleView, {
    article: articleOf([...section('one', 'One'), ...section('two', 'Two')]),
  });
  await expect.element(contents).toBeVisible();
  onTestFinished(markCurrentSection());
  expect(marked()).toEqual([]);
  for (const link of contents.getByRole('link').elements()) {
    expect(hitArea(link).height).toBeGreaterThanOrEqual(24);
  }
  document.getElementById('one')?.scrollIntoView();
  await expect.poll(marked).toEqual(['One']);
  scrollBy(0, 300);
  await expect.poll(marked).toEqual(['One']);
  document.getElementById('two')?.scrollIntoView();
  await expect.poll(marked).toEqual(['Two']);
  scrollTo(0, 0);
  await expect.poll(marked).toEqual([]);
});
