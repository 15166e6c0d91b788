import { describe, expect, test } from 'vitest';
import { findBySlug, translatedRoute } from '../../../src/app/translated-route.ts';
import type { Site } from '../../../src/content/model.ts';
import { summaryOf } from '../../../src/content/summary.ts';
import { everyBlock } from '../../support/every-block.ts';

const label = { fr: 'x', en: 'x' };
const site: Site = {
  name: label,
  description: label,
  defaultLanguage: 'fr',
  timeZone: 'UTC',
  sections: [
    {
      id: 'news',
      slug: { fr: 'actualite', en: 'the-news' },
      name: label,
      sections: [
        { id: 'defence', slug: { fr: 'securite-et-defense', en: 'security' }, name: label },
      ],
    },
  ],
  tags: [
    { id: 'sea', slug: { fr: 'mer', en: 'the-sea' }, name: label },
    { id: 'mer', slug: { fr: 'merou', en: 'grouper' }, name: label },
  ],
  authors: [],
};
const article = everyBlock();
const both = summaryOf(article, 'h');
const frenchOnly = summaryOf({ ...article, versions: { fr: article.versions.fr } }, 'h');

describe('an article', () => {
  test.each([
    ['its French slug', 'tous-les-blocs'],
    ['its English slug', 'every-block-there-is'],
    ['its id', 'every-block'],
  ])('under %s gets the slug of the language', (_, slug) => {
    const route = { page: 'article', language: 'fr', slug } as const;
    expect(translatedRoute(route, 'en', site, both)).toEqual({
      page: 'article',
      language: 'en',
      slug: 'every-block-there-is',
    });
    expect(translatedRoute(route, 'fr', site, both)).toMatchObject({ slug: 'tous-les-blocs' });
  });

  test('without the language keeps the slug it has, under the language asked for', () => {
    const route = { page: 'article', language: 'fr', slug: 'tous-les-blocs' } as const;
    expect(translatedRoute(route, 'en', site, frenchOnly)).toEqual({
      page: 'article',
      language: 'en',
      slug: 'tous-les-blocs',
    });
  });

  test('not known, or not known yet, keeps the slug it has', () => {
    const route = { page: 'article', language: 'fr', slug: 'tous-les-blocs' } as const;
    expect(translatedRoute(route, 'en', site, undefined)).toEqual({ ...route, language: 'en' });
  });
});

describe('sections and tags', () => {
  test.each([
    ['section', 'actualite', 'en', 'the-news'],
    ['section', 'the-news', 'fr', 'actualite'],
    ['section', 'news', 'fr', 'actualite'],
    ['section', 'securite-et-defense', 'en', 'security'],
    ['section', 'defence', 'en', 'security'],
    ['tag', 'the-sea', 'fr', 'mer'],
    ['tag', 'mer', 'en', 'the-sea'],
    ['tag', 'unheard-of', 'en', 'unheard-of'],
  ] as const)('%s %s in %s is %s', (page, slug, language, expected) => {
    const route = { page, language: language === 'fr' ? 'en' : 'fr', slug } as const;
    expect(translatedRoute(route, language, site, undefined)).toEqual({
      page,
      language,
      slug: expected,
    });
  });

  test('a slug says more than an id', () => {
    expect(findBySlug(site.tags, 'mer')?.id).toBe('sea');
    expect(findBySlug(site.tags, 'sea')?.id).toBe('sea');
    expect(findBySlug(site.tags, 'x')).toBeUndefined();
  });
});

test('other pages change their language alone', () => {
  for (const page of ['front', 'latest', 'sections', 'saved', 'myComments', 'settings'] as const) {
    const expected = { page, language: 'en' };
    expect(translatedRoute({ page, language: 'fr' }, 'en', site, both)).toEqual(expected);
  }
});

test('the bare address of the site leads to the front page', () => {
  const expected = { page: 'front', language: 'en' };
  expect(translatedRoute({ page: 'root' }, 'en', site, undefined)).toEqual(expected);
});

test('a page that is not there is not there in the other language either', () => {
  const lost = { page: 'notFound', language: 'fr', path: 'rien/%E9' } as const;
  const expected = { page: 'notFound', language: 'en', path: 'rien/%E9' };
  expect(translatedRoute(lost, 'en', site, undefined)).toEqual(expected);
});

test('an address in no language has no counterpart', () => {
  expect(translatedRoute({ page: 'notFound' }, 'en', site, undefined)).toBeUndefined();
});
