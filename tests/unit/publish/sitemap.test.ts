import { describe, expect, test } from 'vitest';
import { parseRoute } from '../../../src/app/route.ts';
import { languages } from '../../../src/content/language.ts';
import { eachSection } from '../../../src/content/sections.ts';
import type { Edition } from '../../../src/publish/edition.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import { robotsTxt, sitemapFiles } from '../../../src/publish/sitemap.ts';
import { madeArticle, madeArticles, madeEdition, madeSite } from '../../support/made-edition.ts';
import { demoFolder } from '../../support/sites.ts';
import { elementsOf, parseXml, type XmlElement } from '../../support/xml.ts';

const protocol = (name: string) => `{http://www.sitemaps.org/schemas/sitemap/0.9}${name}`;
const link = '{http://www.w3.org/1999/xhtml}link';
const site = { ...madeSite, origin: 'https://news.example' };

interface Entry {
  address: string;
  lastChange?: string;
  alternates: Record<string, string>;
}

/** Every file, read, by its name. */
function filesOf(edition: Edition, base = '/', limit?: number): Map<string, XmlElement> {
  const files = [...sitemapFiles(edition, base, limit)];
  return new Map(files.map(({ file, text }) => [file, parseXml(text)]));
}

function entriesOf(sitemap: XmlElement | undefined): Entry[] {
  expect(sitemap?.name).toBe(protocol('urlset'));
  return (sitemap?.children ?? []).map((url) => {
    expect(url.name).toBe(protocol('url'));
    const [address, lastChange] = ['loc', 'lastmod'].map((name) =>
      elementsOf(url, protocol(name)).map(({ text }) => text),
    );
    expect(address).toHaveLength(1);
    const links = elementsOf(url, link).map(({ attributes: { rel, hreflang = '', href = '' } }) => {
      expect(rel).toBe('alternate');
      return [hreflang, href] as const;
    });
    const alternates = Object.fromEntries(links);
    expect(Object.keys(alternates)).toHaveLength(links.length);
    return { address: address![0]!, lastChange: lastChange?.[0], alternates };
  });
}

describe('the sitemap of the demo edition', async () => {
  const edition = await readEdition(demoFolder);
  const entries = entriesOf(filesOf(edition).get('sitemap.xml'));
  const byAddress = new Map(entries.map((entry) => [entry.address, entry]));

  test('holds exactly the public pages, each version once', () => {
    // Written out rather than made by the code under test.
    const slugs = (
      items: Iterable<{ slug: Record<'fr' | 'en', string> }>,
      fr: string,
      en: string,
    ) => [...items].flatMap(({ slug }) => [`fr/${fr}/${slug.fr}`, `en/${en}/${slug.en}`]);
    const expected = [
      ...['fr/', 'en/', 'fr/derniers-articles', 'en/latest', 'fr/rubriques', 'en/sections'],
      ...slugs(eachSection(edition.site.sections), 'rubrique', 'section'),
      ...slugs(edition.site.tags, 'sujet', 'topic'),
      ...edition.articles.flatMap(({ summary: { versions } }) =>
        languages.flatMap((language) =>
          versions[language] ? [`${language}/article/${versions[language].slug}`] : [],
        ),
      ),
    ];
    const addresses = entries.map(({ address }) => address).sort();
    expect(addresses).toEqual(expected.map((path) => `https://liseuse.example/${path}`).sort());
  });

  test('every alternate that is a page says the same of its alternates', () => {
    for (const { address, alternates } of entries) {
      expect(Object.values(alternates)).toContain(address);
      for (const [language, href] of Object.entries(alternates)) {
        if (language === 'x-default' && href === 'https://liseuse.example/') continue;
        expect([href, byAddress.get(href)?.alternates]).toEqual([href, alternates]);
        if (language === 'x-default') continue;
        expect(parseRoute(new URL(href).pathname, '/')).toMatchObject({ language });
      }
    }
  });

  test('gives the last change of articles, and of nothing else', () => {
    const changes = new Map(
      edition.articles.flatMap(({ summary }) =>
        Object.values(summary.versions).map(
          ({ slug, dateModified }) =>
            [slug, dateModified ?? summary.dateModified ?? summary.datePublished] as const,
        ),
      ),
    );
    for (const { address, lastChange } of entries) {
      const slug = /\/article\/(.+)/.exec(address)?.[1];
      expect([address, lastChange]).toEqual([address, slug && changes.get(slug)]);
    }
    expect([...changes.values()].some((date) => date.startsWith('2026'))).toBe(true);
  });
});

