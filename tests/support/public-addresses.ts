import { hrefOf, type PageRoute } from '../../src/app/route.ts';
import { otherLanguage, type Language } from '../../src/content/language.ts';
import { eachSection } from '../../src/content/sections.ts';
import { demoArticle, demoIds, demoSite } from './demo-edition.ts';

/** The addresses of all prerendered pages in a language, relative to the site’s. */
export function publicAddresses(language: Language): string[] {
  const routes: PageRoute[] = [
    ...(['front', 'latest', 'sections'] as const).map((page) => ({ page, language })),
    ...[...eachSection(demoSite.sections)].map(({ slug }) => ({
      page: 'section' as const,
      language,
      slug: slug[language],
    })),
    ...demoSite.tags.map(({ slug }) => ({ page: 'tag' as const, language, slug: slug[language] })),
    ...demoIds.map((id) => {
      const { versions } = demoArticle(id);
      const { slug } = (versions[language] ?? versions[otherLanguage(language)])!;
      return { page: 'article' as const, language, slug };
    }),
  ];
  return routes.map((route) => hrefOf(route, ''));
}
