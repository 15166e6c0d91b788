import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachBlock, inlineRuns } from '../../../src/content/blocks.ts';
import { plainText } from '../../../src/content/plain-text.ts';
import { node, page } from '../../figures/html.ts';
import { staticPage } from '../../figures/static-page.ts';
import { everyBlock } from '../../support/every-block.ts';

const article = everyBlock();
const dressing = {
  preloads: '<link rel="preload" href="/serif.woff2" as="font" crossorigin>',
  fonts: { serif: '/serif.woff2', serifItalic: '/italic.woff2', sans: '/sans.woff2' },
  content: '/content/',
};

const decode = (html: string) =>
  html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** As a reader sees it, without spaces, and without digits: footnotes’ marks stand between the words. */
const wordsOf = (text: string) => text.replace(/[\s\d]/g, '');
const seen = (html: string) =>
  wordsOf(decode(html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]*>/g, '')));

test('whatever a text holds, it stays text, between tags and in attributes', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</p><script>', '"><img onerror=x>', '&lt;', '$&', '\u2028', '’👩‍👩‍👧'),
  );
  fc.assert(
    fc.property(fc.array(hostile), (parts) => {
      const text = parts.join('');
      const html = page({
        language: 'fr',
        title: text,
        head: [],
        body: node('p', { title: text }, text),
      });
      const [, title, attribute, content] =
        /<title>([^<]*)<\/title><\/head><body><p title="([^"]*)">([^<]*)<\/p><\/body>/.exec(html)!;
      expect([title, attribute, content].map((each) => decode(each!))).toEqual([text, text, text]);
    }),
  );
});

test.each(['fr', 'en'] as const)('the page has all the words of the article, in %s', (language) => {
  const { headline, standfirst, body } = article.versions[language]!;
  const shown = seen(staticPage(article, language));
  const runs = [...eachBlock(body)].flatMap((block) => inlineRuns(block).map(plainText));
  const codes = body.flatMap((block) => (block.type === 'code' ? [block.code] : []));
  for (const text of [headline, standfirst, ...runs, ...codes]) {
    expect(shown).toContain(wordsOf(text));
  }
});

test('bare, it asks for nothing; dressed, for our fonts and the article’s pictures', () => {
  const bare = staticPage(article, 'fr');
  expect(bare).not.toMatch(/<(?:link|img|script)\b|url\(/);
  const full = staticPage(article, 'fr', dressing);
  expect(full).toContain(dressing.preloads);
  expect(full).toContain('url(/serif.woff2)');
  expect(full).toMatch(/<img srcset="\/content\/[^"]+ \d+w, [^>]+ fetchpriority="high">/);
  expect(full).not.toContain('<script');
});

test('an article that lacks the language has no page in it', () => {
  const { fr: _, ...versions } = article.versions;
  expect(() => staticPage({ ...article, versions }, 'fr')).toThrow('no version in fr');
});
