/** Real requests on 127.0.0.1 to a made-up site, at the root of its host and under a path. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { compressFolder } from '../../../src/publish/compress.ts';
import { siteHandler } from '../../../src/publish/site-handler.ts';
import { ask } from '../../support/ask.ts';
import { temporaryFolder } from '../../support/edition-folder.ts';
import {
  checkExpectation,
  checkHeadAndRevalidation,
  checkNoOpenRedirect,
  expectations,
  expectSafety,
  nameOf,
} from '../../support/host-expectations.ts';
import { madeDistFolder } from '../../support/made-dist.ts';

/** Answers from `dir` until `close`; what lies outside the base, with a 418. */
async function serve(dir: string, base: string) {
  const handle = siteHandler({ dir, base });
  const server = createServer((request, response) => {
    handle(request, response, () => response.writeHead(418).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, close: () => server.close() };
}

describe.each(['/', '/news/'])('a site at %s', (base) => {
  let site: string;
  const end: (() => unknown)[] = [];

  beforeAll(async () => {
    const { folder, remove } = await madeDistFolder();
    const dir = path.join(folder, 'site');
    await compressFolder(dir);
    const { host, close } = await serve(dir, base);
    site = host + base;
    end.push(close, remove);
  });
  afterAll(async () => {
    for (const each of end) await each();
  });

  test.each(expectations.map((each) => [nameOf(each), each] as const))('%s', (_, expected) =>
    checkExpectation(site, expected),
  );

  test.each(['fr/article/budget-2027', 'assets/app-1a2b3c4d.js', 'content/index.json'])(
    'answers HEAD, and a second visit to %s without its body',
    (file) => checkHeadAndRevalidation(site, file),
  );

  test('redirects to no other host', () => checkNoOpenRedirect(site));

  test('sends no brotli to who refuses it, whatever the order', async () => {
    for (const [accept, encoding] of [
      ['br;q=0, gzip', 'gzip'],
      ['gzip;q=0.5, BR;q=1.0', 'br'],
      ['gzip ; q=0.0', undefined],
      ['sobriety', undefined],
    ]) {
      for (const file of ['fr/', 'fr/nothing']) {
        const { headers } = await ask(site, file, { 'Accept-Encoding': accept });
        expect(headers['content-encoding'], `${accept} for ${file}`).toBe(encoding);
      }
    }
  });

  test('a second visit learns how long to keep what it has, and by what it varies', async () => {
    const { headers } = await ask(site, 'fr/', { 'Accept-Encoding': 'br' });
    const again = await ask(site, 'fr/', {
      'Accept-Encoding': 'br',
      'If-None-Match': headers.etag,
    });
    expect(again.headers.vary).toBe('Accept-Encoding');
    expectSafety(again);
  });

  test('a page that was not there is no second visit', async () => {
    const found = await ask(site, 'fr/404.html');
    const missing = await ask(site, 'fr/nothing', { 'If-None-Match': found.headers.etag });
    expect(missing.status).toBe(404);
  });

  test('takes only what asks for a file', async () => {
    const { status, headers } = await ask(site, 'fr/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

test('what lies outside its path is left to others; the path itself gets its slash', async () => {
  const dir = await temporaryFolder({ 'index.html': 'the site' });
  const { host, close } = await serve(dir, '/news/');
  onTestFinished(() => void close());
  for (const path of ['', 'newspaper', 'index.html']) {
    expect((await ask(`${host}/`, path)).status, path).toBe(418);
  }
  const { status, headers } = await ask(`${host}/`, 'news?source=app');
  expect([status, headers.location]).toEqual([301, '/news/?source=app']);
});

test('a site without a page for what is not there says so all the same', async () => {
  const { host, close } = await serve(await temporaryFolder({ 'index.html': 'the site' }), '/');
  onTestFinished(() => void close());
  const { status, headers, body } = await ask(`${host}/`, 'fr/nothing');
  expect([status, body.toString()]).toEqual([404, 'Not found']);
  expect(headers['content-type']).toMatch(/^text\/plain/);
});
