/** What pages say of themselves, read back from the head of a page by an HTML parser. */
import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/content/language.ts';
import type { Article, Section, Site } from '../../../src/content/model.ts';
import { summaryOf } from '../../../src/content/summary.ts';
import { type MetadataInput, pageMetadata } from '../../../src/publish/metadata.ts';
import { madeArticle, madeSite } from '../../support/made-edition.ts';
import { readHead } from '../../support/page-head.ts';

const site: Site = { ...madeSite, origin: 'https://news.example' };
const names = { latest: 'Dernières parutions', sections: 'Rubriques' };
type Page = MetadataInput['page'];
const headOf = (page: Page, rest: Partial<MetadataInput> = {}) =>
  readHead(pageMetadata({ page, language: 'fr', site, base: '/paper/', names, ...rest }));

const image = { src: 'images/a-1600.webp', width: 1600, height: 900 };
const article = madeArticle(1, {
  section: 'defence',
  tags: ['ice', 'sea'],
  dateModified: '2026-11-05T08:00:00Z',
  image,
});
const asPage = (value: Article): Page => ({ page: 'article', article: summaryOf(value, 'h1') });
const [news] = madeSite.sections as [Section];
const defence = news.sections![0]!;

describe('an article', () => {
  const head = headOf(asPage(article));
  const { fr, en } = article.versions;

  test('is described by its standfirst, and stands at the address of its version', () => {
    expect(head.meta('description')).toEqual([fr?.standfirst]);
    expect(head.canonical).toBe('https://news.example/paper/fr/article/a-00001-fr');
    expect(head.alternates).toEqual({
      fr: 'https://news.example/paper/fr/article/a-00001-fr',
      en: 'https://news.example/paper/en/article/a-00001-en',
      'x-default': 'https://news.example/paper/fr/article/a-00001-fr',
    });
  });

  test('has a card with its picture', () => {
    const properties = head.elements.flatMap(({ attributes: { property, content } }) =>
      property === undefined ? [] : [[property, content]],
    );
    expect(properties).toEqual([
      ['og:type', 'article'],
      ['og:site_name', 'The Watch (fr)'],
      ['og:title', fr?.headline],
      ['og:description', fr?.standfirst],
      ['og:url', head.canonical],
      ['og:locale', 'fr_FR'],
      ['og:locale:alternate', 'en_GB'],
      ['article:published_time', article.datePublished],
      ['article:modified_time', article.dateModified],
      ['article:section', 'defence (fr)'],
      ['article:tag', 'ice (fr)'],
      ['article:tag', 'sea (fr)'],
      ['og:image', 'https://news.example/paper/content/images/a-1600.webp'],
      ['og:image:width', '1600'],
      ['og:image:height', '900'],
      ['og:image:alt', fr?.imageAlt],
    ]);
    expect(head.meta('twitter:card')).toEqual(['summary_large_image']);
  });

  test('that was changed in one language tells so in that one', () => {
    const english = { ...en!, dateModified: '2026-11-06T09:00:00Z' };
    const page = asPage({ ...article, versions: { fr, en: english } });
    for (const [language, changed] of [
      ['fr', article.dateModified],
      ['en', english.dateModified],
    ] as const) {
      const head = headOf(page, { language });
      expect(head.meta('article:modified_time')).toEqual([changed]);
      expect(head.data('NewsArticle')).toMatchObject({ dateModified: changed });
    }
  });

  test('tells search engines what it is, whose, and what it is a version of', () => {
    expect(head.data('NewsArticle')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: fr?.headline,
      description: fr?.standfirst,
      inLanguage: 'fr',
      url: head.canonical,
      mainEntityOfPage: { '@type': 'WebPage', '@id': head.canonical },
      datePublished: article.datePublished,
      dateModified: article.dateModified,
      author: [{ '@type': 'Organization', name: 'Desk (fr)' }],
      publisher: {
        '@type': 'Organization',
        name: 'The Watch (fr)',
        url: 'https://news.example/paper/fr/',
        logo: {
          '@type': 'ImageObject',
          url: 'https://news.example/paper/icons/icon-512.png',
          width: 512,
          height: 512,
        },
      },
      image: [
        {
          '@type': 'ImageObject',
          url: 'https://news.example/paper/content/images/a-1600.webp',
          width: 1600,
          height: 900,
        },
      ],
      articleSection: 'defence (fr)',
      keywords: ['ice (fr)', 'sea (fr)'],
      // “A few words of a-00001.”
      wordCount: 5,
      isAccessibleForFree: true,
      workTranslation: {
        '@type': 'NewsArticle',
        headline: en?.headline,
        inLanguage: 'en',
        url: 'https://news.example/paper/en/article/a-00001-en',
      },
    });
  });

  test('in translation names its original instead', () => {
    const translation = headOf(asPage(article), { language: 'en' }).data('NewsArticle');
    expect(translation).not.toHaveProperty('workTranslation');
    expect(translation).toMatchObject({
      inLanguage: 'en',
      translationOfWork: { headline: fr?.headline, inLanguage: 'fr', url: head.canonical },
    });
  });

  test('shows the way to it', () => {
    expect(head.data('BreadcrumbList')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: [
        ['The Watch (fr)', 'https://news.example/paper/fr/'],
        ['news (fr)', 'https://news.example/paper/fr/rubrique/news-fr'],
        ['defence (fr)', 'https://news.example/paper/fr/rubrique/defence-fr'],
        [fr?.headline, head.canonical],
      ].map(([name, item], index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
    });
  });

  test('without picture has the icon of the site on a small card, and claims no picture', () => {
    const plain = headOf(asPage({ ...article, image: undefined }));
    expect(plain.meta('og:image')).toEqual(['https://news.example/paper/icons/icon-512.png']);
    expect(plain.meta('og:image:alt')).toEqual(['The Watch (fr)']);
    expect(plain.meta('twitter:card')).toEqual(['summary']);
    expect(plain.data('NewsArticle')).not.toHaveProperty('image');
  });

  test('that was never changed and has no tags says nothing of either', () => {
    const bare = headOf(asPage({ ...article, tags: [], dateModified: undefined }));
    expect(bare.meta('article:modified_time')).toEqual([]);
    expect(bare.meta('article:tag')).toEqual([]);
    const data = bare.data('NewsArticle');
    expect(data).not.toHaveProperty('dateModified');
    expect(data).not.toHaveProperty('keywords');
  });
});

