/** What a feed says, whichever format it is written in, and where it stands. */
import { hrefOf } from '../app/route.ts';
import type { Language } from '../content/language.ts';
import { lastChange } from '../content/last-change.ts';
import type { Section, Site, Summary } from '../content/model.ts';
import { factsOf } from './article-facts.ts';
import { sharePicture, siteIcon } from './share-picture.ts';

export type FeedFormat = 'xml' | 'json';

export interface Feed {
  /** Never changes, even when slugs do. Absolute, as all addresses of a feed. */
  id: string;
  title: string;
  description: string;
  language: Language;
  /** Name of the site, which stands behind all of it. */
  author: string;
  /** The page that shows the same as the feed. */
  page: string;
  /** The feed itself, in each format. */
  self: Record<FeedFormat, string>;
  icon: string;
  /** Newest first. */
  entries: FeedEntry[];
}

export interface FeedEntry {
  id: string;
  url: string;
  title: string;
  summary: string;
  /** The whole article as plain text. */
  text: string;
  /** RFC 3339, as the following. */
  published: string;
  modified?: string;
  authors: string[];
  /** The section, then the tags. */
  categories: { id: string; name: string }[];
  image?: string;
}

/** Where a feed stands below the site’s own path: of the whole site, or of one section. */
export function feedFile(
  language: Language,
  section: Section | undefined,
  format: FeedFormat,
): string {
  const name = section ? `${language}/${section.slug[language]}` : language;
  return `feeds/${name}.${format}`;
}

/** “The Watch”, or “The Watch – Science”. */
export function feedTitle(language: Language, section: Section | undefined, site: Site): string {
  return [site.name, ...(section ? [section.name] : [])].map((name) => name[language]).join(' – ');
}

/** An article with its text in the language of the feed. */
interface FeedArticle {
  summary: Summary;
  text: string;
}

interface FeedInput {
  language: Language;
  /** Undefined for the feed of the whole site. */
  section: Section | undefined;
  /** Those to be in it, newest first, all of which exist in the language. */
  articles: readonly FeedArticle[];
  site: Site;
  /** As `rootOf` gives it. */
  root: string;
}

export function feedOf({ language, section, articles, site, root }: FeedInput): Feed {
  const pageAt = (slug: (section: Section) => string) =>
    section
      ? hrefOf({ page: 'section', language, slug: slug(section) }, root)
      : hrefOf({ page: 'front', language }, root);
  return {
    id: pageAt(({ id }) => id),
    title: feedTitle(language, section, site),
    description: (section?.description ?? site.description)[language],
    language,
    author: site.name[language],
    page: pageAt(({ slug }) => slug[language]),
    self: {
      xml: `${root}${feedFile(language, section, 'xml')}`,
      json: `${root}${feedFile(language, section, 'json')}`,
    },
    icon: siteIcon(root).url,
    entries: articles.map((article) => entryOf(article, language, site, root)),
  };
}

/**
 * The id is the address that the article has by its id (docs/decisions/0004): it leads there, is
 * another in each language, and stays the same when a slug changes with its headline, as RFC 4287
 * (4.2.6) wants. A `tag:` URI would hold a date, and the only one we have may be corrected.
 */
function entryOf(
  { summary: article, text }: FeedArticle,
  language: Language,
  site: Site,
  root: string,
): FeedEntry {
  const { version, section, tags, authors } = factsOf(article, language, site);
  const addressAt = (slug: string) => hrefOf({ page: 'article', language, slug }, root);
  return {
    id: addressAt(article.id),
    url: addressAt(version.slug),
    title: version.headline,
    summary: version.standfirst,
    text,
    published: article.datePublished,
    modified: lastChange(article, language),
    authors,
    categories: [...(section ? [section] : []), ...tags].map(({ id, name }) => ({
      id,
      name: name[language],
    })),
    image: article.image && sharePicture(article.image, root)?.url,
  };
}
