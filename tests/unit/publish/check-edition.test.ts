import { describe, expect, test } from 'vitest';
import type { Article, Block, Inline } from '../../../src/content/model.ts';
import { checkEdition, doubtsAbout, knownNames } from '../../../src/publish/check-edition.ts';
import type { Edition } from '../../../src/publish/edition.ts';
import { madeArticle, madeEdition, madeSite, madeVersion } from '../../support/made-edition.ts';

/** As the articles are checked while an edition is read. */
function checkOf(edition: Edition, articles: readonly Article[]): string[] {
  const known = knownNames(edition.site, edition.images);
  const doubts = articles.flatMap((article, index) => [
    ...doubtsAbout(edition.articles[index]!.file, article, known),
  ]);
  return checkEdition(edition, doubts);
}
const check = (articles: Article[], rest: Partial<Edition> = {}) =>
  checkOf(madeEdition(articles, rest), articles);
const withBody = (...body: Block[]): Article =>
  madeArticle(1, { versions: { fr: { ...madeVersion('a-00001', 'fr'), body } } });
const withText = (...text: Inline[]) => withBody({ id: 'b1', type: 'paragraph', text });
const withSlugs = (number: number, fr: string, en: string) =>
  madeArticle(number, {
    versions: {
      fr: { ...madeVersion('x', 'fr'), slug: fr },
      en: { ...madeVersion('x', 'en'), slug: en },
    },
  });

test('a sound edition has no fault', () => {
  expect(check([madeArticle(1), madeArticle(2, { related: ['a-00001'] })])).toEqual([]);
});

describe('addresses', () => {
  test.each([
    [
      'slug and slug of a language',
      ['one', 'two'],
      ['one', 'three'],
      'versions.fr.slug',
      'versions.fr.slug',
      'one',
    ],
    [
      'slug and slug of the other language',
      ['one', 'two'],
      ['three', 'one'],
      'versions.en.slug',
      'versions.fr.slug',
      'one',
    ],
    ['id and slug', ['one', 'two'], ['a-00001', 'three'], 'versions.fr.slug', 'id', 'a-00001'],
    ['slug and id', ['a-00002', 'two'], ['three', 'four'], 'id', 'versions.fr.slug', 'a-00002'],
  ])('taken twice, as %s, name both files', (_, first, second, path, ownerPath, address) => {
    const articles = [withSlugs(1, first[0]!, first[1]!), withSlugs(2, second[0]!, second[1]!)];
    expect(check(articles)).toEqual([
      `articles/a-00002.json: ${path}: "${address}" is already taken by articles/a-00001.json: ${ownerPath}`,
    ]);
  });

  test('an id taken twice names both files', () => {
    const articles = [madeArticle(1), madeArticle(1, { versions: {} })];
    const edition = madeEdition(articles);
    edition.articles[1]!.file = 'articles/copy.json';
    expect(checkOf(edition, articles)).toEqual([
      'articles/copy.json: id: expected the name of the file, "copy"',
      'articles/copy.json: id: "a-00001" is already taken by articles/a-00001.json: id',
    ]);
  });

  test('the versions of one article may share theirs, and its id', () => {
    expect(check([withSlugs(1, 'same', 'same'), withSlugs(2, 'a-00002', 'a-00002')])).toEqual([]);
  });
});

describe('what an article names must be there', () => {
  test.each<[string, Partial<Article>]>([
    ['section: site.json has no section "nowhere"', { section: 'nowhere' }],
    ['tags[1]: site.json has no tag "mud"', { tags: ['sea', 'mud'] }],
    ['related[0]: there is no article "b"', { related: ['b', 'a-00001'] }],
    [
      'versions.en.authors[1]: site.json has no author "ghost"',
      {
        versions: {
          fr: madeVersion('a-00001', 'fr'),
          en: { ...madeVersion('a-00001', 'en'), authors: ['desk', 'ghost'] },
        },
      },
    ],
  ])('%s', (fault, rest) => {
    expect(check([madeArticle(1, rest)])).toEqual([`articles/a-00001.json: ${fault}`]);
  });

  test('a nested section is there', () => {
    expect(check([madeArticle(1, { section: 'defence' })])).toEqual([]);
  });

  test('the lead of the site', () => {
    expect(check([madeArticle(1)], { site: { ...madeSite, lead: 'a-00001' } })).toEqual([]);
    expect(check([madeArticle(1)], { site: { ...madeSite, lead: 'a-00002' } })).toEqual([
      'site.json: lead: there is no article "a-00002"',
    ]);
  });
});

