import { hrefOf } from '../../src/app/route.ts';
import type { Language } from '../../src/content/language.ts';
import { publicPages, routeOf } from '../../src/publish/public-pages.ts';
import { demoArticle, demoIds, demoSite } from './demo-edition.ts';

const articles = demoIds.map((id) => ({ value: demoArticle(id) }));

/** The addresses of all public pages in a language, relative to the site’s. */
export function publicAddresses(language: Language): string[] {
  return [...publicPages({ site: demoSite, articles })].flatMap((page) => {
    const route = routeOf(page, language);
    return route ? hrefOf(route, '') : [];
  });
}
