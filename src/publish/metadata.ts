/** What each page tells machines about itself: search engines, those who draw cards, feed readers. */
import { hrefOf } from '../app/route.ts';
import type { Language } from '../content/language.ts';
import type { Site } from '../content/model.ts';
import { factsOf } from './article-facts.ts';
import { feedFile, feedTitle } from './feed.ts';
import { jsonLd, link, meta } from './head-elements.ts';
import { openGraph } from './open-graph.ts';
import { alternatesOf, type PublicPage, rootOf, routeOf } from './public-pages.ts';
import { structuredData } from './structured-data.ts';

/** What the interface calls the pages that an edition has no name for, in one language. */
export interface PageNames {
  latest: string;
  sections: string;
}

export interface MetadataInput {
  page: PublicPage | { page: 'notFound' };
  language: Language;
  site: Site;
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
  /** In the language of the page. */
  names: PageNames;
}

/**
 * Markup for the head of a page, without its `<title>`. Where the site names no origin, all that takes
 * an absolute address is left out, and so are the feeds, which are not built then.
 * @throws {Error} for an article that does not exist in the language
 */
export function pageMetadata({ page, language, site, base, names }: MetadataInput): string {
  if (page.page === 'notFound') return meta({ name: 'robots', content: 'noindex' });
  const root = rootOf(site, base);
  const route = routeOf(page, language);
  const href = route && root && hrefOf(route, root);
  const { title, description } = wordsFor(page, language, site, names);
  return [
    meta({ name: 'description', content: description }),
    ...addressLinks(page, site, root, href),
    ...openGraph({ page, language, site, root, href, title, description }),
    ...structuredData(page, language, site, root).map(jsonLd),
    ...feedLinks(page, language, site, base),
  ].join('\n');
}

/**
 * Markup for the head of the bare address of the site, which leads on to the front page in the reader’s
 * language: for cards, and for search engines, to which it is the page for readers of other languages.
 */
export function rootMetadata(site: Site, base: string): string {
  const root = rootOf(site, base);
  const language = site.defaultLanguage;
  const page: PublicPage = { page: 'front' };
  const title = site.name[language];
  const description = site.description[language];
  return [
    meta({ name: 'description', content: description }),
    ...addressLinks(page, site, root, root),
    ...openGraph({ page, language, site, root, href: root, title, description }),
  ].join('\n');
}

/** The page’s heading, and what it is about; a page without words of its own is a part of the site. */
function wordsFor(
  page: PublicPage,
  language: Language,
  site: Site,
  names: PageNames,
): { title: string; description: string } {
  const ofSite = site.description[language];
  const partOfSite = (title: string) => ({ title, description: `${title} – ${ofSite}` });
  switch (page.page) {
    case 'front':
      return { title: site.name[language], description: ofSite };
    case 'latest':
    case 'sections':
      return partOfSite(names[page.page]);
    case 'tag':
      return partOfSite(page.tag.name[language]);
    case 'section': {
      const { name, description } = page.section;
      const own = partOfSite(name[language]);
      return description ? { ...own, description: description[language] } : own;
    }
    case 'article': {
      const { version } = factsOf(page.article, language, site);
      return { title: version.headline, description: version.standfirst };
    }
  }
}

function addressLinks(
  page: PublicPage,
  site: Site,
  root: string | undefined,
  href: string | undefined,
): string[] {
  if (root === undefined || href === undefined) return [];
  return [
    link({ rel: 'canonical', href }),
    ...alternatesOf(page, site, root).map(({ language: hreflang, href }) =>
      link({ rel: 'alternate', hreflang, href }),
    ),
  ];
}

function feedLinks(page: PublicPage, language: Language, site: Site, base: string): string[] {
  if (site.origin === undefined) return [];
  const sections = page.page === 'section' ? [undefined, page.section] : [undefined];
  return sections.flatMap((section) => {
    const title = feedTitle(language, section, site);
    const linkTo = (format: 'xml' | 'json', type: string) =>
      link({
        rel: 'alternate',
        type,
        title,
        href: `${base}${feedFile(language, section, format)}`,
      });
    return [linkTo('xml', 'application/atom+xml'), linkTo('json', 'application/feed+json')];
  });
}
