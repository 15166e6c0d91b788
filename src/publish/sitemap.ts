/** `sitemap.xml` and `robots.txt`: what the site has, for those who would find out by trying. */
import { hrefOf } from '../app/route.ts';
import type { Language } from '../content/language.ts';
import type { Site } from '../content/model.ts';
import { lastChange } from '../content/last-change.ts';
import type { Edition } from './edition.ts';
import { alternatesOf, publicPages, type PublicPage, rootOf, routesOf } from './public-pages.ts';
import type { SiteFile } from './site-file.ts';
import { element, text, xmlDocument } from './xml.ts';

/**
 * The protocol allows 50,000 addresses and 50 MB in a file. Ours come with three alternates each,
 * some 1,000 bytes together where slugs are longest, so this many stay below both.
 */
const addressesInFile = 40_000;

const namespaces = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
};

/**
 * `sitemap.xml` with every public page in every language (https://www.sitemaps.org/protocol.html),
 * each with its alternates as Google reads them (xhtml:link). A large edition has its addresses in
 * `sitemap-1.xml` and so on, of which `sitemap.xml` is the index. The parts stand beside it because
 * a sitemap speaks only for the folder it is in. Yields nothing when the site names no origin.
 * @param limit of addresses in a file
 */
export function* sitemapFiles(
  edition: Edition,
  base: string,
  limit = addressesInFile,
): Generator<SiteFile> {
  const root = rootOf(edition.site, base);
  if (root === undefined) return;
  if (countOf(edition) <= limit) {
    yield { file: 'sitemap.xml', text: urlSet([...entriesOf(edition, root)]) };
    return;
  }
  let part = 0;
  for (const entries of batches(entriesOf(edition, root), limit)) {
    part += 1;
    yield { file: partName(part), text: urlSet(entries) };
  }
  yield { file: 'sitemap.xml', text: indexOf(part, root) };
}

/**
 * Everything may be read. Crawlers look for this file at the root of a host only, so a site below a
 * path needs the line with its sitemap in the host’s own file.
 */
export function robotsTxt(site: Site, base: string): string {
  const root = rootOf(site, base);
  const rules = 'User-agent: *\nAllow: /\n';
  return root === undefined ? rules : `${rules}\nSitemap: ${root}sitemap.xml\n`;
}

function countOf(edition: Edition): number {
  let count = 0;
  for (const page of publicPages(edition)) count += routesOf(page).length;
  return count;
}

function* entriesOf(edition: Edition, root: string): Generator<string> {
  for (const page of publicPages(edition)) {
    const links = alternatesOf(page, edition.site, root).map(({ language, href }) =>
      element('xhtml:link', { rel: 'alternate', hreflang: language, href }),
    );
    for (const route of routesOf(page)) {
      const location = element('loc', {}, text(hrefOf(route, root)));
      yield element('url', {}, location, lastmod(page, route.language), ...links);
    }
  }
}

/** Of articles only: when a list last changed is not written down anywhere. */
function lastmod(page: PublicPage, language: Language): string {
  if (page.page !== 'article') return '';
  const { article } = page;
  return element('lastmod', {}, text(lastChange(article, language) ?? article.datePublished));
}

function* batches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    if (batch.push(item) < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function urlSet(entries: readonly string[]): string {
  return xmlDocument(element('urlset', namespaces, '\n', entries.join('\n'), '\n'));
}

function indexOf(parts: number, root: string): string {
  const entries = Array.from({ length: parts }, (_, index) =>
    element('sitemap', {}, element('loc', {}, text(`${root}${partName(index + 1)}`))),
  );
  return xmlDocument(element('sitemapindex', { xmlns: namespaces.xmlns }, ...entries));
}

function partName(part: number): string {
  return `sitemap-${part}.xml`;
}
