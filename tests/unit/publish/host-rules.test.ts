import { describe, expect, test } from 'vitest';
import { headersFile, headersFor, notFoundPages, typeOf } from '../../../src/publish/host-rules.ts';

const forever = 'public, max-age=31536000, immutable';
const caching = (path: string, query?: string, isFound?: boolean) =>
  headersFor({ path, query }, isFound)['Cache-Control'];

describe('how long an answer may be kept', () => {
  test.each([
    ['assets/app-1a2b3c4d.js', ''],
    ['content/articles/a.json', '?v=1a2b'],
    ['content/index/3.json', '?x=1&v=1a2b'],
  ])('%s%s for ever', (path, query) => {
    expect(caching(path, query)).toBe(forever);
    expect(caching(path, query, false), 'unless it is missing').toBe('no-cache');
  });

  test.each([
    ['', ''],
    ['fr/', ''],
    ['fr/', '?v=1'],
    ['fr/article/assets', ''],
    ['content/front.json', ''],
    ['content/front.json', '?rev=1'],
    ['content/images/a.webp', ''],
    ['sw.js', '?v=2'],
    ['index.html', ''],
  ])('%s%s until the next visit', (path, query) => {
    expect(caching(path, query)).toBe('no-cache');
  });
});

test('every answer says what a page cannot say of itself', () => {
  for (const isFound of [true, false]) {
    expect(headersFor({ path: 'fr/' }, isFound)).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "frame-ancestors 'none'",
      'Referrer-Policy': 'same-origin',
    });
  }
});

test.each([
  ['manifest.fr.webmanifest', 'application/manifest+json'],
  ['feeds/fr.json', 'application/feed+json'],
  ['feeds/en/science.json', 'application/feed+json'],
  ['feeds/fr.xml', undefined],
  ['content/feeds.json', undefined],
  ['fr/', undefined],
])('%s is of the type %s', (path, type) => {
  expect(typeOf(path)).toBe(type);
});

test.each([
  ['fr/article/rien', ['fr/404.html', '404.html']],
  ['en/', ['en/404.html', '404.html']],
  ['french', ['404.html']],
  ['fr', ['404.html']],
  ['assets/gone.js', ['404.html']],
])('%s is missed by %j', (path, pages) => {
  expect(notFoundPages(path)).toEqual(pages);
});

/** What a host that reads `_headers` says of an address: the values of all rules that match. */
function readHeaders(file: string, address: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let isMatch = false;
  for (const line of file.split('\n')) {
    if (line.startsWith('/')) {
      const [start = '', ...rest] = line.split('*');
      isMatch = rest.length > 0 ? address.startsWith(start) : address === start;
    } else if (isMatch && line.trim() !== '') {
      const [, name = '', value = ''] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      (found[name] ??= []).push(value);
    }
  }
  return found;
}

describe.each(['/', '/news/'])('_headers for %s', (base) => {
  const file = headersFile(base);

  test.each(['', 'fr/', 'assets/a.js', 'manifest.en.webmanifest', 'content/front.json', 'sw.js'])(
    'says of %s what the rules say, each thing once',
    (path) => {
      const type = typeOf(path);
      const rules = headersFor({ path });
      if (type) rules['Content-Type'] = type;
      // Which is what these hosts do where they are told nothing.
      if (rules['Cache-Control'] === 'no-cache') delete rules['Cache-Control'];
      const said = readHeaders(file, `${base}${path}`);
      expect(said).toEqual(
        Object.fromEntries(Object.entries(rules).map(([name, value]) => [name, [value]])),
      );
    },
  );

  test('has nothing after an asterisk, and no rule outside the site', () => {
    const paths = file.split('\n').filter((line) => line !== '' && !line.startsWith('  '));
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      expect(path.startsWith(base)).toBe(true);
      expect(path).not.toMatch(/\*./);
    }
  });
});