describe('pictures stand in the edition', () => {
  const image = (src: string, variant: string) => ({
    src,
    width: 1600,
    height: 900,
    variants: [{ src: variant, width: 320 }],
  });
  const there = { images: new Set(['images/a.webp']) };
  const missing = (src: string) => `there is no picture "${src}" in the edition`;

  test.each([
    ['not there', 'images/b.webp'],
    ['on another host', 'https://example.org/images/a.webp'],
    ['outside', '../images/a.webp'],
  ])('one that is %s is refused, as are its smaller copies', (_, src) => {
    const lead = madeArticle(1, { image: image(src, 'images/a.webp') });
    expect(check([lead], there)).toEqual([`articles/a-00001.json: image: ${missing(src)}`]);
    const figure: Block = { id: 'b1', type: 'figure', image: image('images/a.webp', src), alt: '' };
    const gallery: Block = { id: 'b2', type: 'gallery', images: [figure] };
    const aside: Block = { id: 'b3', type: 'note', blocks: [gallery] };
    for (const block of [figure, gallery, aside]) {
      expect(check([withBody(block)], there)).toEqual([
        `articles/a-00001.json: versions.fr.body: ${missing(src)}`,
      ]);
    }
  });
});

describe('marks lead somewhere', () => {
  const where = 'articles/a-00001.json: versions.fr: block "b1"';
  const notes: Block = { id: 'b2', type: 'footnotes', notes: [{ id: 'n1', text: ['x'] }] };

  test('a footnote that is not there is told with its block', () => {
    const text: Block = { id: 'b1', type: 'paragraph', text: [{ em: [{ footnote: 'n2' }] }] };
    expect(check([withBody(text, notes)])).toEqual([`${where}: there is no footnote "n2"`]);
    expect(check([withText({ footnote: 'n1' })])).toEqual([`${where}: there is no footnote "n1"`]);
  });

  test('a footnote that is there is sound', () => {
    expect(
      check([withBody({ id: 'b1', type: 'quote', text: [{ footnote: 'n1' }] }, notes)]),
    ).toEqual([]);
  });

  test.each([
    ['article/a-00009', ['there is no article "a-00009"']],
    ['article/a-00009#b2', ['there is no article "a-00009"']],
    ['article/a-00001', []],
    ['article/a-00001#b1', []],
    ['section/anything', []],
    ['https://example.org/article/a-00009', []],
  ])('a link to %s: %j', (href, faults) => {
    const link: Inline = { strong: [{ link: ['x'], href }] };
    expect(check([withText(link)])).toEqual(faults.map((fault) => `${where}: ${fault}`));
  });
});

describe('site.json names each thing once', () => {
  const item = (id: string, fr: string, en: string) => ({
    id,
    slug: { fr, en },
    name: madeSite.name,
  });

  test.each([
    ['id', item('one', 'a', 'b'), item('one', 'c', 'd'), 'one'],
    ['slug of a language', item('one', 'a', 'b'), item('two', 'a', 'd'), 'a'],
    ['slug of the two languages', item('one', 'a', 'b'), item('two', 'b', 'd'), 'b'],
    ['id and slug', item('one', 'a', 'b'), item('two', 'c', 'one'), 'one'],
  ])('two of the same %s are refused', (_, first, second, name) => {
    expect(check([], { site: { ...madeSite, tags: [first, second] } })).toEqual([
      `site.json: tags: "${name}" is used more than once`,
    ]);
    const nested = [{ ...first, sections: [second] }];
    expect(check([], { site: { ...madeSite, sections: nested } })).toEqual([
      `site.json: sections: "${name}" is used more than once`,
    ]);
  });

  test('one thing may have the same name in both languages', () => {
    const sections = [item('europe', 'europe', 'europe')];
    expect(check([], { site: { ...madeSite, sections, tags: sections } })).toEqual([]);
  });

  test('two authors of an id are refused', () => {
    const authors = [...madeSite.authors, ...madeSite.authors];
    expect(check([], { site: { ...madeSite, authors } })).toEqual([
      'site.json: authors: "desk" is used more than once',
    ]);
  });
});
