import type { Edition } from './edition.ts';
import { feedFiles } from './feeds.ts';
import type { SiteFile } from './site-file.ts';
import { robotsTxt, sitemapFiles } from './sitemap.ts';

/**
 * Every file of the site that only machines read, one by one: `robots.txt` always, and sitemap and
 * feeds when the edition’s site names its origin.
 * @param base the site’s own path, beginning and ending in a slash
 */
export function* machineFiles(edition: Edition, base: string): Generator<SiteFile> {
  yield { file: 'robots.txt', text: robotsTxt(edition.site, base) };
  yield* sitemapFiles(edition, base);
  yield* feedFiles(edition, base);
}
