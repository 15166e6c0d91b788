/** What an article says of its languages: which it is in, and which of them is behind. */
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { Article } from '../../../src/content/model.ts';
import { startI18n } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { articleFile } from '../../support/fake-site.ts';
import { show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));

describe('an article that is not in the reader’s language', () => {
  const file = articleFile('tides');
  const { fr } = file.versions;

  test.each([
    ['one', { fr }, 'French'],
    ['two', { fr, de: fr }, 'French and German'],
    ['three', { fr, de: fr, it: fr }, 'French, German and Italian'],
  ])('tells all that it is in: %s', async (_count, versions, names) => {
    await show(ArticleView, { article: { ...file, versions } as Article });
    await expect.element(page.getByText(`This article exists only in ${names}.`)).toBeVisible();
  });

  test('tells those, too, that have not come with it', async () => {
    const article = { ...file, versions: { fr } } as Article;
    const summary = { ...article, versions: { fr, de: fr } } as never;
    await show(ArticleView, { article, summary });
    await expect.element(page.getByText('exists only in French and German')).toBeVisible();
  });
});

test('a version that was changed before the other on the same day is not said to be unchanged', async () => {
  const { versions, ...file } = articleFile('tides', { datePublished: '2026-11-04T08:00:00Z' });
  const article = {
    ...file,
    versions: {
      fr: { ...versions.fr!, dateModified: '2026-11-05T15:20:00Z' },
      en: { ...versions.en!, dateModified: '2026-11-05T09:00:00Z' },
    },
  };
  await show(ArticleView, { article });
  await expect.element(page.getByText('updated 5 November', { exact: true })).toBeVisible();
  await expect
    .element(page.getByText('The French version was updated on 5 November 2026'))
    .toHaveTextContent(/; this one does not reflect that yet\.$/);
});
