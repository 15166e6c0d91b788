/**
 * What every good host of a site answers: one table for `npm start` and for the configurations in
 * docs/hosting/. Of the site in made-dist.ts.
 */
import { expect } from 'vitest';
import { ask, type Answer } from './ask.ts';

export interface Expectation {
  what: string;
  /** Below the site’s base, as a client sends it. */
  path: string;
  accept?: 'br' | 'gzip' | 'br, gzip' | 'br;q=0, gzip' | 'identity';
  status?: number | number[];
  /** Where a redirect leads, below the base. */
  location?: string;
  type?: RegExp;
  encoding?: 'br' | 'gzip';
  isImmutable?: boolean;
  /** Something in the body, once unpacked. */
  body?: string;
}

const html = /^text\/html; ?charset=utf-8$/i;
const script = /^(text|application)\/javascript/;
const json = /^application\/json/;
const xml = /^(text|application)\/(atom\+)?xml/;

const pages: Expectation[] = [
  { what: 'the bare address', path: '', type: html, body: 'the shell' },
  { what: 'the shell by its name', path: 'index.html', type: html, body: 'the shell' },
  { what: 'a front page', path: 'fr/', type: html, body: 'à la une' },
  { what: 'the other front page', path: 'en/', type: html, body: 'front page' },
  { what: 'a front page without its slash', path: 'fr', status: 301, location: 'fr/' },
  { what: 'an article', path: 'fr/article/budget-2027', type: html, body: 'le budget' },
  { what: 'a list', path: 'fr/rubrique/monde', type: html, body: 'le monde' },
  { what: 'a page on its own', path: 'fr/gardes', type: html, body: 'les gardés' },
  { what: 'a page with a query', path: 'fr/gardes?source=app', type: html, body: 'les gardés' },
  { what: 'a page with ?v=', path: 'en/article/2027-budget?v=1', body: 'the budget' },
  {
    what: 'a page with a slash too many',
    path: 'fr/article/budget-2027/',
    status: 301,
    location: 'fr/article/budget-2027',
  },
  {
    what: 'a slash too many, and a query',
    path: 'en/article/2027-budget/?source=mail&page=2',
    status: 301,
    location: 'en/article/2027-budget?source=mail&page=2',
  },
];

const notFound: Expectation[] = [
  { what: 'no such article', path: 'fr/article/rien', body: 'page introuvable' },
  { what: 'no such article, with a slash', path: 'fr/article/rien/', body: 'page introuvable' },
  { what: 'no such page, in English', path: 'en/nothing', body: 'page not found' },
  { what: 'no such folder', path: 'en/a/b/c', body: 'page not found' },
  { what: 'no such language', path: 'de/', body: 'in any language' },
  { what: 'what only begins like a language', path: 'french', body: 'in any language' },
  { what: 'a folder without a page', path: 'content/', body: 'in any language' },
  { what: 'a missing part of the program', path: 'assets/gone-0a0a0a0a.js' },
  { what: 'a missing article, by its hash', path: 'content/articles/gone.json?v=abc' },
].map((each) => ({ ...each, status: 404, type: html }));

const files: Expectation[] = [
  { what: 'the program', path: 'assets/app-1a2b3c4d.js', type: script, isImmutable: true },
  { what: 'the style', path: 'assets/app-5e6f7a8b.css', type: /^text\/css/, isImmutable: true },
  { what: 'a font', path: 'assets/serif-3a4b5c6d.woff2', type: /woff2/, isImmutable: true },
  { what: 'a small file', path: 'assets/small-9c0d1e2f.js', type: script, isImmutable: true },
  { what: 'a list of articles', path: 'content/index.json', type: json },
  {
    what: 'an article’s text, by its hash',
    path: 'content/articles/budget.json?v=abc',
    type: json,
    isImmutable: true,
  },
  { what: 'an article’s text, without', path: 'content/articles/budget.json', type: json },
  { what: '?v= that is only the end of a word', path: 'content/index.json?rev=1', type: json },
  { what: 'a picture', path: 'content/images/budget.webp', type: /^image\/webp/ },
  { what: 'the worker', path: 'sw.js', type: script, body: 'the worker' },
  { what: 'a manifest', path: 'manifest.fr.webmanifest', type: /^application\/manifest\+json/ },
  { what: 'a feed', path: 'feeds/fr.xml', type: xml, body: '<title>fil' },
  { what: 'a JSON feed', path: 'feeds/fr.json', type: /^application\/feed\+json/ },
  { what: 'the site map', path: 'sitemap.xml', type: xml },
  { what: 'robots.txt', path: 'robots.txt', type: /^text\/plain/, body: 'User-agent' },
  { what: 'an icon', path: 'icons/favicon.svg', type: /^image\/svg\+xml/ },
];

