/** A page that does nothing but show the site’s name, built and served over small editions. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, createServer, type Plugin } from 'vite';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parseAddress } from '../../../../src/content/parse.ts';
import { editionPlugin } from '../../../../src/publish/vite/edition.ts';
import {
  editionFaults,
  editionFiles,
  type Files,
  temporaryFolder,
  writeFiles,
} from '../../../support/edition-folder.ts';
import { madeArticle, madeArticles, madeSite } from '../../../support/made-edition.ts';
import { parseXml } from '../../../support/xml.ts';

// Builds on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

const page = {
  'index.html': '<!doctype html><title>x</title><script type="module" src="/main.js"></script>',
  'main.js': 'import site from "virtual:site"; document.title = site.name.fr;',
};

const sound = editionFiles(madeArticles(30), {
  'images/a.webp': 'picture a',
  'images/b.webp': 'picture b',
});
const faulty = editionFiles([
  madeArticle(1, { section: 'nowhere' }),
  madeArticle(2, { tags: ['mud'] }),
]);

const buildOver = (edition: string, files?: Files) => buildWith(editionPlugin(edition), files);

async function buildWith(plugin: Plugin, files: Files = {}): Promise<string> {
  const root = await temporaryFolder({ ...page, ...files });
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    base: '/news/',
    plugins: [plugin],
  });
  return path.join(root, 'dist');
}

describe('a build', () => {
  test('puts beside the app what readers download', async () => {
    const dist = await buildOver(await temporaryFolder(sound));
    const names = await readdir(path.join(dist, 'content'));
    expect(names.sort()).toEqual([
      'addresses',
      'articles',
      'front.json',
      'images',
      'index',
      'index.json',
      'sections',
      'tags',
    ]);
    const text = (file: string) => readFile(path.join(dist, file), 'utf8');
    expect(await text('content/images/b.webp')).toBe('picture b');
    expect(JSON.parse(await text('content/index.json'))).toMatchObject({
      next: expect.stringMatching(/^index\/1\.json\?v=/),
    });
    expect(JSON.parse(await text('content/articles/a-00007.json'))).toEqual(madeArticle(7));
    expect(JSON.parse(await text('schema/article-1.json'))).toMatchObject({
      title: 'A Liseuse article',
    });
  });

  describe('for machines', () => {
    const origin = 'https://news.example';
    const placed = { ...sound, 'site.json': { ...madeSite, origin } };

    test('writes robots.txt, sitemap and feeds beside the app', async () => {
      const dist = await buildOver(await temporaryFolder(placed), { 'public/robots.txt': 'x' });
      const text = (file: string) => readFile(path.join(dist, file), 'utf8');
      expect(await text('robots.txt')).toContain(`Sitemap: ${origin}/news/sitemap.xml`);
      expect(parseXml(await text('sitemap.xml')).children.length).toBeGreaterThan(60);
      expect(parseXml(await text('feeds/en/science-en.xml')).attributes['xml:lang']).toBe('en');
      expect(JSON.parse(await text('feeds/fr.json'))).toMatchObject({
        home_page_url: `${origin}/news/fr/`,
      });
    });

    test('without an origin says what is left out, and leaves it out', async () => {
      const plugin = editionPlugin(await temporaryFolder(sound));
      const dist = await buildWith(plugin);
      expect(plugin.api?.notices()).toEqual([
        expect.stringMatching(/site\.json names no origin.+no sitemap, no feeds/),
      ]);
      const files = await readdir(dist);
      expect(files).toContain('robots.txt');
      expect(files).not.toContain('sitemap.xml');
      expect(files).not.toContain('feeds');
    });

    test('with an origin has nothing to say, and keeps it from the app, which needs none', async () => {
      const plugin = editionPlugin(await temporaryFolder(placed));
      const dist = await buildWith(plugin);
      expect(plugin.api?.notices()).toEqual([]);
      const load = plugin.load as unknown as (id: string) => Promise<string>;
      const code = await load('\0virtual:site');
      expect(code).not.toContain(origin);
      expect(code).toContain('"timeZone":"UTC"');
      expect(await readdir(dist)).toContain('feeds');
    });
  });

  test('keeps what sections say of themselves apart from what every page begins with', async () => {
    const description = { fr: 'La mer', en: 'The sea' };
    const [news, ...others] = madeSite.sections;
    const sections = [{ ...news!.sections![0]!, description }];
    const site = { ...madeSite, sections: [{ ...news, sections }, ...others] };
    const plugin = editionPlugin(
      await temporaryFolder(editionFiles(madeArticles(1), { 'site.json': site })),
    );
    const load = plugin.load as unknown as (id: string) => Promise<string>;
    const start = await load('\0virtual:site');
    expect(start).toContain('"id":"defence"');
    expect(start).not.toContain('The sea');
    expect(await load('\0virtual:section-descriptions')).toBe(
      `export default ${JSON.stringify({ defence: description })};`,
    );
  });

  test('knows the site from its edition', async () => {
    const dist = await buildOver(await temporaryFolder(sound));
    const scripts = await readdir(path.join(dist, 'assets'));
    const code = await readFile(path.join(dist, 'assets', scripts[0]!), 'utf8');
    expect(code).toContain('The Watch (fr)');
  });

  test('leaves nothing of an edition that stands in public/', async () => {
    const dist = await buildOver(await temporaryFolder(sound), {
      'public/content/articles/demo.json': {},
      'public/content/site.json': {},
      'public/robots.txt': 'x',
    });
    expect(await readdir(path.join(dist, 'content/articles'))).toHaveLength(30);
    expect(await readdir(path.join(dist, 'content'))).not.toContain('site.json');
    expect(await readdir(dist)).toContain('robots.txt');
  });

  test('refuses a bad edition with all its faults, and writes none of it', async () => {
    const edition = await temporaryFolder(faulty);
    const root = await temporaryFolder({ 'index.html': '<!doctype html><title>x</title>' });
    const plugins = [editionPlugin(edition)];
    const building = () => build({ root, configFile: false, logLevel: 'silent', plugins });
    expect(await editionFaults(building)).toEqual([
      'articles/a-00001.json: section: site.json has no section "nowhere"',
      'articles/a-00002.json: tags[0]: site.json has no tag "mud"',
    ]);
    expect(await readdir(root)).not.toContain('dist');
  });

  test('that goes on over a bad edition has in its last notice what it left out', async () => {
    const edition = await temporaryFolder({ ...sound, 'articles/a-00007.json': '{}' });
    const plugin = editionPlugin(edition, { keepGoing: true });
    await buildWith(plugin);
    expect(plugin.api?.notices().at(-1)).toMatch(
      /^Left out, for what is wrong with it:\n {2}articles\/a-00007\.json: /,
    );
  });
});

/** What the server for developers answers, below `/news/`. */
async function serveOver(edition: string) {
  const server = await createServer({
    root: await temporaryFolder(page),
    configFile: false,
    logLevel: 'silent',
    base: '/news/',
    server: { host: '127.0.0.1', port: 0, ws: false, watch: null },
    plugins: [editionPlugin(edition)],
  });
  onTestFinished(() => server.close());
  await server.listen();
  const [home] = server.resolvedUrls?.local ?? [];
  const get = (file: string) => fetch(`${home}content/${file}`);
  const getBeside = (file: string) => fetch(`${home}${file}`);
  return {
    get,
    getBeside,
    changed: (file: string) => server.watcher.emit('all', 'change', file),
    server,
  };
}

