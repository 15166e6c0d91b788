/** The pages of an edition that the world should know, and where each stands in which language. */
import { hrefOf, type PageRoute } from '../app/route.ts';
import { languages, pickVersion, type Language } from '../content/language.ts';
import type { Section, Site, Summary, Tag } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';

export type PublicPage =
  | { page: 'front' | 'latest' | 'sections' }
  | { page: 'section'; section: Section }
  | { page: 'tag'; tag: Tag }
  | { page: 'article'; article: Summary };

/** A version of a page, as `hreflang` names it. */
export interface Alternate {
  language: Language | 'x-default';
  /** Absolute. */
  href: string;
}

/** Every page that is not the reader’s own, each once, whatever the languages it is in. */
export function* publicPages({
  site,
  articles,
}: {
  site: Site;
  articles: readonly { summary: Summary }[];
}): Generator<PublicPage> {
  yield { page: 'front' };
  yield { page: 'latest' };
  yield { page: 'sections' };
  for (const section of eachSection(site.sections)) yield { page: 'section', section };
  for (const tag of site.tags) yield { page: 'tag', tag };
  for (const { summary } of articles) yield { page: 'article', article: summary };
}

/** Undefined for an article that does not exist in the language. All other pages exist in each. */
export function routeOf(page: PublicPage, language: Language): PageRoute | undefined {
  switch (page.page) {
    case 'section':
      return { page: 'section', language, slug: page.section.slug[language] };
    case 'tag':
      return { page: 'tag', language, slug: page.tag.slug[language] };
    case 'article': {
      const version = page.article.versions[language];
      return version && { page: 'article', language, slug: version.slug };
    }
    default:
      return { page: page.page, language };
  }
}

/** The page in each language it exists in. */
export function routesOf(page: PublicPage): PageRoute[] {
  return languages.flatMap((language) => routeOf(page, language) ?? []);
}

/**
 * The absolute address of the site’s own path, with a slash at its end: `https://news.example/paper/`.
 * As the base of `hrefOf` it makes absolute addresses. Undefined when the site names no origin.
 * @param base the path alone, beginning and ending in a slash
 */
export function rootOf({ origin }: Site, base: string): string | undefined {
  return origin === undefined ? undefined : `${origin}${base}`;
}

/**
 * The versions of a page, itself among them, the same list for each of them: search engines heed only
 * what both ends say. `x-default` is for readers of any other language: the bare address of the site,
 * which asks the browser; else the site’s default language or, where that is missing, the original.
 */
export function alternatesOf(page: PublicPage, site: Site, root: string): Alternate[] {
  const routes = routesOf(page);
  const ofDefault = routes.find(({ language }) => language === fallbackLanguage(page, site));
  const fallback = page.page === 'front' ? root : ofDefault && hrefOf(ofDefault, root);
  return [
    ...routes.map((route) => ({ language: route.language, href: hrefOf(route, root) })),
    ...(fallback === undefined ? [] : [{ language: 'x-default' as const, href: fallback }]),
  ];
}

function fallbackLanguage(page: PublicPage, { defaultLanguage }: Site): Language {
  if (page.page !== 'article' || page.article.versions[defaultLanguage]) return defaultLanguage;
  return page.article.originalLanguage;
}

/**
 * Where readers of a language are shown a page. An article that is not written in it is shown in the
 * language it has; to machines it is the same page, and they are told of the proper one only.
 */
export function routeShown(page: PublicPage, language: Language): PageRoute | undefined {
  if (page.page !== 'article') return routeOf(page, language);
  const shown = versionShown(page.article, language);
  return shown && { page: 'article', language, slug: shown.version.slug };
}

/** The version of an article that readers of a language are shown. */
export function versionShown({ versions, originalLanguage }: Summary, language: Language) {
  return pickVersion(versions, language, originalLanguage);
}
