import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hrefOf, type PageRoute, parseRoute, type Route } from '../../../src/app/route.ts';
import { languages, otherLanguage } from '../../../src/content/language.ts';

const plainPages = ['front', 'latest', 'sections', 'saved', 'myComments', 'settings'] as const;
const slugPages = ['article', 'section', 'tag'] as const;

const bases = fc.constantFrom('/', '/news/', '/a/b/', '/fr/', '/en/article/', '/%C3%A9/');
const language = fc.constantFrom(...languages);
/** Any text but none, with those an address has other uses for. */
const slug = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '.',
    '..',
    '/',
    '//',
    '?',
    '#',
    '%',
    '%2F',
    '%zz',
    ' ',
    '+',
    '&',
    '\\',
    'é',
    '東京',
  ),
  fc.constantFrom('index.html', 'fr', 'en', 'article', 'rubrique', 'toString', '__proto__', '0'),
);
const route: fc.Arbitrary<PageRoute> = fc.oneof(
  fc.record({ page: fc.constantFrom(...plainPages), language }),
  fc.record({ page: fc.constantFrom(...slugPages), language, slug }),
);

describe('an address', () => {
  test('means the route it was made for', () => {
    fc.assert(
      fc.property(route, bases, (original, base) => {
        const href = hrefOf(original, base);
        expect(href.startsWith(base)).toBe(true);
        expect(parseRoute(href, base)).toEqual(original);
      }),
      { numRuns: 2_000 },
    );
  });

  test('means the same with a slash at its end', () => {
    fc.assert(
      fc.property(route, bases, (original, base) => {
        const href = hrefOf(original, base);
        expect(parseRoute(href.endsWith('/') ? href : `${href}/`, base)).toEqual(original);
      }),
    );
  });

  test('survives the browser, which takes it apart and puts it together', () => {
    const browserSlug = slug.filter((text) => text !== '.' && text !== '..');
    fc.assert(
      fc.property(browserSlug, bases, (text, base) => {
        const original: Route = { page: 'article', language: 'fr', slug: text };
        const { pathname, search, hash } = new URL(hrefOf(original, base), 'https://example.org');
        expect([parseRoute(pathname, base), search, hash]).toEqual([original, '', '']);
      }),
    );
  });

  test('belongs to one route only', () => {
    fc.assert(
      fc.property(route, route, bases, (a, b, base) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b));
        expect(hrefOf(a, base)).not.toBe(hrefOf(b, base));
      }),
    );
  });
});

test('any path at all is a route', () => {
  const part = fc.constantFrom(
    'fr',
    'en',
    '/',
    '//',
    'article',
    'gardes',
    'saved',
    '%',
    '%41',
    'x',
    '.',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string())), bases, (parts, base) => {
      const pathname = parts.join('');
      for (const path of [pathname, base + pathname]) {
        const { page } = parseRoute(path, base);
        expect([...plainPages, ...slugPages, 'root', 'notFound']).toContain(page);
      }
    }),
  );
});

describe('addresses are in the language of their page', () => {
  test.each([
    ['/news/fr/', { page: 'front', language: 'fr' }],
    ['/news/fr', { page: 'front', language: 'fr' }],
    ['/news/en/', { page: 'front', language: 'en' }],
    ['/news/fr/article/une-marée', { page: 'article', language: 'fr', slug: 'une-marée' }],
    ['/news/fr/article/une-mar%C3%A9e', { page: 'article', language: 'fr', slug: 'une-marée' }],
    ['/news/fr/rubrique/sciences', { page: 'section', language: 'fr', slug: 'sciences' }],
    ['/news/en/section/science', { page: 'section', language: 'en', slug: 'science' }],
    ['/news/fr/sujet/mer', { page: 'tag', language: 'fr', slug: 'mer' }],
    ['/news/en/topic/sea', { page: 'tag', language: 'en', slug: 'sea' }],
    ['/news/fr/gardes', { page: 'saved', language: 'fr' }],
    ['/news/en/saved/', { page: 'saved', language: 'en' }],
    ['/news/fr/mes-commentaires', { page: 'myComments', language: 'fr' }],
    ['/news/en/my-comments', { page: 'myComments', language: 'en' }],
    ['/news/fr/reglages', { page: 'settings', language: 'fr' }],
    ['/news/fr/derniers-articles', { page: 'latest', language: 'fr' }],
    ['/news/en/latest', { page: 'latest', language: 'en' }],
    ['/news/fr/rubriques', { page: 'sections', language: 'fr' }],
  ] satisfies [string, Route][])('%s', (pathname, expected) => {
    expect(parseRoute(pathname, '/news/')).toEqual(expected);
  });

  test.each(['/news/', '/news', '/news/index.html'])('%s leaves it to the reader', (pathname) => {
    expect(parseRoute(pathname, '/news/')).toEqual({ page: 'root' });
  });
});

describe('a word of the other language', () => {
  test.each([
    ['/fr/section/science', { page: 'section', language: 'fr', slug: 'science' }],
    ['/en/rubrique/sciences', { page: 'section', language: 'en', slug: 'sciences' }],
    ['/en/sujet/russie', { page: 'tag', language: 'en', slug: 'russie' }],
    ['/fr/saved', { page: 'saved', language: 'fr' }],
    ['/en/gardes', { page: 'saved', language: 'en' }],
  ] satisfies [string, Route][])('in %s is understood', (pathname, expected) => {
    expect(parseRoute(pathname, '/')).toEqual(expected);
  });

  test('means the same page in either language', () => {
    fc.assert(
      fc.property(route, bases, (original, base) => {
        const here = hrefOf(original, base);
        const language = otherLanguage(original.language);
        const path = here.slice(base.length + original.language.length);
        const there: Route = { ...original, language };
        expect(parseRoute(`${base}${language}${path}`, base)).toEqual(there);
      }),
    );
  });
});

describe('what is no address of the site', () => {
  test.each([
    ['fr', 'article'],
    ['fr', 'article/'],
    ['fr', 'article/a/b'],
    ['fr', 'article//a'],
    ['fr', '/article/a'],
    ['fr', 'article/%'],
    ['fr', 'article/%E9'],
    ['fr', 'gardes/a'],
    ['fr', 'toString'],
    ['en', 'nothing'],
  ] as const)('in %s, %s, is said in its language, and stays what it is', (language, path) => {
    const lost = { page: 'notFound', language, path } as const;
    expect(parseRoute(`/news/${language}/${path}`, '/news/')).toEqual(lost);
    expect(hrefOf(lost, '/news/')).toBe(`/news/${language}/${path}`);
  });

  test.each(['/news/de/', '/news/FR/', '/news//fr/', '/newsroom/fr/', '/fr/', '/', ''])(
    '%j has no language',
    (pathname) => {
      expect(parseRoute(pathname, '/news/')).toEqual({ page: 'notFound' });
    },
  );
});
