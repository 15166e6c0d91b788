import { ContentError } from '../content/errors.ts';
import { eachSection } from '../content/sections.ts';
import type { PageRoute, Route } from './route.ts';
import type { Services } from './services.ts';
import { findBySlug } from './translated-route.ts';

/**
 * The route of an address that looks like that of a page, where the edition has none. A host that says so
 * sends the page that is drawn for such addresses, and the app can take that over as it stands.
 * Undefined where there is something to show, or where that cannot be known.
 */
export async function lostRoute({ router, reader }: Services): Promise<PageRoute | undefined> {
  const { route, base } = router;
  if (!('slug' in route) || !(await leadsNowhere(route, reader))) return undefined;
  const path = location.pathname.slice(base.length + route.language.length + 1);
  return { page: 'notFound', language: route.language, path };
}

async function leadsNowhere(
  { page, slug }: Extract<Route, { slug: string }>,
  { site, source, mayBeSaved }: Services['reader'],
): Promise<boolean> {
  if (page === 'section') return !findBySlug([...eachSection(site.sections)], slug);
  if (page === 'tag') return !findBySlug(site.tags, slug);
  // What was withdrawn may have been saved before.
  if (mayBeSaved()) return false;
  try {
    await source.address(slug);
    return false;
  } catch (error) {
    return error instanceof ContentError && error.kind === 'not-found';
  }
}
