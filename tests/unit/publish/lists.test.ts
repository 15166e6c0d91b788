/** Lists in pages: that none is lost, and that old pages stay as they are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/model.ts';
import { contentHash } from '../../../src/publish/hash.ts';
import { builtEdition } from '../../support/built-edition.ts';
import {
  madeArticle,
  madeArticles,
  madeEdition,
  madeSections,
  madeTags,
} from '../../support/made-edition.ts';

const upTo60 = Array.from({ length: 61 }, (_, size) => size);
const pageFile = /^(?:index|sections\/[a-z]+|tags\/[a-z]+)\/\d+\.json$/;

/** Articles of any section, with any tags and dates, many of them of the same instant. */
const anyArticles = fc
  .array(
    fc.record({
      section: fc.constantFrom(...madeSections),
      tags: fc.subarray([...madeTags]),
      hour: fc.integer({ min: 0, max: 20 }),
      zone: fc.constantFrom('Z', '+02:00', '-11:30'),
    }),
    { maxLength: 60 },
  )
  .map((parts) =>
    parts.map(({ hour, zone, ...rest }, index) => {
      const datePublished = `2026-01-01T${String(hour).padStart(2, '0')}:00:00${zone}`;
      return madeArticle(index + 1, { ...rest, datePublished });
    }),
  );

function newestFirst(articles: readonly Article[]): string[] {
  return articles
    .toSorted(
      (a, b) => Date.parse(b.datePublished) - Date.parse(a.datePublished) || (a.id < b.id ? -1 : 1),
    )
    .map(({ id }) => id);
}

describe('following `next` visits every article once, newest first', () => {
  test.each(upTo60)('of %i', (size) => {
    const articles = madeArticles(size);
    const built = builtEdition(madeEdition(articles));
    expect(built.articles('index.json').map(({ id }) => id)).toEqual(newestFirst(articles));
    const sizes = built.pages('index.json').map((page) => page.articles.length);
    // A first page that is neither bare nor long, then pages of twelve.
    expect(sizes[0]).toBeGreaterThanOrEqual(Math.min(size, 12));
    expect(sizes[0]).toBeLessThan(24);
    for (const length of sizes.slice(1)) expect(length).toBe(12);
  });

  test('of the whole edition, of each section with those inside it, and of each tag', () => {
    fc.assert(
      fc.property(anyArticles, (articles) => {
        const built = builtEdition(madeEdition(articles));
        const expectList = (list: string, isIn: (article: Article) => boolean) => {
          const listed = built.articles(list).map(({ id }) => id);
          expect(listed).toEqual(newestFirst(articles.filter(isIn)));
        };
        expectList('index.json', () => true);
        for (const id of madeSections) {
          expectList(
            `sections/${id}.json`,
            ({ section }) => section === id || (id === 'news' && section === 'defence'),
          );
        }
        for (const tag of madeTags) {
          expectList(`tags/${tag}.json`, ({ tags }) => tags.includes(tag));
        }
      }),
      { numRuns: 60 },
    );
  });
});

test('`next` names a page by the hash of what is in it', () => {
  const built = builtEdition(madeEdition(madeArticles(60)));
  const pages = built.pages('index.json');
  expect(pages.length).toBeGreaterThan(3);
  for (const { next } of pages.slice(0, -1)) {
    const [file, hash] = next!.split('?v=');
    expect(contentHash(built.files.get(file!)!)).toBe(hash);
  }
  expect(pages.at(-1)).not.toHaveProperty('next');
});

describe('a new article changes first pages alone', () => {
  test.each(upTo60)('of an edition of %i', (size) => {
    const articles = madeArticles(size);
    const before = builtEdition(madeEdition(articles)).files;
    const after = builtEdition(madeEdition([...articles, madeArticle(size + 1)])).files;
    for (const [file, json] of before) {
      if (pageFile.test(file)) expect([file, after.get(file)]).toEqual([file, json]);
    }
    expect(after.get('index.json')).not.toBe(before.get('index.json'));
  });

  test('and an update of an old one changes the pages from it up, whose addresses change', () => {
    const articles = madeArticles(60);
    const before = builtEdition(madeEdition(articles)).pages('index.json');
    const updated = articles.with(20, { ...articles[20]!, dateModified: '2026-01-01T00:00:00Z' });
    const after = builtEdition(madeEdition(updated)).pages('index.json');
    const changed = before.map((page, index) => page.next !== after[index]?.next);
    const holder = before.findIndex(({ articles: listed }) =>
      listed.some(({ id }) => id === articles[20]!.id),
    );
    expect(holder).toBeGreaterThan(0);
    expect(changed).toEqual(before.map((_, index) => index < holder));
  });
});
