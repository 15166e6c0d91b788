import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { clearCopies, compressFolder } from '../../../src/publish/compress.ts';
import { temporaryFolder, writeFiles, type Files } from '../../support/edition-folder.ts';

const lines = Array.from({ length: 100 }, (_, index) => `${index} vents, ${index ** 3} vagues.`);
const text = lines.join('\n');
const otherText = text.replaceAll('vent', 'jour');

/** A folder with copies of all that is worth any. */
async function compressedFolder(files: Files) {
  const dir = await temporaryFolder(files);
  await compressFolder(dir);
  return {
    dir,
    at: (file: string) => path.join(dir, file),
    read: (file: string) => readFile(path.join(dir, file)),
    again: () => compressFolder(dir),
    names: async () => (await readdir(dir, { recursive: true })).sort(),
  };
}

/** What the copies hold, or undefined where there are none. */
async function unpacked(dir: string, file: string) {
  const names = await readdir(path.dirname(path.join(dir, file)));
  const base = path.basename(file);
  const has = [names.includes(`${base}.br`), names.includes(`${base}.gz`)];
  expect(has[0], 'both copies or none').toBe(has[1]);
  if (!has[0]) return undefined;
  const [brotli, gzip] = [`${file}.br`, `${file}.gz`].map((name) => path.join(dir, name));
  const whole = brotliDecompressSync(await readFile(brotli!)).toString();
  expect(gunzipSync(await readFile(gzip!)).toString()).toBe(whole);
  return whole;
}

describe('which files get copies', () => {
  test.each(['html', 'js', 'css', 'json', 'svg', 'xml', 'webmanifest', 'txt'])(
    'a .%s does, whichever folder it is in',
    async (ending) => {
      const files = [`a.${ending}`, `assets/a.${ending}`, `fr/deep/down/a.${ending}`];
      const { dir } = await compressedFolder(Object.fromEntries(files.map((name) => [name, text])));
      for (const file of files) expect(await unpacked(dir, file)).toBe(text);
    },
  );

  test.each(['webp', 'png', 'woff2', 'br', 'gz', 'map', 'htmlx'])(
    'a .%s does not',
    async (ending) => {
      const { names } = await compressedFolder({ [`a.${ending}`]: text });
      expect(await names()).toEqual([`a.${ending}`]);
    },
  );

  test('not a small one, nor one that would not get smaller', async () => {
    const dir = await temporaryFolder({ 'small.json': text.slice(0, 900) });
    await writeFile(path.join(dir, 'noise.txt'), randomBytes(5000));
    expect(await compressFolder(dir)).toEqual({ compressed: 0, unchanged: 0, cleared: 0 });
    expect((await readdir(dir)).sort()).toEqual(['noise.txt', 'small.json']);
  });

  test('nothing in a folder without texts; a folder that is not there is an error', async () => {
    const dir = await temporaryFolder();
    expect(await compressFolder(dir)).toEqual({ compressed: 0, unchanged: 0, cleared: 0 });
    await expect(compressFolder(path.join(dir, 'nowhere'))).rejects.toThrow('ENOENT');
  });
});

describe('how well', () => {
  const atQuality = (quality: number) =>
    brotliCompressSync(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
      },
    });

  test.each([
    ['assets/app.js', 11],
    ['sw.js', 11],
    ['fr/article/a.html', 5],
    ['content/assets/a.json', 5],
  ])('%s at %i', async (file, quality) => {
    const { read } = await compressedFolder({ [file]: text });
    expect(await read(`${file}.br`)).toEqual(atQuality(quality));
    expect(atQuality(11).length).toBeLessThan(atQuality(5).length);
  });

  test('a long file at the root is not kept waiting for', async () => {
    const long = text.repeat(500);
    const { read } = await compressedFolder({ 'sitemap.xml': long });
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(long) };
    const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, ...size } };
    expect(await read('sitemap.xml.br')).toEqual(brotliCompressSync(long, quick));
  });

  test('the same content makes the same copies, wherever and whenever', async () => {
    const files = { 'fr/a.html': text, 'assets/b.js': otherText };
    const [one, two] = [await compressedFolder(files), await compressedFolder(files)];
    for (const copy of ['fr/a.html.br', 'fr/a.html.gz', 'assets/b.js.br', 'assets/b.js.gz']) {
      expect(await one.read(copy)).toEqual(await two.read(copy));
    }
  });

  test('many files, each with copies of its own content', async () => {
    const numbered = Array.from({ length: 400 }, (_, index) => `fr/${index % 7}/${index}.html`);
    const { dir, again } = await compressedFolder(
      Object.fromEntries(numbered.map((name) => [name, `${name} ${text}`])),
    );
    for (const name of numbered) expect(await unpacked(dir, name)).toBe(`${name} ${text}`);
    expect(await again()).toEqual({ compressed: 0, unchanged: 400, cleared: 0 });
  });
});

