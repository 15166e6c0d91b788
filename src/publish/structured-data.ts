/** What search engines are told about a page, in the words of https://schema.org, as JSON-LD. */
import { hrefOf } from '../app/route.ts';
import { type Language, languages } from '../content/language.ts';
import { lastChange } from '../content/last-change.ts';
import type { Site, VersionSummary } from '../content/model.ts';
import { sectionTrail } from '../content/sections.ts';
import { type ArticleFacts, factsOf } from './article-facts.ts';
import type { PublicPage } from './public-pages.ts';
import { sharePicture, type SharePicture, siteIcon } from './share-picture.ts';

const context = 'https://schema.org';

/** A page that has a place in the tree of sections. */
type PageInTree = Extract<PublicPage, { page: 'article' | 'section' }>;

/**
 * The data of a page, each to be written as a script of its own: what an article is, and the way to
 * an article or a section.
 * @param root as `rootOf` gives it; without one, all addresses are left out
 */
export function structuredData(
  page: PublicPage,
  language: Language,
  site: Site,
  root: string | undefined,
): object[] {
  if (page.page !== 'article' && page.page !== 'section') return [];
  return [
    ...(page.page === 'article'
      ? [newsArticle(factsOf(page.article, language, site), site, root)]
      : []),
    // A trail is made of addresses: without them it says nothing.
    ...(root === undefined ? [] : [breadcrumbs(page, language, site, root)]),
  ];
}

/**
 * An original names its translation (`workTranslation`), a translation its original
 * (`translationOfWork`): in schema.org each is the other’s inverse.
 */
function newsArticle(facts: ArticleFacts, site: Site, root: string | undefined): object {
  const { article, language, version, section, tags, authors } = facts;
  const url = root && articleAt(version, language, root);
  const picture = root && article.image && sharePicture(article.image, root);
  const { originalLanguage } = article;
  const isOriginal = originalLanguage === language;
  const others = isOriginal ? languages.filter((each) => each !== language) : [originalLanguage];
  const counterparts = others.flatMap((each) => {
    const version = article.versions[each];
    return version ? [reference(version, each, root)] : [];
  });
  return {
    '@context': context,
    '@type': 'NewsArticle',
    headline: version.headline,
    description: version.standfirst,
    inLanguage: language,
    url,
    mainEntityOfPage: url && { '@type': 'WebPage', '@id': url },
    datePublished: article.datePublished,
    dateModified: lastChange(article, language),
    // Desks sign, or the site itself; an edition knows no persons.
    author: authors.map(organization),
    publisher: {
      ...organization(site.name[language]),
      url: root && hrefOf({ page: 'front', language }, root),
      logo: root && imageObject(siteIcon(root)),
    },
    image: picture && [imageObject(picture)],
    articleSection: section?.name[language],
    keywords: tags.length > 0 ? tags.map(({ name }) => name[language]) : undefined,
    wordCount: version.wordCount,
    isAccessibleForFree: true,
    [isOriginal ? 'workTranslation' : 'translationOfWork']:
      // One by itself, as most are.
      counterparts.length > 1 ? counterparts : counterparts[0],
  };
}

/** Enough to know a version by. */
function reference(version: VersionSummary, language: Language, root: string | undefined): object {
  return {
    '@type': 'NewsArticle',
    headline: version.headline,
    inLanguage: language,
    url: root && articleAt(version, language, root),
  };
}

function articleAt({ slug }: VersionSummary, language: Language, root: string): string {
  return hrefOf({ page: 'article', language, slug }, root);
}

/** From the front page down to the page itself. */
function breadcrumbs(page: PageInTree, language: Language, site: Site, root: string): object {
  const sectionId = page.page === 'section' ? page.section.id : page.article.section;
  const version = page.page === 'article' ? page.article.versions[language] : undefined;
  const steps = [
    { name: site.name[language], item: hrefOf({ page: 'front', language }, root) },
    ...sectionTrail(site.sections, sectionId).map(({ name, slug }) => ({
      name: name[language],
      item: hrefOf({ page: 'section', language, slug: slug[language] }, root),
    })),
    ...(version ? [{ name: version.headline, item: articleAt(version, language, root) }] : []),
  ];
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  };
}

function organization(name: string): object {
  return { '@type': 'Organization', name };
}

function imageObject({ url, width, height }: SharePicture): object {
  return { '@type': 'ImageObject', url, width, height };
}
