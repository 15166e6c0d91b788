import { describe, expect, test } from 'vitest';
import type { Comment } from '../../../src/content/model.ts';
import { plainTextOfBlocks, wordsOf } from '../../../src/content/plain-text.ts';
import { contentHash } from '../../../src/publish/hash.ts';
import { builtEdition } from '../../support/built-edition.ts';
import {
  madeArticle,
  madeArticles,
  madeEdition,
  madeId,
  madeSite,
  madeVersion,
} from '../../support/made-edition.ts';

const ids = (summaries: readonly { id: string }[]) => summaries.map(({ id }) => id);
const comment: Comment = {
  id: 'c1',
  author: 'Lise',
  date: '2026-11-04T15:20:00Z',
  language: 'fr',
  text: 'Merci.',
};

describe('summaries', () => {
  const english = madeVersion('a-00002', 'en', 'Exactly five words in here.');
  const articles = [
    madeArticle(1),
    madeArticle(2, { originalLanguage: 'en', versions: { en: english } }),
  ];
  const edition = madeEdition(articles, { threads: { 'a-00001': [comment] } });
  const built = builtEdition(edition);
  const [second, first] = built.articles('index.json');

  test('name the article’s file by the hash of what is published', () => {
    const published = built.files.get('articles/a-00001.json')!;
    expect(published).toBe(JSON.stringify(articles[0]));
    expect(first?.hash).toBe(contentHash(published));
  });

  test('count the words of each version, and have no more versions than the article', () => {
    expect(second?.versions).toEqual({ en: expect.objectContaining({ wordCount: 5 }) });
    for (const language of ['fr', 'en'] as const) {
      const body = articles[0]?.versions[language]?.body ?? [];
      const wordCount = wordsOf(plainTextOfBlocks(body)).length;
      expect(wordCount).toBeGreaterThan(0);
      expect(first?.versions[language]).toMatchObject({ wordCount });
    }
  });

  test('name the published comments, where there are any', () => {
    const thread = built.files.get('comments/a-00001.json')!;
    expect(first?.comments).toEqual({ count: 1, hash: contentHash(thread) });
    expect(second?.comments).toBeUndefined();
  });

  test('change their hash when a field changes that the app does not know', () => {
    const other = { ...madeArticle(1), mood: 'serene' };
    const [summary] = builtEdition(madeEdition([other])).articles('index.json');
    expect(summary?.hash).not.toBe(first?.hash);
  });
});

describe('the front page', () => {
  const twenty = madeArticles(20);

  test('is led by the newest article, and shows the newest four of each section', () => {
    const front = builtEdition(madeEdition(twenty)).front();
    expect(front.lead?.id).toBe(madeId(20));
    // Numbers of a section and of those inside it, newest first, without the lead.
    expect(front.sections.map(({ id, articles }) => [id, ids(articles)])).toEqual([
      ['news', [17, 16, 13, 12].map(madeId)],
      ['science', [18, 14, 10, 6].map(madeId)],
      ['culture', [19, 15, 11, 7].map(madeId)],
    ]);
  });

  test('is led by the article that the site names, which is then not shown again', () => {
    const site = { ...madeSite, lead: madeId(18) };
    const front = builtEdition(madeEdition(twenty, { site })).front();
    expect(front.lead?.id).toBe(madeId(18));
    expect(front.sections.flatMap(({ articles }) => ids(articles))).not.toContain(madeId(18));
  });

  test('leaves out a section without articles', () => {
    const culture = twenty.filter(({ section }) => section === 'culture');
    expect(
      builtEdition(madeEdition(culture))
        .front()
        .sections.map(({ id }) => id),
    ).toEqual(['culture']);
  });

  test('of an empty edition is empty', () => {
    expect(builtEdition(madeEdition([])).front()).toEqual({ sections: [] });
  });
});

describe('addresses', () => {
  const built = builtEdition(
    madeEdition([
      ...madeArticles(8),
      madeArticle(9, {
        versions: {
          fr: { ...madeVersion('a-00009', 'fr'), slug: 'a-00009' },
          en: { ...madeVersion('a-00009', 'en'), slug: 'a-00009' },
        },
      }),
    ]),
  );

  test.each(['a-00003', 'a-00003-fr', 'a-00003-en'])('%s leads to the article', (name) => {
    expect(built.address(name).article.id).toBe('a-00003');
  });

  test('that both versions and the id share is one file', () => {
    expect(built.address('a-00009').article.id).toBe('a-00009');
  });

  test('name four articles to read next, never the article itself', () => {
    for (const number of [1, 5, 9]) {
      const { article, related } = built.address(madeId(number));
      expect(new Set(ids(related)).size).toBe(4);
      expect(ids(related)).not.toContain(article.id);
    }
  });

  test('of nothing are not there', () => {
    expect(() => built.address('a-00010')).toThrow('was not built');
  });
});

test('what is built does not depend on the order of the files on the disk', () => {
  const articles = madeArticles(30);
  const sameHour = articles.map((article, index) =>
    index % 2 ? article : { ...article, datePublished: '2026-01-01T00:00:00Z' },
  );
  const files = (list: typeof articles) => [...builtEdition(madeEdition(list)).files].sort();
  expect(files(sameHour.toReversed())).toEqual(files(sameHour));
});
