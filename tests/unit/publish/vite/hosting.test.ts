/** The plugins that make a build ready for its host, in real builds of a page that does nothing. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { build, preview, type InlineConfig, type Plugin } from 'vite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { compressedCopies } from '../../../../src/publish/vite/compressed-copies.ts';
import { hostHeaders } from '../../../../src/publish/vite/host-headers.ts';
import { previewHost } from '../../../../src/publish/vite/preview-host.ts';
import { ask } from '../../../support/ask.ts';
import { temporaryFolder, writeFiles } from '../../../support/edition-folder.ts';

// Builds on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

const words = 'Tout est dit, et l’on vient trop tard. '.repeat(60);

/** As the edition’s plugin and the worker’s do: files that are written when the bundle is closed. */
function writesLate(name: string, order?: 'post'): Plugin {
  let dir = '';
  return {
    name: `writes-${name}`,
    configResolved({ root, build: { outDir } }) {
      dir = path.resolve(root, outDir);
    },
    closeBundle: {
      ...(order && { order }),
      async handler() {
        await new Promise((resolve) => setTimeout(resolve, 50));
        await writeFiles(dir, { [name]: `${name} ${words}` });
      },
    },
  };
}

async function siteConfig(plugins: Plugin[]): Promise<InlineConfig & { root: string }> {
  const root = await temporaryFolder({
    'index.html': `<!doctype html><title>x</title><p>${words}</p><script type="module" src="/main.js"></script>`,
    'main.js': `document.title = ${JSON.stringify(words)};`,
  });
  return { root, configFile: false, logLevel: 'silent', base: '/news/', plugins };
}

test('a build has copies of all that any plugin wrote, and the headers', async () => {
  const config = await siteConfig([
    compressedCopies(),
    hostHeaders(),
    writesLate('late.json'),
    writesLate('later.json', 'post'),
  ]);
  // The last in the list, as in vite.config.ts.
  config.plugins?.push(config.plugins.shift());
  await build(config);
  const dist = path.join(config.root, 'dist');
  const scripts = (await readdir(path.join(dist, 'assets'))).filter((name) => name.endsWith('.js'));
  for (const file of ['index.html', 'late.json', 'later.json', `assets/${scripts[0]}`]) {
    const copy = brotliDecompressSync(await readFile(path.join(dist, `${file}.br`)));
    expect(copy).toEqual(await readFile(path.join(dist, file)));
  }
  expect(await readFile(path.join(dist, '_headers'), 'utf8')).toContain('/news/assets/*');
});

test('a build without copies leaves none of an earlier one beside what it wrote', async () => {
  const config = await siteConfig([writesLate('fr/page.html'), compressedCopies()]);
  await build(config);
  const dist = path.join(config.root, 'dist');
  expect(await readdir(path.join(dist, 'fr'))).toContain('page.html.br');
  // As the site’s own build: what has not changed outlasts it.
  await build({
    ...config,
    build: { emptyOutDir: false },
    plugins: [writesLate('fr/page.html'), compressedCopies({ areWanted: false })],
  });
  const files = await readdir(dist, { recursive: true });
  expect(files).toContain('fr/page.html');
  expect(files.filter((file) => /\.(br|gz)$/.test(file))).toEqual([]);
});

test('a build for the server has neither', async () => {
  const config = await siteConfig([hostHeaders(), compressedCopies()]);
  const rolldownOptions = { output: { entryFileNames: 'main.js' } };
  await build({ ...config, build: { ssr: 'main.js', rolldownOptions } });
  expect(await readdir(path.join(config.root, 'dist'))).toEqual(['main.js']);
});

test('a build that fails says why, and nothing of copies', async () => {
  const fails: Plugin = {
    name: 'fails',
    generateBundle() {
      this.error('The edition is faulty');
    },
  };
  const config = await siteConfig([fails, compressedCopies()]);
  await expect(build(config)).rejects.toThrow('The edition is faulty');
});

test('the preview answers as a host would, under the site’s path', async () => {
  const config = await siteConfig([hostHeaders(), previewHost(), compressedCopies()]);
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  onTestFinished(() => server.close());
  const site = server.resolvedUrls?.local[0] ?? '';
  expect(site).toMatch(/\/news\/$/);
  const page = await ask(site, '', { 'Accept-Encoding': 'br' });
  expect([page.status, page.headers['content-encoding']]).toEqual([200, 'br']);
  expect(page.headers['x-content-type-options']).toBe('nosniff');
  expect((await ask(site, 'fr/nothing')).status).toBe(404);
  // Beside the site, Vite says where it stands.
  expect((await ask(site, '../')).status).not.toBe(200);
});
