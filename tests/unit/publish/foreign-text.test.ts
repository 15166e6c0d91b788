/** Whatever a publisher writes comes out of what machines read as it went in, but for its spaces. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { summaryOf } from '../../../src/content/summary.ts';
import { setSpaces } from '../../../src/content/typography/spaces.ts';
import { feedFiles } from '../../../src/publish/feeds.ts';
import { pageMetadata } from '../../../src/publish/metadata.ts';
import { atomChildren, atomFaults, atomText } from '../../support/atom.ts';
import { foreignEdition } from '../../support/foreign-edition.ts';
import { asUtf8, asXml } from '../../support/foreign-text.ts';
import type { ReadJsonFeed } from '../../support/json-feed.ts';
import { madeEdition } from '../../support/made-edition.ts';
import { readHead } from '../../support/page-head.ts';
import { parseXml } from '../../support/xml.ts';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

describe('any text comes through', () => {
  test('feeds, but for what XML cannot carry', () => {
    fc.assert(
      fc.property(foreignEdition, ({ texts, site, article }) => {
        const files = new Map(
          [...feedFiles(madeEdition([article], { site }), '/')].map((each) => [
            each.file,
            each.text,
          ]),
        );
        const textOf = (file: string) => asUtf8(files.get(file) ?? '');
        const feed = parseXml(textOf('feeds/fr/news.xml'));
        expect(atomFaults(feed)).toEqual([]);
        const [entry] = atomChildren(feed, 'entry');
        const inAtom = {
          title: atomText(feed, 'title'),
          headline: atomText(entry!, 'title'),
          standfirst: atomText(entry!, 'summary'),
          body: atomText(entry!, 'content'),
          author: atomText(entry!, 'author'),
          labels: atomChildren(entry!, 'category').map(({ attributes }) => attributes['label']),
        };
        expect(inAtom).toEqual({
          title: asXml(`${texts.siteName} – ${texts.section}`),
          headline: asXml(setSpaces(texts.headline, 'fr')),
          standfirst: asXml(setSpaces(texts.standfirst, 'fr')),
          body: asXml(setSpaces(texts.body, 'fr')),
          author: asXml(texts.author),
          labels: [texts.section, texts.tag].map(asXml),
        });

        const json = JSON.parse(textOf('feeds/en.json')) as ReadJsonFeed;
        expect(json).toMatchObject({ title: texts.siteName, description: texts.description });
        expect(json.items[0]).toMatchObject({
          title: setSpaces(texts.headline, 'en'),
          summary: setSpaces(texts.standfirst, 'en'),
          content_text: setSpaces(texts.body, 'en'),
          authors: [{ name: texts.author }],
          tags: [texts.section, texts.tag],
        });
      }),
      { numRuns: 300 },
    );
  });

  test('the head of a page', () => {
    // HTML cannot write NUL; half a character does not survive in a file of UTF-8.
    const inHtml = (text: string) => asUtf8(text.replaceAll('\0', ''));
    fc.assert(
      fc.property(foreignEdition, ({ texts, site, article }) => {
        const page = { page: 'article', article: summaryOf(article, 'h1') } as const;
        const names = { latest: '', sections: '' };
        const head = readHead(pageMetadata({ page, language: 'fr', site, base: '/', names }));
        const said = Object.fromEntries(
          ['description', 'og:title', 'og:description', 'og:site_name', 'og:image:alt'].map(
            (name) => [name, head.meta(name)],
          ),
        );
        expect(said).toEqual({
          description: [inHtml(texts.standfirst)],
          'og:title': [inHtml(texts.headline)],
          'og:description': [inHtml(texts.standfirst)],
          'og:site_name': [inHtml(texts.siteName)],
          'og:image:alt': [inHtml(texts.imageAlt)],
        });
        expect(head.meta('article:section')).toEqual([inHtml(texts.section)]);
        expect(head.meta('article:tag')).toEqual([inHtml(texts.tag)]);
        expect(head.feeds.map(({ title }) => title)).toEqual([
          inHtml(texts.siteName),
          inHtml(texts.siteName),
        ]);
        expect(head.data('NewsArticle')).toMatchObject({
          headline: texts.headline,
          description: texts.standfirst,
          author: [{ name: texts.author }],
          publisher: { name: texts.siteName },
          articleSection: texts.section,
          keywords: [texts.tag],
          workTranslation: { headline: texts.headline },
        });
        const { itemListElement } = head.data('BreadcrumbList') ?? {};
        expect(itemListElement).toMatchObject(
          [texts.siteName, texts.section, texts.headline].map((name) => ({ name })),
        );
      }),
      { numRuns: 300 },
    );
  });
});
