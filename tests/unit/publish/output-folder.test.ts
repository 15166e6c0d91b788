import type promises from 'node:fs/promises';
import { copyFile, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { compressFolder } from '../../../src/publish/compress.ts';
import { OutputFolder } from '../../../src/publish/output-folder.ts';
import { type Files, temporaryFolder } from '../../support/edition-folder.ts';

// As they are, until a test cuts one off.
vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof promises>();
  return {
    ...original,
    writeFile: vi.fn(original.writeFile),
    copyFile: vi.fn(original.copyFile),
  };
});

/** A folder in which a build has written something long ago, and what is in it now. */
async function openFolder(files: Files = {}) {
  const root = await temporaryFolder(files);
  const longAgo = new Date('2020-01-01T00:00:00Z');
  for (const file of Object.keys(files)) await utimes(path.join(root, file), longAgo, longAgo);
  return {
    root,
    output: new OutputFolder(root),
    text: (file: string) => readFile(path.join(root, file), 'utf8'),
    isUntouched: async (file: string) =>
      (await stat(path.join(root, file))).mtimeMs === longAgo.getTime(),
    names: async () => {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
        .sort();
    },
  };
}

describe('a file that is written', () => {
  test('is there, in folders that are made for it', async () => {
    const { output, text } = await openFolder();
    await output.write('fr/article/un.html', 'Été');
    await output.write('fr/article/deux.html', 'Deux');
    expect(await text('fr/article/un.html')).toBe('Été');
    expect(await text('fr/article/deux.html')).toBe('Deux');
  });

  test('and was there already with this text is not touched', async () => {
    const { output, isUntouched } = await openFolder({ 'fr/un.html': 'Été 😀' });
    await output.write('fr/un.html', 'Été 😀');
    expect(await isUntouched('fr/un.html')).toBe(true);
  });

  test('takes the place of another text', async () => {
    const { output, text, isUntouched } = await openFolder({ 'fr/un.html': 'Une' });
    await output.write('fr/un.html', 'Un');
    expect(await text('fr/un.html')).toBe('Un');
    expect(await isUntouched('fr/un.html')).toBe(false);
  });
});

describe('a build that is cut off while it writes', () => {
  /** Long enough to be worth a compressed copy. */
  const half = '<html data-source="0123456789ab">'.repeat(50);
  const cutWrite = () =>
    vi.mocked(writeFile).mockImplementationOnce(async (file) => {
      await writeFile(file, half);
      throw new Error('ENOSPC');
    });
  const cutCopy = () =>
    vi.mocked(copyFile).mockImplementationOnce(async (_, to) => {
      await writeFile(to, half);
      throw new Error('ENOSPC');
    });

  test('leaves no part of a new file where the file will be', async () => {
    const { output, text } = await openFolder();
    cutWrite();
    await expect(output.write('fr/un.html', half + half)).rejects.toThrow('ENOSPC');
    cutCopy();
    await expect(output.copy(import.meta.filename, 'fr/a.webp')).rejects.toThrow('ENOSPC');
    for (const file of ['fr/un.html', 'fr/a.webp']) await expect(text(file)).rejects.toThrow();
    expect(await output.beginningOf('fr/un.html', 99)).toBeUndefined();
  });

  test('leaves the file that is there as it was', async () => {
    const { output, text, isUntouched } = await openFolder({ 'un.html': 'Un', 'a.webp': 'a' });
    cutWrite();
    await expect(output.write('un.html', half + half)).rejects.toThrow('ENOSPC');
    cutCopy();
    await expect(output.copy(import.meta.filename, 'a.webp')).rejects.toThrow('ENOSPC');
    expect([await text('un.html'), await text('a.webp')]).toEqual(['Un', 'a']);
    expect([await isUntouched('un.html'), await isUntouched('a.webp')]).toEqual([true, true]);
  });

  test('leaves what no one takes for a file of the site, until the next build removes it', async () => {
    const { output, root, names } = await openFolder({ 'fr/un.html': 'Un' });
    cutWrite();
    await expect(output.write('fr/deux.html', half + half)).rejects.toThrow('ENOSPC');
    await compressFolder(root);
    expect(await names()).toEqual(['fr', 'fr/deux.html.unfinished', 'fr/un.html']);
    const next = new OutputFolder(root);
    await next.write('fr/un.html', 'Un');
    await next.removeOthers(['fr']);
    expect(await names()).toEqual(['fr', 'fr/un.html']);
  });
});

