import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/model.ts';
import { relatedArticles } from '../../../src/publish/related.ts';
import {
  madeArticle,
  madeArticles,
  madeEdition,
  madeSections,
  madeTags,
  madeVersion,
} from '../../support/made-edition.ts';

const about = (number: number, text: string, rest: Partial<Article> = {}): Article => {
  const id = `a-${number}`;
  // Headline and standfirst say the same of all, so that only what a test gives tells them apart.
  const fr = { ...madeVersion(id, 'fr', text), headline: 'Titre', standfirst: 'Sujet' };
  return madeArticle(number, { id, section: `s-${number}`, tags: [], versions: { fr }, ...rest });
};
const relatedTo = (id: string, articles: Article[], count = 4) =>
  relatedArticles(madeEdition(articles).articles, count).get(id);

describe('what is near comes first', () => {
  // Newer than all, and like none: what stands there when nothing is near.
  const strangers = [91, 92, 93].map((number) => about(number, `Rien ${number}`));

  test('by section', () => {
    const articles = [
      about(1, 'un', { section: 'sea' }),
      about(2, 'deux', { section: 'sea' }),
      ...strangers,
    ];
    expect(relatedTo('a-1', articles)?.[0]).toBe('a-2');
  });

  test('by tags, and more by more of them', () => {
    const articles = [
      about(1, 'un', { tags: ['ice', 'sea'] }),
      about(2, 'deux', { tags: ['ice', 'sea'] }),
      about(3, 'trois', { tags: ['sea'] }),
      ...strangers,
    ];
    expect(relatedTo('a-1', articles)?.slice(0, 2)).toEqual(['a-2', 'a-3']);
  });

  test('by the words they share', () => {
    const articles = [
      about(1, 'Le transformateur du barrage'),
      about(2, 'Un barrage sans transformateur'),
      ...strangers,
    ];
    expect(relatedTo('a-1', articles)?.[0]).toBe('a-2');
  });

  test('words of one language do not count for the other', () => {
    const english = {
      en: { ...madeVersion('a-2', 'en', 'barrage transformateur'), headline: 'x' },
    };
    const articles = [
      about(1, 'Le transformateur du barrage'),
      about(2, '', { versions: english, originalLanguage: 'en' }),
      ...strangers,
    ];
    expect(relatedTo('a-1', articles)?.[0]).toBe('a-93');
  });

  test('by a rare tag rather than by a common one', () => {
    const common = Array.from({ length: 12 }, (_, index) =>
      about(10 + index, 'texte', { tags: ['common'] }),
    );
    const articles = [
      about(1, 'un', { tags: ['rare', 'common'] }),
      about(2, 'deux', { tags: ['rare'] }),
      ...common,
    ];
    expect(relatedTo('a-1', articles)?.[0]).toBe('a-2');
  });

  test('of equals, the newest', () => {
    const articles = [1, 3, 2].map((number) => about(number, 'Le transformateur'));
    expect(relatedTo('a-1', [...articles, ...strangers])?.slice(0, 2)).toEqual(['a-3', 'a-2']);
  });

  test('and where nothing is near, the newest', () => {
    const articles = [
      about(1, 'un', { datePublished: '2026-05-02T00:30:00+02:00' }),
      about(2, 'deux', { datePublished: '2026-05-01T23:00:00Z' }),
      about(3, 'trois', { datePublished: '2026-05-01T22:45:00Z' }),
    ];
    expect(relatedTo('a-1', articles)).toEqual(['a-2', 'a-3']);
    expect(relatedTo('a-2', articles)).toEqual(['a-3', 'a-1']);
  });
});

describe('what the author names comes first', () => {
  const articles = [
    ...madeArticles(12),
    madeArticle(13, { related: ['a-00002', 'a-00013', 'a-00001'] }),
  ];

  test('in the author’s order, without the article itself, filled up with what is near', () => {
    const related = relatedTo('a-00013', articles);
    expect(related?.slice(0, 2)).toEqual(['a-00002', 'a-00001']);
    expect(related).toHaveLength(4);
  });

  test('up to as many as are shown', () => {
    expect(relatedTo('a-00013', articles, 1)).toEqual(['a-00002']);
  });
});

test('there are always as many as can be, all different, never the article itself', () => {
  const anyArticles = fc
    .array(
      fc.record({
        section: fc.constantFrom(...madeSections),
        tags: fc.subarray([...madeTags]),
        related: fc.option(fc.array(fc.integer({ min: 1, max: 8 })), { nil: undefined }),
      }),
      { maxLength: 8 },
    )
    .map((parts) =>
      parts.map(({ section, tags, related }, index) => {
        const named = related?.filter((number) => number <= parts.length);
        const ids = named?.map((number) => madeArticle(number).id);
        return madeArticle(index + 1, { section, tags, related: ids });
      }),
    );
  fc.assert(
    fc.property(anyArticles, fc.integer({ min: 0, max: 5 }), (articles, count) => {
      const related = relatedArticles(madeEdition(articles).articles, count);
      expect([...related.keys()]).toEqual(articles.map(({ id }) => id));
      for (const [id, others] of related) {
        expect(others).toHaveLength(Math.min(count, articles.length - 1));
        expect(new Set(others).size).toBe(others.length);
        expect(others).not.toContain(id);
      }
    }),
  );
});
