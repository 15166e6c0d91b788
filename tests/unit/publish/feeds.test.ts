/** The feeds, read back by a strict XML parser and as JSON, and held against what defines them. */
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../../../src/content/language.ts';
import type { Article } from '../../../src/content/model.ts';
import { plainTextOfBlocks } from '../../../src/content/plain-text.ts';
import { eachSection, sectionTrail } from '../../../src/content/sections.ts';
import { type Edition, wholeArticle } from '../../../src/publish/edition.ts';
import { feedFiles } from '../../../src/publish/feeds.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import { atomChildren, atomFaults, atomText } from '../../support/atom.ts';
import { asUtf8 } from '../../support/foreign-text.ts';
import { inventedMembers, jsonFeedSchema, type ReadJsonFeed } from '../../support/json-feed.ts';
import { schemaFaults } from '../../support/json-schema.ts';
import {
  madeArticle,
  madeArticles,
  madeEdition,
  madeId,
  madeSite,
  madeVersion,
} from '../../support/made-edition.ts';
import { demoFolder } from '../../support/sites.ts';
import { parseXml, type XmlElement } from '../../support/xml.ts';

const site = { ...madeSite, origin: 'https://news.example' };

interface Feeds {
  names: string[];
  atom: (file: string) => XmlElement;
  json: (file: string) => ReadJsonFeed;
}

function feedsOf(edition: Edition, base = '/'): Feeds {
  const files = new Map([...feedFiles(edition, base)].map(({ file, text }) => [file, text]));
  const textOf = (file: string) => asUtf8(files.get(file) ?? '');
  return {
    names: [...files.keys()],
    atom: (file) => parseXml(textOf(file)),
    json: (file) => JSON.parse(textOf(file)) as ReadJsonFeed,
  };
}

const feedsOfArticles = (articles: readonly Article[], base?: string) =>
  feedsOf(madeEdition(articles, { site }), base);
const idsIn = (feed: XmlElement) =>
  atomChildren(feed, 'entry').map((entry) => atomText(entry, 'id')?.split('/').at(-1));

describe('the feeds of the demo edition', async () => {
  const edition = await readEdition(demoFolder);
  const { origin } = edition.site;
  const feeds = feedsOf(edition);
  const newestIn = (language: Language, section?: string) =>
    edition.articles
      .map(({ summary }) => wholeArticle(edition, summary))
      .filter(({ versions }) => versions[language])
      .filter((article) =>
        sectionTrail(edition.site.sections, article.section).some(
          ({ id }) => section === undefined || id === section,
        ),
      )
      .sort((a, b) => Date.parse(b.datePublished) - Date.parse(a.datePublished));
  const sections = [undefined, ...eachSection(edition.site.sections)];
  const wanted = languages.flatMap((language) =>
    sections.map((section) => ({
      language,
      section: section?.id,
      name: section ? `feeds/${language}/${section.slug[language]}` : `feeds/${language}`,
    })),
  );

  test('are one of the site and one of each section, in each language and format', () => {
    const names = wanted.flatMap(({ name }) => [`${name}.xml`, `${name}.json`]);
    expect([...feeds.names].sort()).toEqual(names.sort());
  });

  test.each(wanted)('$name as Atom satisfies RFC 4287', ({ name, language, section }) => {
    const feed = feeds.atom(`${name}.xml`);
    expect(atomFaults(feed)).toEqual([]);
    expect(feed.attributes['xml:lang']).toBe(language);
    expect(idsIn(feed)).toEqual(newestIn(language, section).map(({ id }) => id));
    const self = atomChildren(feed, 'link').find(({ attributes: { rel } }) => rel === 'self');
    expect(self?.attributes['href']).toBe(`${origin}/${name}.xml`);
  });

  test.each(wanted)('$name as JSON satisfies JSON Feed 1.1', ({ name, language, section }) => {
    const feed = feeds.json(`${name}.json`);
    expect(schemaFaults(jsonFeedSchema, feed)).toEqual([]);
    expect(inventedMembers(feed)).toEqual([]);
    expect(feed).toMatchObject({ language, feed_url: `${origin}/${name}.json` });
    const urls = newestIn(language, section).map(
      ({ versions }) => `${origin}/${language}/article/${versions[language]?.slug}`,
    );
    expect(feed.items.map(({ url }) => url)).toEqual(urls);
  });

  test('give every entry the picture of its article', () => {
    for (const { image } of feeds.json('feeds/fr.json').items) {
      const file = (image as string).replace(`${origin}/content/`, '');
      expect(edition.images).toContain(file);
      expect(file).toMatch(/-1600\.webp$/);
    }
  });
});

