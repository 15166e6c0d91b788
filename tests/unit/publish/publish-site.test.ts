/** A site written by the real steps, but for the drawing: pages say what they were drawn from. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Edition } from '../../../src/publish/edition.ts';
import { DrawingError } from '../../../src/publish/prerender.ts';
import { publishSite, type PublishOptions } from '../../../src/publish/publish-site.ts';
import { temporaryFolder } from '../../support/edition-folder.ts';
import { fakeDrawing, type FakeDrawing, readFakePage } from '../../support/fake-drawing.ts';
import { madeArticle, madeArticles, madeEdition, madeVersion } from '../../support/made-edition.ts';

const edition = madeEdition(madeArticles(5), { threads: { 'a-00002': [] } });

interface Site {
  outDir: string;
  /** Writes the site once more; `drawn` are the paths of the pages that were drawn for it. */
  publish: (
    of?: Edition,
    drawing?: FakeDrawing,
    change?: Partial<PublishOptions>,
  ) => Promise<Awaited<ReturnType<typeof publishSite>> & { drawn: string[] }>;
  files: () => Promise<string[]>;
  text: (file: string) => Promise<string>;
}

async function openSite(): Promise<Site> {
  const outDir = await temporaryFolder();
  return {
    outDir,
    publish: async (of = edition, drawing = {}, change = {}) => {
      const { prerender, drawn } = fakeDrawing(drawing);
      const result = await publishSite({
        edition: of,
        outDir,
        base: '/',
        prerender: (read) => prerender(read),
        readersPages: [{ file: 'fr/gardes.html', text: 'gardés' }],
        keepGoing: false,
        ...change,
      });
      return { ...result, drawn: drawn.map(({ path }) => path) };
    },
    files: async () => {
      const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.relative(outDir, path.join(parentPath, name)))
        .sort();
    },
    text: (file) => readFile(path.join(outDir, file), 'utf8'),
  };
}

const datesOf = async ({ outDir, files }: Site) =>
  Promise.all(
    (await files()).map(async (file) => `${file} ${(await stat(path.join(outDir, file))).mtimeMs}`),
  );

/** An edition whose second article has another text. */
const corrected = () => {
  const [first, , ...others] = madeArticles(5);
  const id = 'a-00002';
  const versions = { fr: madeVersion(id, 'fr', 'Corrected.'), en: madeVersion(id, 'en') };
  return madeEdition([first!, madeArticle(2, { versions }), ...others]);
};

/** Files that lead from an article’s id to its page: written, not drawn. */
const isSignpost = (file: string) => /\/article\/a-\d+\.html$/.test(file);

describe('a first build', () => {
  test('writes what readers download, the pages, and what machines read', async () => {
    const site = await openSite();
    const { counts, drawn, edition: published } = await site.publish();
    const files = await site.files();
    expect(files).toEqual(
      expect.arrayContaining([
        '404.html',
        'content/addresses/a-00001.json',
        'content/articles/a-00001.json',
        'content/comments/a-00002.json',
        'content/front.json',
        'en/article/a-00005-en.html',
        'en/index.html',
        'fr/gardes.html',
        'fr/rubriques.html',
        'robots.txt',
        'schema/article-1.json',
      ]),
    );
    expect(files).toContain('en/article/a-00005.html');
    expect(await site.text('en/article/a-00005.html')).toContain('url=/en/article/a-00005-en"');
    const pages = files.filter((file) => file.endsWith('.html') && !isSignpost(file));
    expect(counts).toEqual({ drawn: pages.length - 1, kept: 0 });
    expect(drawn).toHaveLength(pages.length - 1);
    expect(published).toBe(edition);
    expect(readFakePage(await site.text('en/index.html')).data.path).toBe('/en/');
  });

  test('copies the pictures', async () => {
    const folder = await temporaryFolder({ 'images/a.webp': 'picture a' });
    const site = await openSite();
    await site.publish({ ...edition, folder, images: new Set(['images/a.webp']) });
    expect(await site.text('content/images/a.webp')).toBe('picture a');
  });

  test('draws no pages where there is nothing to draw them with', async () => {
    const site = await openSite();
    const { counts } = await site.publish(edition, {}, { prerender: undefined });
    expect(counts).toEqual({ drawn: 0, kept: 0 });
    expect((await site.files()).filter((file) => file.endsWith('.html'))).toEqual([
      'fr/gardes.html',
    ]);
  });
});

