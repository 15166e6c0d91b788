/**
 * Which pages the worker keeps as they were prerendered: those the reader has seen, but for saved
 * articles, which are opened from their saved copy, pictures included.
 */
import { languages } from '../content/language.ts';
import type { Summary } from '../content/model.ts';
import { savesData } from '../ui/when-idle.ts';
import { forgetPages, keepPage } from '../offline/kept-pages.ts';
import { mayHaveSaved } from '../storage/saved-hint.ts';
import { hrefOf, parseRoute } from './route.ts';
import type { Services } from './services.ts';

const prerendered = ['front', 'latest', 'sections', 'section', 'tag', 'article'];

/**
 * To be called when a page has come to rest.
 * @param articleId of the one on it, once that is known: until then it may be a saved one
 */
export async function keepShownPage(
  { router, library }: Pick<Services, 'router' | 'library'>,
  articleId: string | undefined,
): Promise<void> {
  const { pathname } = location;
  const { page } = parseRoute(pathname, router.base);
  if (savesData() || !prerendered.includes(page)) return;
  if (page === 'article') {
    if (articleId === undefined) return;
    if (mayHaveSaved() && (await library.isSaved(articleId))) return;
  }
  keepPage(pathname);
}

/** To be called when an article has been saved. */
export function forgetArticlePages(base: string, { versions }: Summary): void {
  const paths = languages.flatMap((language) => {
    const slug = versions[language]?.slug;
    return slug === undefined ? [] : [hrefOf({ page: 'article', language, slug }, base)];
  });
  forgetPages(paths);
}