describe('a second time', () => {
  test('leaves copies of the same content alone, even where the file was written anew', async () => {
    const { dir, at, again } = await compressedFolder({ 'a.html': text });
    const before = await stat(at('a.html.br'));
    await writeFiles(dir, { 'a.html': text });
    await utimes(at('a.html'), new Date(), new Date(Date.now() + 60_000));
    expect(await again()).toEqual({ compressed: 0, unchanged: 1, cleared: 0 });
    expect((await stat(at('a.html.br'))).mtimeMs).toBe(before.mtimeMs);
  });

  test('sees another content of the same length and of an older time', async () => {
    const { dir, at, again } = await compressedFolder({ 'a.html': text });
    expect(otherText).toHaveLength(text.length);
    await writeFiles(dir, { 'a.html': otherText });
    await utimes(at('a.html'), new Date(0), new Date(0));
    expect(await again()).toEqual({ compressed: 1, unchanged: 0, cleared: 0 });
    expect(await unpacked(dir, 'a.html')).toBe(otherText);
  });

  test.each<[string, (at: (file: string) => string) => Promise<unknown>]>([
    ['a copy is missing', (at) => rm(at('a.html.br'))],
    ['the other is missing', (at) => rm(at('a.html.gz'))],
    ['a copy is empty', (at) => truncate(at('a.html.gz'))],
    ['a copy is cut off', (at) => truncate(at('a.html.gz'), 60)],
    // As a build leaves it that was ended while it wrote.
    ['both are unfinished', (at) => rm(at('a.html.gz')).then(() => truncate(at('a.html.br'), 9))],
  ])('mends them when %s', async (_, harm) => {
    const { dir, at, again } = await compressedFolder({ 'a.html': text });
    await harm(at);
    expect(await again()).toMatchObject({ compressed: 1 });
    expect(await unpacked(dir, 'a.html')).toBe(text);
  });

  test('takes away the copies of what is gone, small, or no longer worth it', async () => {
    const { dir, at, again, names } = await compressedFolder({
      'fr/gone.html': text,
      'small.json': text,
      'noise.txt': text,
      'stays.css': text,
    });
    await rm(at('fr/gone.html'));
    await writeFiles(dir, { 'small.json': '{}' });
    await writeFile(at('noise.txt'), randomBytes(5000));
    expect(await again()).toEqual({ compressed: 0, unchanged: 1, cleared: 3 });
    expect(await names()).toEqual([
      'fr',
      'noise.txt',
      'small.json',
      'stays.css',
      'stays.css.br',
      'stays.css.gz',
    ]);
  });

  test('takes away what is left of a single copy', async () => {
    const dir = await temporaryFolder({ 'a.html.br': 'old' });
    expect(await compressFolder(dir)).toMatchObject({ cleared: 1 });
    expect(await readdir(dir)).toEqual([]);
  });

  test('touches no archive of the edition’s own', async () => {
    const dir = await temporaryFolder({ 'data.csv.gz': 'x', 'all.tar.gz': 'x', 'photos.br': 'x' });
    expect(await compressFolder(dir)).toMatchObject({ cleared: 0 });
    expect(await readdir(dir)).toHaveLength(3);
  });
});

describe('where no copies are wanted', () => {
  test('they are removed, also what is left of one, and the texts stay', async () => {
    const { dir, at, read, names } = await compressedFolder({ 'a.html': text, 'fr/b.json': text });
    await rm(at('fr/b.json.gz'));
    await writeFile(at('gone.html.br'), 'old');
    expect(await clearCopies(dir)).toBe(3);
    expect(await names()).toEqual(['a.html', 'fr', 'fr/b.json']);
    expect((await read('a.html')).toString()).toBe(text);
    expect(await clearCopies(dir)).toBe(0);
  });

  test('an archive of the edition’s own stays', async () => {
    const dir = await temporaryFolder({ 'data.csv.gz': 'x', 'all.tar.gz': 'x', 'photos.br': 'x' });
    expect(await clearCopies(dir)).toBe(0);
    expect(await readdir(dir)).toHaveLength(3);
  });
});