describe('an article in one language only', () => {
  const { en } = article.versions;
  const only = asPage({ ...article, originalLanguage: 'en', versions: { en } });
  const head = headOf(only, { language: 'en' });

  test('names no other, and is itself the default', () => {
    expect(Object.keys(head.alternates)).toEqual(['en', 'x-default']);
    expect(head.alternates['x-default']).toBe(head.canonical);
    expect(head.meta('og:locale')).toEqual(['en_GB']);
    expect(head.meta('og:locale:alternate')).toEqual([]);
    const data = head.data('NewsArticle');
    expect(data).not.toHaveProperty('workTranslation');
    expect(data).not.toHaveProperty('translationOfWork');
  });

  test('has no metadata in the language that it lacks', () => {
    expect(() => headOf(only, { language: 'fr' })).toThrow(
      'The article a-00001 has no version in fr',
    );
  });
});

describe('other pages', () => {
  const latest: Page = { page: 'latest' };
  const described: Section = { ...defence, description: { fr: 'Ce qui se joue', en: 'At stake' } };

  test.each<[Page, string, string]>([
    [{ page: 'front' }, 'The Watch (fr)', 'A paper (fr)'],
    [latest, 'Dernières parutions', 'Dernières parutions – A paper (fr)'],
    [{ page: 'sections' }, 'Rubriques', 'Rubriques – A paper (fr)'],
    [{ page: 'section', section: defence }, 'defence (fr)', 'defence (fr) – A paper (fr)'],
    [{ page: 'section', section: described }, 'defence (fr)', 'Ce qui se joue'],
    [{ page: 'tag', tag: madeSite.tags[0]! }, 'sea (fr)', 'sea (fr) – A paper (fr)'],
  ])('%j has a title and a description', (page, title, description) => {
    const head = headOf(page);
    expect(head.meta('og:title')).toEqual([title]);
    expect(head.meta('og:description')).toEqual([description]);
    expect(head.meta('description')).toEqual([description]);
    expect(head.meta('og:type')).toEqual(['website']);
    expect(head.data('NewsArticle')).toBeUndefined();
  });

  test('the default of the front page is the bare address', () => {
    for (const language of languages) {
      const { alternates } = headOf({ page: 'front' }, { language });
      expect(alternates['x-default']).toBe('https://news.example/paper/');
    }
  });

  test('a section shows the way to it; a list that is in no tree has none to show', () => {
    const data = headOf({ page: 'section', section: defence }).data('BreadcrumbList');
    const steps = data?.['itemListElement'] as { name: string }[];
    expect(steps.map(({ name }) => name)).toEqual(['The Watch (fr)', 'news (fr)', 'defence (fr)']);
    expect(headOf(latest).data('BreadcrumbList')).toBeUndefined();
  });

  test('all name the feeds of their language, a section its own too', () => {
    const whole = [
      ['application/atom+xml', '/paper/feeds/en.xml', 'The Watch (en)'],
      ['application/feed+json', '/paper/feeds/en.json', 'The Watch (en)'],
    ];
    const own = [
      ['application/atom+xml', '/paper/feeds/en/defence-en.xml', 'The Watch (en) – defence (en)'],
      ['application/feed+json', '/paper/feeds/en/defence-en.json', 'The Watch (en) – defence (en)'],
    ];
    const feedsOf = (page: Page) =>
      headOf(page, { language: 'en' }).feeds.map(({ type, href, title }) => [type, href, title]);
    expect(feedsOf({ page: 'front' })).toEqual(whole);
    expect(feedsOf(asPage(article))).toEqual(whole);
    expect(feedsOf({ page: 'section', section: defence })).toEqual([...whole, ...own]);
  });
});

