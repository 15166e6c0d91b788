import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCompressingHost, type CompressingHost } from '../../support/compressing-host.ts';

const article = '<h1>Marées</h1>'.repeat(50);
let dir: string;
let host: CompressingHost;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'liseuse-host-'));
  await mkdir(join(dir, 'fr/article'), { recursive: true });
  await writeFile(join(dir, 'fr/article/marees.html'), article);
  await writeFile(join(dir, 'fr/index.html'), 'front');
  await writeFile(join(dir, '404.html'), 'missing');
  host = await startCompressingHost({ dir, texts: { '/extra.html': 'extra' } });
});

afterAll(async () => {
  await host.close();
  await rm(dir, { recursive: true });
});

test('an article’s address is answered with its page, compressed where that is understood', async () => {
  const { response, body } = await ask('/fr/article/marees', { 'accept-encoding': 'gzip, br' });
  expect(response.statusCode).toBe(200);
  expect(response.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(body).toString()).toBe(article);
  const plain = await ask('/fr/article/marees');
  expect(plain.response.headers['content-encoding']).toBeUndefined();
  expect(plain.body.toString()).toBe(article);
});

test.each([
  ['/fr/', 200, 'front'],
  ['/fr', 200, 'front'],
  ['/extra.html', 200, 'extra'],
  ['/fr/article/none', 404, 'missing'],
  ['/../../etc/passwd', 404, 'missing'],
])('%s is answered with %i', async (path, status, text) => {
  const { response, body } = await ask(path);
  expect([response.statusCode, body.toString()]).toEqual([status, text]);
});

test('what the browser has already is not sent again', async () => {
  const first = await ask('/fr/');
  const again = await ask('/fr/', { 'if-none-match': first.response.headers.etag! });
  expect([again.response.statusCode, again.body.length]).toEqual([304, 0]);
});

test('a held answer comes when it is let go, and is noted with what it weighed', async () => {
  host.hold(['/fr/']);
  const held = ask('/fr/');
  await ask('/extra.html');
  expect(host.answers.at(-1)?.path).toBe('/extra.html');
  host.hold([]);
  expect((await held).body.toString()).toBe('front');
  expect(host.answers.at(-1)).toMatchObject({ path: '/fr/' });
  expect(host.answers.at(-1)!.bytes).toBeGreaterThan(100);
});

function ask(
  path: string,
  headers: Record<string, string> = {},
): Promise<{ response: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(`${host.origin}${path}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ response, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}
