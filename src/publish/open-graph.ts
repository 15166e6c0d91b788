/** What a chat or a social network shows of a link: https://ogp.me, and the card of X on top of it. */
import { languageFacts, type Language } from '../content/language.ts';
import { lastChange } from '../content/last-change.ts';
import type { Site } from '../content/model.ts';
import { type ArticleFacts, factsOf } from './article-facts.ts';
import { meta, property } from './head-elements.ts';
import { type PublicPage, routesOf } from './public-pages.ts';
import { sharePicture, siteIcon } from './share-picture.ts';

/** Open Graph wants a country with each language. */
const localeOf = (language: Language) => languageFacts[language].region.replace('-', '_');

export interface CardInput {
  page: PublicPage;
  language: Language;
  site: Site;
  /** As `rootOf` gives it; without one there is neither address nor picture. */
  root: string | undefined;
  /** Where the page stands, absolute. */
  href: string | undefined;
  title: string;
  description: string;
}

export function openGraph(card: CardInput): string[] {
  const { page, language, site, root, href, title, description } = card;
  const others = routesOf(page).filter((other) => other.language !== language);
  const facts = page.page === 'article' ? factsOf(page.article, language, site) : undefined;
  return [
    ...property('og:type', facts ? 'article' : 'website'),
    ...property('og:site_name', site.name[language]),
    ...property('og:title', title),
    ...property('og:description', description),
    ...property('og:url', href),
    ...property('og:locale', localeOf(language)),
    ...others.flatMap((other) => property('og:locale:alternate', localeOf(other.language))),
    ...(facts ? articleProperties(facts) : []),
    ...picture(facts, site.name[language], root),
  ];
}

function articleProperties({ article, language, section, tags }: ArticleFacts): string[] {
  return [
    ...property('article:published_time', article.datePublished),
    ...property('article:modified_time', lastChange(article, language)),
    ...property('article:section', section?.name[language]),
    ...tags.flatMap(({ name }) => property('article:tag', name[language])),
  ];
}

/** The lead picture on a large card; else the icon of the site on a small one. */
function picture(
  facts: ArticleFacts | undefined,
  siteName: string,
  root: string | undefined,
): string[] {
  const lead = root && facts?.article.image && sharePicture(facts.article.image, root);
  const shown = lead || (root && siteIcon(root));
  const size = lead ? 'summary_large_image' : 'summary';
  const card = meta({ name: 'twitter:card', content: size });
  if (!shown) return [card];
  return [
    ...property('og:image', shown.url),
    ...property('og:image:width', String(shown.width)),
    ...property('og:image:height', String(shown.height)),
    ...property('og:image:alt', lead ? facts?.version.imageAlt : siteName),
    card,
  ];
}
