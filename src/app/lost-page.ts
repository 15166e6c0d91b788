import { ContentError } from '../content/errors.ts';
import { eachSection } from '../content/sections.ts';
import type { Route } from './route.ts';
import type { Services } from './services.ts';
import { findBySlug } from './translated-route.ts';

/**
 * Makes the route that of an address that leads nowhere, where it looks like that of a page and the
 * edition has none. A host that says so sends the page that is drawn for such addresses, and the app can
 * take that over as it stands. Does nothing where there is something to show, or where that cannot be
 * known.
 */
export async function stayLost({ router, reader }: Services): Promise<void> {
  const { route, base } = router;
  if (!('slug' in route) || !(await leadsNowhere(route, reader))) return;
  const path = location.pathname.slice(base.length + route.language.length + 1);
  router.rewrite({ page: 'notFound', language: route.language, path });
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