describe('the server for developers', () => {
  test('answers as the built site would, each file by its type', async () => {
    const { get } = await serveOver(await temporaryFolder(sound));
    const list = await get('index.json');
    expect([list.status, list.headers.get('Content-Type')]).toEqual([200, 'application/json']);
    const { next } = (await list.json()) as { next: string };
    expect((await get(next)).status).toBe(200);
    expect(await (await get('articles/a-00003.json?v=x')).json()).toEqual(madeArticle(3));
    const picture = await get('images/a.webp');
    expect(picture.headers.get('Content-Type')).toBe('image/webp');
    expect(await picture.text()).toBe('picture a');
  });

  test('has what machines read', async () => {
    const site = { ...madeSite, origin: 'https://news.example' };
    const { getBeside } = await serveOver(await temporaryFolder({ ...sound, 'site.json': site }));
    const robots = await getBeside('robots.txt');
    expect(robots.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(await robots.text()).toContain('Sitemap: https://news.example/news/sitemap.xml');
    const sitemap = parseXml(await (await getBeside('sitemap.xml')).text());
    expect(sitemap.children.length).toBeGreaterThan(60);
    expect(await (await getBeside('feeds/fr.json')).json()).toMatchObject({
      home_page_url: 'https://news.example/news/fr/',
    });
    expect((await getBeside('feeds/de.json')).status).toBe(404);
    expect(await (await getBeside('main.js')).text()).toContain('document.title');
  });

  test.each([
    'nothing.json',
    'addresses/nobody.json',
    'images/c.webp',
    'images/..%2fsite.json',
    'images/%2e%2e%2fsite.json',
    'site.json',
  ])('does not have %s', async (file) => {
    const { get } = await serveOver(await temporaryFolder(sound));
    expect((await get(file)).status).toBe(404);
  });

  test('reads the edition anew when a file of it changes', async () => {
    const edition = await temporaryFolder(sound);
    const { get, changed, server } = await serveOver(edition);
    const hash = async () => {
      const response = await get('addresses/a-00030.json');
      return parseAddress('a.json', await response.json()).article.hash;
    };
    const before = await hash();
    await writeFiles(edition, {
      'articles/a-00030.json': madeArticle(30, { dateModified: '2026-01-01T00:00:00Z' }),
    });
    changed(path.join(server.config.root, 'main.js'));
    expect(await hash()).toBe(before);
    changed(path.join(edition, 'articles/a-00030.json'));
    expect(await hash()).not.toBe(before);
  });

  test('starts over a faulty edition, says what is wrong, and recovers when it is mended', async () => {
    const edition = await temporaryFolder(faulty);
    const { get, changed } = await serveOver(edition);
    const refused = await get('front.json');
    expect(refused.status).toBe(500);
    expect(await refused.text()).toContain('tags[0]: site.json has no tag \\"mud\\"');
    await writeFiles(edition, editionFiles([madeArticle(1), madeArticle(2)]));
    changed(path.join(edition, 'articles/a-00001.json'));
    expect((await get('front.json')).status).toBe(200);
  });
});

test('the faults are those of the folder as a whole', async () => {
  const plugin = editionPlugin(await temporaryFolder(faulty));
  const load = plugin.load as unknown as (id: string) => Promise<unknown>;
  expect(await editionFaults(() => load('\0virtual:site'))).toHaveLength(2);
  expect(await load('other')).toBeUndefined();
});
