/**
 * What a host should say of each address of the site. The one place for it: `npm start` answers by
 * these rules, the build writes them into `_headers`, and docs/hosting/ says the same to nginx and
 * Caddy, which tests/hosts/ checks.
 */
import { languages } from '../content/language.ts';

/** An address of the site, below its base. */
export interface SiteAddress {
  /** Without a slash before it: ``, `fr/`, `assets/app-1a2b3c4d.js`. */
  path: string;
  /** With its question mark; empty where there is none. */
  query?: string;
}

/** A year is the longest that caches honour. */
const immutable = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time. */
const revalidate = 'no-cache';

/**
 * Sent with everything. The page’s own policy stands in its `meta`; these are what a `meta` cannot
 * say, or must not be left to say.
 */
const always = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "frame-ancestors 'none'",
  // Not even the name of the paper: a link out of an article is no other site’s business.
  'Referrer-Policy': 'same-origin',
};

const manifestType = 'application/manifest+json';
const feedType = 'application/feed+json';

/**
 * The headers of an answer, but for those that come with the file.
 * @param isFound false for a 404: what is missing today may be there tomorrow, so it must not be
 * kept for a year.
 */
export function headersFor(address: SiteAddress, isFound = true): Record<string, string> {
  const isForever = isFound && isImmutable(address);
  return { ...always, 'Cache-Control': isForever ? immutable : revalidate };
}

/** The type of a file, where a host’s own table of endings may not know it. */
export function typeOf(path: string): string | undefined {
  if (path.endsWith('.webmanifest')) return manifestType;
  return /^feeds\/.*\.json$/.test(path) ? feedType : undefined;
}

/** Files that can stand for one that is not there, nearest first. */
export function notFoundPages(path: string): string[] {
  const language = languages.find((each) => path.startsWith(`${each}/`));
  return [...(language ? [`${language}/404.html`] : []), '404.html'];
}

/**
 * The rules as a file `_headers`, which Netlify and Cloudflare Pages read. Neither looks at the query,
 * so of what never changes only `assets/` is named; all else they have asked about each time by
 * themselves. No header may be said twice of one address: Cloudflare would send both values. And
 * nothing may follow a `*`: Netlify would not understand it.
 * @param base the site’s own path, beginning and ending in a slash
 */
export function headersFile(base: string): string {
  const manifests = languages.map((language) => `manifest.${language}.webmanifest`);
  const rules: [string, Record<string, string>][] = [
    ['*', always],
    ['assets/*', { 'Cache-Control': immutable }],
    ...manifests.map((file): [string, Record<string, string>] => [
      file,
      { 'Content-Type': manifestType },
    ]),
  ];
  return rules
    .map(([path, headers]) => {
      const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
      return `${base}${path}\n${lines.join('')}`;
    })
    .join('\n');
}

/** Named by their content, or asked for by the hash of it. */
function isImmutable({ path, query = '' }: SiteAddress): boolean {
  if (path.startsWith('assets/')) return true;
  // Only of data: a page must not be kept for a year because someone wrote `?v=` into a link to it.
  return path.startsWith('content/') && /[?&]v=/.test(query);
}