describe('what was not written', () => {
  const files = {
    'fr/kept.html': 'kept',
    'fr/kept.html.br': 'br',
    'fr/kept.html.gz': 'gz',
    'fr/gone.html': 'gone',
    'fr/gone.html.br': 'br',
    'fr/gone.html.gz': 'gz',
    'fr/old/deep/gone.html': 'gone',
    'fr/old/kept.html': 'kept',
    'fr/emptied/gone.html': 'gone',
    'en/elsewhere.html': 'not of these folders',
    'robots.txt': 'neither',
  };

  test('is removed from the folders named, with its copies, and empty folders with it', async () => {
    const { output, names } = await openFolder(files);
    await output.write('fr/kept.html', 'kept');
    output.keep('fr/old/kept.html');
    await output.removeOthers(['fr', 'de']);
    expect(await names()).toEqual([
      'en',
      'en/elsewhere.html',
      'fr',
      'fr/kept.html',
      'fr/kept.html.br',
      'fr/kept.html.gz',
      'fr/old',
      'fr/old/kept.html',
      'robots.txt',
    ]);
  });

  test('is never something that was written under the name of a copy', async () => {
    const { output, text } = await openFolder();
    await output.write('content/archive.json.gz', 'an archive');
    await output.removeOthers(['content']);
    expect(await text('content/archive.json.gz')).toBe('an archive');
  });

  test('is as a whole what a build before has left of another edition', async () => {
    const { output, names } = await openFolder(files);
    await output.removeOthers(['fr', 'en']);
    // The folders themselves are the build’s.
    expect(await names()).toEqual(['en', 'fr', 'robots.txt']);
  });
});

describe('a copy', () => {
  const source = async (text: string) => {
    const file = path.join(await temporaryFolder({ 'a.webp': text }), 'a.webp');
    // As a checkout leaves it: with a date that is no whole number of milliseconds.
    await utimes(file, 1_700_000_000.1234567, 1_700_000_000.1234567);
    return file;
  };
  const dateOf = async (file: string) => (await stat(file)).mtimeMs;

  test('has the bytes and the date of its source', async () => {
    const { output, root, text } = await openFolder();
    const from = await source('picture');
    await output.copy(from, 'content/images/a.webp');
    expect(await text('content/images/a.webp')).toBe('picture');
    const date = await dateOf(path.join(root, 'content/images/a.webp'));
    expect(Math.abs(date - (await dateOf(from)))).toBeLessThan(1);
  });

  test('is not made again while its source stays the same', async () => {
    const { output, root, text } = await openFolder();
    const from = await source('picture');
    await output.copy(from, 'a.webp');
    const copied = path.join(root, 'a.webp');
    // Told by size and date alone, so that nothing is read: other bytes show that it is left alone.
    const { atime, mtime } = await stat(copied);
    await writeFile(copied, 'PICTURE');
    await utimes(copied, atime, mtime);
    await output.copy(from, 'a.webp');
    expect(await text('a.webp')).toBe('PICTURE');
  });

  test.each([
    ['of another size', 'longer picture', 1_700_000_000.1234567],
    ['of another date', 'PICTURE', 1_700_000_001.1234567],
  ])('is made again of a source %s', async (_, changed, dateS) => {
    const { output, text } = await openFolder();
    const from = await source('picture');
    await output.copy(from, 'a.webp');
    await writeFile(from, changed);
    await utimes(from, dateS, dateS);
    await output.copy(from, 'a.webp');
    expect(await text('a.webp')).toBe(changed);
  });

  test('is not removed with what is stale', async () => {
    const { output, text } = await openFolder();
    await output.copy(await source('picture'), 'content/images/a.webp');
    await output.removeOthers(['content']);
    expect(await text('content/images/a.webp')).toBe('picture');
  });
});

describe('the beginning of a file', () => {
  test('is as much of it as is asked for, or as there is', async () => {
    const { output } = await openFolder({ 'a.html': 'abcdefgh' });
    expect(await output.beginningOf('a.html', 3)).toBe('abc');
    expect(await output.beginningOf('a.html', 99)).toBe('abcdefgh');
  });

  test('is none where there is no file', async () => {
    const { output } = await openFolder();
    expect(await output.beginningOf('fr/a.html', 99)).toBeUndefined();
  });
});