describe('an entry', () => {
  const article = madeArticle(1, {
    section: 'defence',
    tags: ['ice', 'sea'],
    datePublished: '2026-11-04T16:20:00+01:00',
    dateModified: '2026-11-05T08:00:00Z',
    image: {
      src: 'images/a-1600.webp',
      width: 1600,
      height: 900,
      variants: [{ src: 'images/a-1280.webp', width: 1280 }],
    },
  });
  const feeds = feedsOfArticles([article], '/paper/');
  const { en } = article.versions;

  test('says in Atom what the article is', () => {
    const [entry] = atomChildren(feeds.atom('feeds/en/defence-en.xml'), 'entry');
    const texts = ['id', 'title', 'published', 'updated', 'summary', 'content'].map((name) =>
      atomText(entry!, name),
    );
    expect(texts).toEqual([
      'https://news.example/paper/en/article/a-00001',
      en?.headline,
      '2026-11-04T16:20:00+01:00',
      '2026-11-05T08:00:00Z',
      en?.standfirst,
      plainTextOfBlocks(en!.body),
    ]);
    expect(atomChildren(entry!, 'link').map(({ attributes }) => attributes)).toEqual([
      {
        rel: 'alternate',
        type: 'text/html',
        hreflang: 'en',
        href: 'https://news.example/paper/en/article/a-00001-en',
      },
    ]);
    expect(atomChildren(entry!, 'category').map(({ attributes }) => attributes)).toEqual([
      { term: 'defence', label: 'defence (en)' },
      { term: 'ice', label: 'ice (en)' },
      { term: 'sea', label: 'sea (en)' },
    ]);
    expect(atomChildren(entry!, 'author').map(({ text }) => text)).toEqual(['Desk (en)']);
  });

  test('says the same in JSON', () => {
    expect(feeds.json('feeds/fr/news-fr.json').items).toEqual([
      {
        id: 'https://news.example/paper/fr/article/a-00001',
        url: 'https://news.example/paper/fr/article/a-00001-fr',
        title: article.versions.fr?.headline,
        content_text: plainTextOfBlocks(article.versions.fr!.body),
        summary: article.versions.fr?.standfirst,
        image: 'https://news.example/paper/content/images/a-1280.webp',
        date_published: '2026-11-04T16:20:00+01:00',
        date_modified: '2026-11-05T08:00:00Z',
        authors: [{ name: 'Desk (fr)' }],
        tags: ['defence (fr)', 'ice (fr)', 'sea (fr)'],
      },
    ]);
  });

  test('keeps its id when slug and section change', () => {
    const moved = madeArticle(1, {
      section: 'culture',
      originalLanguage: 'en',
      versions: { en: { ...madeVersion('a-00001', 'en'), slug: 'another-headline' } },
    });
    const idOf = (from: Feeds) => from.json('feeds/en.json').items[0]?.['id'];
    expect(idOf(feedsOfArticles([moved], '/paper/'))).toBe(idOf(feeds));
  });

  test('nobody signed is the site’s own', () => {
    const unsigned = { ...madeVersion('a-00001', 'en'), authors: [] };
    const article = madeArticle(1, { originalLanguage: 'en', versions: { en: unsigned } });
    const some = feedsOfArticles([article]);
    const [entry] = atomChildren(some.atom('feeds/en.xml'), 'entry');
    expect(atomText(entry!, 'author')).toBe('The Watch (en)');
    expect(some.json('feeds/en.json').items[0]).toMatchObject({
      authors: [{ name: 'The Watch (en)' }],
    });
  });

  test('that was changed in one language says so in the feeds of that one', () => {
    const { fr } = article.versions;
    const english = { ...en!, dateModified: '2026-11-06T09:00:00Z' };
    const some = feedsOfArticles([{ ...article, versions: { fr, en: english } }]);
    for (const [language, changed] of [
      ['fr', article.dateModified],
      ['en', english.dateModified],
    ] as const) {
      const [item] = some.json(`feeds/${language}.json`).items;
      expect(item).toMatchObject({ date_modified: changed });
      const [entry] = atomChildren(some.atom(`feeds/${language}.xml`), 'entry');
      expect(atomText(entry!, 'updated')).toBe(changed);
    }
  });

  test('that was never changed has no date of a change', () => {
    const some = feedsOfArticles([madeArticle(1)]);
    expect(some.json('feeds/en.json').items[0]).not.toHaveProperty('date_modified');
    const [entry] = atomChildren(some.atom('feeds/en.xml'), 'entry');
    expect(atomText(entry!, 'updated')).toBe(madeArticle(1).datePublished);
  });
});

describe('a feed', () => {
  test('holds the newest thirty, those of subsections among them', () => {
    const feeds = feedsOfArticles(madeArticles(200));
    const numbers = (wanted: (number: number) => boolean) =>
      Array.from({ length: 200 }, (_, index) => 200 - index)
        .filter(wanted)
        .slice(0, 30)
        .map(madeId);
    expect(idsIn(feeds.atom('feeds/fr.xml'))).toEqual(numbers(() => true));
    // Articles go round four sections: 0 news, 1 defence, which is inside news.
    expect(idsIn(feeds.atom('feeds/fr/news-fr.xml'))).toEqual(numbers((n) => n % 4 < 2));
    expect(idsIn(feeds.atom('feeds/en/defence-en.xml'))).toEqual(numbers((n) => n % 4 === 1));
  });

  test('leaves out what does not exist in its language, and fills up with older ones', () => {
    const articles = madeArticles(80).map((article, index) =>
      index % 2 ? article : { ...article, versions: { fr: article.versions.fr } },
    );
    const feed = feedsOfArticles(articles).atom('feeds/en.xml');
    const even = Array.from({ length: 30 }, (_, index) => madeId(80 - 2 * index));
    expect(idsIn(feed)).toEqual(even);
  });

  test('was updated when the last of its articles was, in whichever zone', () => {
    const feeds = feedsOfArticles([
      madeArticle(1, { dateModified: '2026-01-01T01:00:00+02:00' }),
      madeArticle(2, { dateModified: '2025-12-31T23:30:00Z' }),
      madeArticle(3),
    ]);
    expect(atomText(feeds.atom('feeds/fr.xml'), 'updated')).toBe('2025-12-31T23:30:00Z');
  });

  test('without articles is sound all the same', () => {
    const feeds = feedsOfArticles([]);
    expect(atomFaults(feeds.atom('feeds/fr/culture-fr.xml'))).toEqual([]);
    expect(schemaFaults(jsonFeedSchema, feeds.json('feeds/fr/culture-fr.json'))).toEqual([]);
  });

  test('is not made without an origin', () => {
    expect(feedsOf(madeEdition(madeArticles(2))).names).toEqual([]);
  });
});
