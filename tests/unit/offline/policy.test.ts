import { describe, expect, test } from 'vitest';
import {
  fileAddress,
  isGone,
  isVersionOf,
  scriptsIn,
  withoutPreloads,
} from '../../../src/offline/worker/policy.ts';
import { contentHash } from '../../../src/publish/hash.ts';

const page = { 'Content-Type': 'text/html; charset=utf-8' };
const data = { 'Content-Type': 'application/json' };

describe('an address of the app', () => {
  test.each([
    '/',
    '/fr/',
    '/en/article/a-slug',
    '/my.news/',
    '/my.news/fr/',
    '/my.news/v1.2/en/saved',
  ])('%s is no file', (address) => {
    expect(fileAddress.test(address)).toBe(false);
  });

  test.each(['/fr/?q=a.b', '/fr/saved?from=/my.news/a.json'])(
    '%s is none by its query',
    (address) => {
      expect(fileAddress.test(address)).toBe(false);
    },
  );

  test.each(['/robots.txt', '/my.news/schema/article-1.json', '/content/front.json?v=1', '/.well'])(
    'but %s is a file',
    (address) => {
      expect(fileAddress.test(address)).toBe(true);
    },
  );
});

describe('an answer under a version', () => {
  const text = '{"headline":"L’été"}';
  const address = `https://example.org/content/articles/a.json?v=${contentHash(text)}`;

  test('is that version if its text is, and can still be read', async () => {
    const response = new Response(text);
    expect(await isVersionOf(response, address)).toBe(true);
    expect(await response.text()).toBe(text);
  });

  test.each(['{"headline":"Before"}', `${text} `, ''])('is not with the text %j', async (other) => {
    expect(await isVersionOf(new Response(other), address)).toBe(false);
  });

  test.each(['a.json', 'a.json?v=h1'])('is not judged where %s names none', async (other) => {
    expect(await isVersionOf(new Response(text), other)).toBe(true);
  });
});

describe('the host no longer has a file', () => {
  test.each([
    ['404', new Response('', { status: 404 })],
    ['410', new Response('', { status: 410, headers: data })],
    ['the app’s page with status 200', new Response('<!doctype html>', { headers: page })],
  ])('when it answers %s', (_, response) => {
    expect(isGone(response)).toBe(true);
  });

  test.each([
    ['the file', new Response('{}', { headers: data })],
    ['a file of no type', new Response(new Uint8Array())],
    ['a fault', new Response('', { status: 500, headers: page })],
    ['a refusal', new Response('', { status: 403, headers: page })],
  ])('but not when it answers with %s', (_, response) => {
    expect(isGone(response)).toBe(false);
  });

  test('nor when it sends elsewhere, such as to a page to sign in', () => {
    const response = new Response('<!doctype html>', { headers: page });
    Object.defineProperty(response, 'redirected', { value: true });
    expect(isGone(response)).toBe(false);
  });
});

describe('the scripts a page starts with', () => {
  const page = `<!doctype html>
    <html lang="fr" data-source="0123456789ab"><head>
    <link rel="icon" href="/my.news/icons/favicon.svg">
    <link rel="stylesheet" href="/my.news/assets/index-1a.css" disabled>
    <link rel="modulepreload" crossorigin href="/my.news/assets/list-1a.js">
    <script>document.documentElement.dataset.scripted = '';</script>
    <script type="module" crossorigin src="/my.news/assets/index-1a.js"></script></head>
    <body><a href="/my.news/assets/linked.js">&lt;script src="assets/quoted.js"&gt;</a>
    <script type="application/json" id="page-data">{"a":"\\u003cscript src=\\"assets/x.js\\">"}</script>`;

  test('are files of the site, wherever it stands', () => {
    expect(scriptsIn(page)).toEqual(['assets/list-1a.js', 'assets/index-1a.js']);
    const atRoot = page.replaceAll('/my.news/', '/');
    expect(scriptsIn(atRoot)).toEqual(['assets/list-1a.js', 'assets/index-1a.js']);
    for (const base of ['/assets/', '/my-assets/']) {
      const there = page.replaceAll('/my.news/', base);
      expect(scriptsIn(there)).toEqual(['assets/list-1a.js', 'assets/index-1a.js']);
    }
  });

  test.each([
    '',
    'Not found',
    '<!doctype html><script src="https://elsewhere.example/a.js"></script>',
  ])('are none in %j, which is no page of ours', (html) => {
    expect(scriptsIn(html)).toEqual([]);
  });
});

test('a page is kept without what it asks for early, and else as it came', () => {
  const early =
    '<link rel="preload" as="image" href="/a.webp" imagesizes="(width >= 60rem) 43.5rem, 100vw">\n' +
    '    <link rel="modulepreload" crossorigin href="/assets/index-1a.js">\n';
  const rest =
    '<link rel="icon" href="/a.svg"><link rel="stylesheet" href="/a.css" disabled>' +
    '<p>&lt;link rel="preload"></p><script async src="/assets/index-1a.js"></script>';
  expect(withoutPreloads(`<head>${early}${rest}`)).toBe(`<head>${rest}`);
});