test('a page that is not there asks not to be listed, and says nothing else', () => {
  expect(headOf({ page: 'notFound' }).elements).toEqual([
    {
      name: 'meta',
      attributes: { 'data-page': '', name: 'robots', content: 'noindex' },
      text: '',
    },
  ]);
});

test('without an origin nothing is said that needs an address', () => {
  const pages: Page[] = [asPage(article), { page: 'section', section: news }, { page: 'front' }];
  for (const page of pages) {
    const markup = pageMetadata({ page, language: 'fr', site: madeSite, base: '/paper/', names });
    const { elements, data, meta } = readHead(markup);
    expect(elements.filter(({ name }) => name === 'link')).toEqual([]);
    for (const name of ['og:url', 'og:image', 'og:image:width', 'og:image:alt']) {
      expect(meta(name)).toEqual([]);
    }
    expect(data('BreadcrumbList')).toBeUndefined();
    // An address of ours, whole or not, would have the site’s path in it.
    expect(markup).not.toContain('/paper/');
    expect(markup).not.toContain('undefined');
    expect(meta('twitter:card')).toEqual(['summary']);
    expect(meta('og:title')).toHaveLength(1);
  }
  const data = headOf(asPage(article), { site: madeSite }).data('NewsArticle');
  expect(data).toMatchObject({
    headline: article.versions.fr?.headline,
    publisher: { name: 'The Watch (fr)' },
    workTranslation: { inLanguage: 'en', headline: article.versions.en?.headline },
  });
});