const compressed: Expectation[] = [
  { what: 'a page', path: 'fr/article/budget-2027', body: 'le budget' },
  { what: 'a front page', path: 'en/', body: 'front page' },
  { what: 'the program', path: 'assets/app-1a2b3c4d.js', isImmutable: true, body: 'the program' },
  { what: 'a list', path: 'content/index.json', type: json, body: 'list' },
  { what: 'a manifest', path: 'manifest.fr.webmanifest', type: /manifest\+json/, body: 'manifest' },
  { what: 'a feed', path: 'feeds/fr.xml', type: xml, body: '<title>fil' },
  { what: 'a page for what is not there', path: 'fr/rien', status: 404, body: 'introuvable' },
].flatMap((each): Expectation[] => [
  { ...each, accept: 'br, gzip', encoding: 'br' },
  { ...each, accept: 'gzip', encoding: 'gzip' },
  { ...each, accept: 'identity' },
]);

const uncompressed: Expectation[] = [
  { what: 'a small file', path: 'robots.txt', accept: 'br, gzip', body: 'User-agent' },
  { what: 'a picture', path: 'content/images/budget.webp', accept: 'br, gzip', body: 'picture' },
];

/** With a file `secret.txt` beside the site’s folder. */
const outside: Expectation[] = [
  '../secret.txt',
  '%2e%2e/secret.txt',
  'fr/../../secret.txt',
  '..%2fsecret.txt',
  'assets/..%2f..%2fsecret.txt',
  '..%5csecret.txt',
  'assets/%00',
  // 500: Caddy gives up on a zero, and says no more.
].map((path) => ({ what: 'what lies outside', path, status: [400, 404, 500] }));

export const expectations: Expectation[] = [
  ...pages,
  ...notFound,
  ...files,
  ...compressed,
  ...uncompressed,
  ...outside,
];

export function nameOf({ what, path, accept }: Expectation): string {
  return `${what}: /${path}${accept ? `, accepting ${accept}` : ''}`;
}

/**
 * @param site the address of the site’s base, with a slash at its end
 * @throws {Error} when the host answers otherwise
 */
export async function checkExpectation(site: string, expected: Expectation): Promise<void> {
  const { status = 200, location, type, encoding, isImmutable = false, body } = expected;
  const answer = await ask(site, expected.path, { 'Accept-Encoding': expected.accept });
  const { headers } = answer;

  expect(answer.body.toString()).not.toContain('a secret');
  expect([status].flat()).toContain(sameMeaning(answer.status));
  if (answer.status === 400 || answer.status === 500) return;
  if (location !== undefined) {
    // Without a host: behind a proxy, a server may not know under which name it is reached.
    expect(headers.location).toBe(new URL(site).pathname + location);
    return;
  }
  if (type) expect(headers['content-type']).toMatch(type);
  expect(headers['content-encoding']).toBe(encoding);
  if (encoding) expect(headers.vary).toMatch(/accept-encoding/i);
  if (body !== undefined) expect(answer.body.toString()).toContain(body);
  expect(headers['cache-control']).toBe(
    isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  expectSafety(answer);
}

export function expectSafety({ headers }: Answer): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "frame-ancestors 'none'",
    'referrer-policy': 'same-origin',
  });
}

/** What a HEAD request and a second visit get, which take more than one line of a table. */
export async function checkHeadAndRevalidation(site: string, path: string): Promise<void> {
  const accept = { 'Accept-Encoding': 'br' };
  const whole = await ask(site, path, accept);
  const head = await ask(site, path, accept, 'HEAD');
  expect([head.status, head.body.length]).toEqual([200, 0]);
  for (const name of ['content-type', 'content-encoding', 'cache-control', 'etag'] as const) {
    expect(head.headers[name], name).toBe(whole.headers[name]);
  }

  const { etag } = whole.headers;
  if (etag === undefined) throw new Error(`${path} has no ETag`);
  const again = await ask(site, path, { ...accept, 'If-None-Match': etag });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(again.headers['cache-control']).toBe(whole.headers['cache-control']);
  const other = await ask(site, path, { ...accept, 'If-None-Match': '"another"' });
  expect(other.status).toBe(200);
}

/** An address that begins with two slashes names a host in a `Location`: no redirect may have one. */
export async function checkNoOpenRedirect(site: string): Promise<void> {
  for (const path of ['/fr/article/budget-2027/', '/fr', '/news.example/fr/']) {
    const { headers } = await ask(site, path);
    expect(new URL(headers.location ?? '', site).origin).toBe(new URL(site).origin);
  }
}

/** 301 and 308 say the same to a GET. */
function sameMeaning(status: number): number {
  return status === 308 ? 301 : status;
}