describe('a second build', () => {
  test('of the same edition draws nothing and touches nothing', async () => {
    const site = await openSite();
    const first = await site.publish();
    const dates = await datesOf(site);
    const { counts, drawn } = await site.publish();
    expect(drawn).toEqual([]);
    expect(counts).toEqual({ drawn: 0, kept: first.counts.drawn });
    expect(await datesOf(site)).toEqual(dates);
  });

  test('reads no article again for a page that stays', async () => {
    const site = await openSite();
    await site.publish();
    const read: string[] = [];
    const textOf: Edition['textOf'] = (file) => {
      read.push(file.file);
      return edition.textOf(file);
    };
    await site.publish({ ...edition, textOf });
    // Once each, as what readers download.
    expect(read).toEqual([...edition.articles, ...edition.comments].map(({ file }) => file));
  });

  test('draws what shows an article that has changed, and only that', async () => {
    const site = await openSite();
    await site.publish();
    const pages = (await site.files()).filter(
      (file) => file.endsWith('.html') && !isSignpost(file),
    );
    const shows = async (file: string) => {
      const isDrawn = file !== 'fr/gardes.html';
      return isDrawn && (await site.text(file)).includes('a-00002') ? [file] : [];
    };
    const expected = (await Promise.all(pages.map(shows))).flat();
    const { counts, drawn } = await site.publish(corrected());
    const fileOf = (path: string) => `${path.slice(1)}${path.endsWith('/') ? 'index' : ''}.html`;
    expect(drawn.map(fileOf).sort()).toEqual(expected);
    expect(counts).toEqual({ drawn: expected.length, kept: pages.length - 1 - expected.length });
    expect(await site.text('fr/article/a-00002-fr.html')).toContain('Corrected.');
  });

  test('with another program draws all', async () => {
    const site = await openSite();
    const first = await site.publish();
    expect((await site.publish(edition, { programHash: 'p2' })).counts).toEqual({
      drawn: first.counts.drawn,
      kept: 0,
    });
  });

  test('draws a page again that is not whole, or not ours', async () => {
    const site = await openSite();
    await site.publish();
    for (const text of ['', '<!doctype html>\n<html lang="fr">', 'x'.repeat(500)]) {
      await writeFile(path.join(site.outDir, 'en/index.html'), text);
      expect((await site.publish()).drawn).toEqual(['/en/']);
    }
  });

  test('removes the pages and files of an article that is gone, and what others left', async () => {
    const site = await openSite();
    await site.publish();
    await writeFile(path.join(site.outDir, 'fr/article/a-00002-fr.html.br'), 'a copy');
    await writeFile(path.join(site.outDir, 'fr/article/a-00001-fr.html.br'), 'a copy');
    await writeFile(path.join(site.outDir, 'sw.js'), 'not ours');
    await site.publish(madeEdition(madeArticles(5).filter(({ id }) => id !== 'a-00002')));
    const files = await site.files();
    expect(files.filter((file) => file.includes('a-00002'))).toEqual([]);
    expect(files).toContain('fr/article/a-00001-fr.html.br');
    expect(files).toContain('sw.js');
    expect(files).not.toContain('content/comments/a-00002.json');
  });
});

describe('an article that cannot be drawn', () => {
  const failing = (path: string): FakeDrawing => ({
    onDraw: (page) => {
      if (page.path === path) throw new Error('no such block');
      return undefined;
    },
  });
  const line =
    'articles/a-00002.json: /en/article/a-00002-en could not be drawn: no such block' as const;

  test('ends the build, which names it', async () => {
    const site = await openSite();
    const building = site.publish(edition, failing('/en/article/a-00002-en'));
    await expect(building).rejects.toThrow(DrawingError);
    await expect(building).rejects.toThrow(line);
  });

  test('is left out by a build that goes on: nothing names it any more', async () => {
    const site = await openSite();
    const { edition: published } = await site.publish(edition, failing('/en/article/a-00002-en'), {
      keepGoing: true,
    });
    expect(published.leftOut).toEqual([line]);
    expect(published.articles.map(({ summary }) => summary.id)).not.toContain('a-00002');
    for (const file of await site.files()) {
      expect(file).not.toContain('a-00002');
      expect(await site.text(file)).not.toContain('a-00002');
    }
    expect(await site.files()).toContain('fr/article/a-00003-fr.html');
  });

  test('is left out beside others, all of them at once', async () => {
    const site = await openSite();
    let timesOfFront = 0;
    const drawing: FakeDrawing = {
      onDraw: ({ content, path }) => {
        if (path === '/fr/') timesOfFront += 1;
        const id = content?.article?.article.id;
        if (id === 'a-00002' || id === 'a-00004') throw new Error(`not ${id}`);
        return undefined;
      },
    };
    const { edition: published } = await site.publish(edition, drawing, { keepGoing: true });
    expect(published.leftOut).toHaveLength(2);
    expect(published.articles).toHaveLength(3);
    expect(timesOfFront).toBe(2);
  });

  test('leaves what was drawn before it was met among the pages drawn', async () => {
    const site = await openSite();
    const { counts } = await site.publish(edition, failing('/en/article/a-00002-en'), {
      keepGoing: true,
    });
    const pages = (await site.files()).filter(
      (file) => file.endsWith('.html') && !isSignpost(file) && file !== 'fr/gardes.html',
    );
    expect(counts).toEqual({ drawn: pages.length, kept: 0 });
  });

  test('is in the site again once it can be drawn', async () => {
    const site = await openSite();
    await site.publish(edition, failing('/en/article/a-00002-en'), { keepGoing: true });
    await site.publish();
    const mended = await site.files();
    const other = await openSite();
    await other.publish();
    expect(mended).toEqual(await other.files());
  });

  test('a page of no article ends the build all the same', async () => {
    const site = await openSite();
    const building = site.publish(edition, failing('/fr/'), { keepGoing: true });
    await expect(building).rejects.toThrow('the page front: /fr/ could not be drawn');
  });
});
