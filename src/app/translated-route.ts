import { languageFacts, languages, pickVersion, type Language } from '../content/language.ts';
import type { Localized, Site, Summary } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import type { PageRoute, Route } from './route.ts';
import type { Router } from './router.svelte.ts';

/**
 * The proper address of a page in a language, by what the edition calls it there. What the edition
 * does not know keeps its name: an address that leads nowhere, an article that is not known yet or
 * does not exist. So a reload stays in the language. Undefined for an address in no language.
 */
export function translatedRoute(
  route: Route,
  language: Language,
  site: Site,
  article: Summary | undefined,
): PageRoute | undefined {
  switch (route.page) {
    case 'root':
      return { page: 'front', language };
    case 'notFound':
      return route.language && { ...route, language };
    case 'article': {
      const version = article && pickVersion(article.versions, language, article.originalLanguage);
      return { ...route, language, slug: version?.version.slug ?? route.slug };
    }
    case 'section': {
      const section = findBySlug([...eachSection(site.sections)], route.slug);
      return { ...route, language, slug: section?.slug[language] ?? route.slug };
    }
    case 'tag': {
      const tag = findBySlug(site.tags, route.slug);
      return { ...route, language, slug: tag?.slug[language] ?? route.slug };
    }
    default:
      return { ...route, language };
  }
}

/** The section or tag at a slug, in whichever language, or at its id. */
export function findBySlug<T extends { id: string; slug: Localized }>(
  items: readonly T[],
  slug: string,
): T | undefined {
  return (
    items.find((item) => languages.some((language) => item.slug[language] === slug)) ??
    items.find(({ id }) => id === slug)
  );
}

/** The same page in each language, as links. */
export function languageChoices(router: Router, site: Site, article: Summary | undefined) {
  return languages.map((language) => {
    const route = translatedRoute(router.route, language, site, article);
    return {
      language,
      code: language.toUpperCase(),
      // Each in its own language, whatever the language of the page.
      name: languageFacts[language].name,
      href: router.href(route ?? { page: 'front', language }),
    };
  });
}