describe('x-default', () => {
  const { en, fr } = madeArticle(1).versions;
  const defaults = (article: Parameters<typeof madeArticle>[1], defaultLanguage: 'fr' | 'en') => {
    const edition = madeEdition([madeArticle(1, article)], { site: { ...site, defaultLanguage } });
    const entries = entriesOf(filesOf(edition, '/paper/').get('sitemap.xml'));
    return new Map(entries.map(({ address, alternates }) => [address, alternates]));
  };

  test('of the front page is the bare address of the site', () => {
    for (const language of languages) {
      expect(defaults({}, 'en').get(`https://news.example/paper/${language}/`)).toEqual({
        fr: 'https://news.example/paper/fr/',
        en: 'https://news.example/paper/en/',
        'x-default': 'https://news.example/paper/',
      });
    }
  });

  test.each(languages)('of other pages is their version in the site’s language, %s', (language) => {
    const pages = defaults({ originalLanguage: 'fr' }, language);
    for (const address of [`fr/article/${fr!.slug}`, 'fr/rubriques', 'fr/sujet/sea-fr']) {
      const alternates = pages.get(`https://news.example/paper/${address}`)!;
      expect(alternates['x-default']).toBe(alternates[language]);
    }
  });

  test('of an article in the other language only is the original, and there is no more', () => {
    const pages = defaults({ originalLanguage: 'en', versions: { en } }, 'fr');
    const address = `https://news.example/paper/en/article/${en!.slug}`;
    expect(pages.get(address)).toEqual({ en: address, 'x-default': address });
    expect([...pages.keys()].filter((each) => each.includes('/article/'))).toEqual([address]);
  });
});

describe('a large edition', () => {
  const edition = madeEdition(madeArticles(20), { site });
  const whole = entriesOf(filesOf(edition, '/paper/').get('sitemap.xml'));

  test('has its addresses in parts, none too long, none left out, and an index of them', () => {
    const files = filesOf(edition, '/paper/', 10);
    const index = files.get('sitemap.xml')!;
    expect(index.name).toBe(protocol('sitemapindex'));
    const addresses = elementsOf(index, protocol('loc')).map(({ text }) => text);
    const names = addresses.map((address) => address.replace('https://news.example/paper/', ''));
    expect([...names, 'sitemap.xml'].sort()).toEqual([...files.keys()].sort());
    // The protocol: a sitemap speaks for the folder it is in.
    expect(names.filter((name) => name.includes('/'))).toEqual([]);
    const parts = names.map((name) => entriesOf(files.get(name)));
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(10);
    expect(parts.flat()).toEqual(whole);
  });

  test.each([
    [whole.length, 1],
    [whole.length - 1, 3],
  ])('with %i addresses allowed in a file is %i files', (limit, files) => {
    expect(filesOf(edition, '/', limit).size).toBe(files);
  });

  test('of 20,000 articles in two languages goes into parts by itself', () => {
    const files = [...sitemapFiles(madeEdition(madeArticles(20_000), { site }), '/')];
    expect(files.map(({ file }) => file)).toEqual([
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap.xml',
    ]);
    // What the protocol allows a file.
    for (const { text } of files) expect(Buffer.byteLength(text)).toBeLessThan(50_000_000);
  });
});

test('without an origin there is no sitemap', () => {
  expect(filesOf(madeEdition(madeArticles(2), { site: madeSite })).size).toBe(0);
});

describe('robots.txt', () => {
  test('allows everything and names the sitemap in full', () => {
    expect(robotsTxt(site, '/paper/').split('\n')).toEqual([
      'User-agent: *',
      'Allow: /',
      '',
      'Sitemap: https://news.example/paper/sitemap.xml',
      '',
    ]);
  });

  test('names none where there is none', () => {
    expect(robotsTxt(madeSite, '/')).toBe('User-agent: *\nAllow: /\n');
  });
});
