/** All pages of the demo edition together: what one says of another, the other must say of it. */
import { expect, test } from 'vitest';
import { hrefOf } from '../../../src/app/route.ts';
import type { Language } from '../../../src/content/language.ts';
import { feedFiles } from '../../../src/publish/feeds.ts';
import { pageMetadata, rootMetadata } from '../../../src/publish/metadata.ts';
import { publicPages, routesOf } from '../../../src/publish/public-pages.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import { sitemapFiles } from '../../../src/publish/sitemap.ts';
import { readHead } from '../../support/page-head.ts';
import { demoFolder } from '../../support/sites.ts';
import { elementsOf, parseXml } from '../../support/xml.ts';

const edition = await readEdition(demoFolder);
const { site } = edition;
const base = '/paper/';
const origin = 'https://liseuse.example';
const names = { latest: 'Latest', sections: 'Sections' };
const pages = [...publicPages(edition)].flatMap((page) =>
  routesOf(page).map((route) => ({
    address: `${origin}${hrefOf(route, base)}`,
    language: route.language,
    kind: page.page,
    head: readHead(pageMetadata({ page, language: route.language, site, base, names })),
  })),
);
const byAddress = new Map(pages.map((page) => [page.address, page]));

test('there are many pages, each at an address of its own that it calls canonical', () => {
  expect(pages.length).toBeGreaterThan(80);
  expect(byAddress.size).toBe(pages.length);
  for (const { address, head } of pages) {
    expect(head.canonical).toBe(address);
    expect(head.meta('og:url')).toEqual([address]);
  }
});

test('every alternate is a page in that language, and points back', () => {
  const bare = `${origin}${base}`;
  const root = readHead(rootMetadata(site, base));
  expect(root.canonical).toBe(bare);
  for (const { address, language, kind, head } of pages) {
    expect(head.alternates[language]).toBe(address);
    expect(Object.keys(head.alternates)).toContain('x-default');
    for (const [other, href] of Object.entries(head.alternates)) {
      if (href === bare) {
        expect([other, kind]).toEqual(['x-default', 'front']);
        expect(root.alternates).toEqual(head.alternates);
        continue;
      }
      const target = byAddress.get(href);
      expect([href, target?.head.alternates]).toEqual([href, head.alternates]);
      if (other !== 'x-default') expect(target?.language).toBe(other as Language);
    }
  }
});

test('an original and its translation name each other, and nobody else does', () => {
  const articles = pages.flatMap(({ address, head }) => {
    const data = head.data('NewsArticle');
    return data ? [{ address, data }] : [];
  });
  const ends = (key: string) =>
    articles.flatMap(({ address, data }) => {
      const other = data[key] as { url: string } | undefined;
      return other ? [[address, other.url]] : [];
    });
  const down = ends('workTranslation');
  const up = ends('translationOfWork').map(([from, to]) => [to, from]);
  expect(down.length).toBeGreaterThan(10);
  expect(down.sort()).toEqual(up.sort());
});

test('the sitemap lists these pages and no others, with the same alternates', () => {
  const [sitemap] = [...sitemapFiles(edition, base)];
  const link = '{http://www.w3.org/1999/xhtml}link';
  const entries = parseXml(sitemap!.text).children.map((url) => {
    const links = elementsOf(url, link).map(({ attributes }) => attributes);
    return [
      url.children[0]!.text,
      Object.fromEntries(links.map(({ hreflang = '', href = '' }) => [hreflang, href])),
    ] as const;
  });
  const said = pages.map(({ address, head }) => [address, head.alternates] as const);
  expect(Object.fromEntries(entries)).toEqual(Object.fromEntries(said));
});

test('every feed that a page names is there, and every feed is named by a page', () => {
  const files = [...feedFiles(edition, base)].map(({ file }) => `${base}${file}`);
  const named = new Set(pages.flatMap(({ head }) => head.feeds.map(({ href }) => href)));
  expect([...named].sort()).toEqual(files.sort());
});

test('pictures are files of the site, of the size that is told', () => {
  for (const { kind, head } of pages) {
    const [address = ''] = head.meta('og:image');
    const [width] = head.meta('og:image:width');
    if (kind !== 'article') {
      expect([address, width]).toEqual([`${origin}${base}icons/icon-512.png`, '512']);
      continue;
    }
    expect(edition.images).toContain(address.replace(`${origin}${base}content/`, ''));
    expect(address).toMatch(new RegExp(`-${width}\\.webp$`));
    expect(head.meta('og:image:alt')[0]?.trim()).toBeTruthy();
  }
});

test('no two pages of a language are described alike', () => {
  const descriptions = pages.map(
    ({ language, head }) => `${language}: ${head.meta('description').join()}`,
  );
  expect(new Set(descriptions).size).toBe(pages.length);
});

test('the bare address has the card of the site, in its default language', () => {
  const root = readHead(rootMetadata(site, base));
  const front = byAddress.get(`${origin}${base}${site.defaultLanguage}/`)!.head;
  for (const name of ['description', 'og:title', 'og:description', 'og:image', 'twitter:card']) {
    expect([name, root.meta(name)]).toEqual([name, front.meta(name)]);
    expect(root.meta(name)[0]).toBeTruthy();
  }
  expect(root.meta('og:url')).toEqual([`${origin}${base}`]);
});

test('the bare address of a site without an origin has its words, and no address', () => {
  const root = readHead(rootMetadata({ ...site, origin: undefined }, base));
  expect(root.meta('description')).toEqual([site.description[site.defaultLanguage]]);
  expect([root.canonical, root.alternates, root.meta('og:image')]).toEqual([undefined, {}, []]);
});
