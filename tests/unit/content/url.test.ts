import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/content/parse.ts';
import { isAbsolute, isSafeHref, isSafeImageSource } from '../../../src/content/url.ts';
import { hostileHrefs, soundHrefs } from '../../fixtures/hostile-urls.ts';
import { contentErrorOf, faultsOf } from '../../support/content-error.ts';
import { changed, pathOfBlock } from '../../support/every-block.ts';

const linkPath = [...pathOfBlock('links'), 'text', 1, 'href'];
const cardPath = [...pathOfBlock('card'), 'url'];
const picturePath = [...pathOfBlock('figure'), 'image', 'src'];
const parse = (path: (string | number)[], url: string) =>
  parseArticle('a.json', changed(path, url));

describe('a hostile address', () => {
  test.each(hostileHrefs)('%j is refused in links, cards and pictures', async (url) => {
    expect(isSafeHref(url)).toBe(false);
    expect(isSafeImageSource(url)).toBe(false);
    for (const path of [linkPath, cardPath, picturePath]) {
      expect((await contentErrorOf(() => parse(path, url))).kind).toBe('invalid');
    }
  });

  test('is named with its place and what would do', async () => {
    expect(await faultsOf(() => parse(linkPath, 'javascript:alert(1)'))).toEqual([
      'a.json: versions.fr.body[1].text[1].href: expected an http, https, mailto or relative address, found "javascript:alert(1)"',
    ]);
  });

  test('is not let through by a picture because a link may go there', async () => {
    expect((await contentErrorOf(() => parse(picturePath, 'mailto:a@example.org'))).kind).toBe(
      'invalid',
    );
  });

  test.each(['article/leap-second', 'mailto:a@example.org'])(
    '%s is no address for a card, which shows another site',
    async (url) => {
      expect(await faultsOf(() => parse(cardPath, url))).toEqual([
        `a.json: versions.fr.body[17].url: expected an http or https address, found "${url}"`,
      ]);
    },
  );
});

test.each(soundHrefs)('the address %j is accepted as it is', (url) => {
  expect(isSafeHref(url)).toBe(true);
  const article = parse(linkPath, url);
  expect(JSON.stringify(article)).toContain(JSON.stringify(url));
});

test('an accepted address has the scheme it seems to have, or stays on the site', () => {
  const pieces = fc.constantFrom(
    ...['javascript', 'data', 'http', 'https', 'mailto', ':', '/', '//', '\\', '@', '#', '?', '.'],
    ...['\t', '\n', ' ', '\u0000', '\u00a0', '\u202f', 'a', 'example.org', '%0a', 'ſ', 'K', '：'],
  );
  const site = 'https://liseuse.example/news/fr/';
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const url = parts.join('');
      fc.pre(isSafeHref(url));
      const { protocol, origin } = new URL(url, site);
      if (isAbsolute(url)) expect(protocol).toMatch(/^(https?|mailto):$/);
      else expect(origin).toBe('https://liseuse.example');
    }),
    { numRuns: 5_000 },
  );
});
