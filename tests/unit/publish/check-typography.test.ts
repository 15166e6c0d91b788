import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTypography } from '../../../src/publish/check-typography.ts';
import { jsonStrings } from '../../../src/publish/json-strings.ts';
import { repairFile } from '../../../src/publish/repair-file.ts';
import { editionFiles, temporaryFolder } from '../../support/edition-folder.ts';
import { everyBlockJson } from '../../support/every-block.ts';
import { madeArticle, madeSite, madeVersion } from '../../support/made-edition.ts';
import { demoFolder } from '../../support/sites.ts';

const comment = { id: 'c1', author: "L'auteur", date: '2026-11-04T15:20:00Z' };
const thread = {
  format: 'liseuse/comments/1',
  comments: [
    { ...comment, language: 'fr', text: 'C\'est "dit\n\net redit' },
    { ...comment, id: 'c2', language: 'en', text: "It's" },
  ],
};
const faulty = madeArticle(1, {
  versions: { fr: { ...madeVersion('a-00001', 'fr', "C'est"), slug: 'un', headline: 'Quoi?' } },
});

/** As `Array.fromAsync`, which Node 20 has not. */
async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function checked(files: Record<string, unknown>, options?: { fix: boolean }) {
  const folder = await temporaryFolder(files);
  const found = await all(checkTypography(folder, options));
  return { folder, found, textOf: (file: string) => readFile(path.join(folder, file), 'utf8') };
}

describe('the files of an edition', () => {
  test('of sound ones there is nothing to say', async () => {
    expect(await all(checkTypography(demoFolder))).toEqual([]);
  });

  test('each finding names its file, its path and its rule', async () => {
    const site = { ...madeSite, name: { fr: "L'Écho", en: 'The Echo' } };
    const { found } = await checked(
      editionFiles([faulty], { 'site.json': site, 'comments/a-00001.json': thread }),
    );
    const lines = found.flatMap(({ file, findings }) =>
      findings.map(({ path, rule, was, now }) => [file, path, rule, was, now]),
    );
    expect(lines).toEqual([
      ['site.json', 'name.fr', 'apostrophe', "'", '’'],
      ['articles/a-00001.json', 'versions.fr.headline', 'sign-space', '?', '\u202f?'],
      ['articles/a-00001.json', 'versions.fr.body[0].text', 'apostrophe', "'", '’'],
      ['comments/a-00001.json', 'comments[0].text', 'apostrophe', "'", '’'],
      ['comments/a-00001.json', 'comments[1].text', 'apostrophe', "'", '’'],
    ]);
    expect(found[1]?.findings[0]?.around).toBe('Quoi?');
  });

  test('which French it is, site.json says', async () => {
    const site = { ...madeSite, locales: { fr: 'fr-CA' } };
    expect((await checked(editionFiles([faulty], { 'site.json': site }))).found).toMatchObject([
      { file: 'articles/a-00001.json', findings: [{ rule: 'apostrophe' }] },
    ]);
  });

  test('are mended on demand, and then have no findings', async () => {
    const files = editionFiles([faulty], { 'comments/a-00001.json': thread });
    const { folder, found, textOf } = await checked(files, { fix: true });
    expect(found).toHaveLength(2);
    expect(await all(checkTypography(folder))).toEqual([]);
    const mended = JSON.stringify(faulty, null, 2)
      .replace('Quoi?', 'Quoi\u202f?')
      .replace("C'est", 'C’est');
    expect(await textOf('articles/a-00001.json')).toBe(mended);
    expect(await textOf('comments/a-00001.json')).toContain('C’est \\"dit\\n\\net redit');
    expect(await textOf('comments/a-00001.json')).toContain("L'auteur");
  });

  test('a comment line by line: a mark alone in its line has no other in the next', async () => {
    const comments = [{ ...comment, language: 'fr', text: 'Elle a "dit.\nIl a "redit".' }];
    const files = editionFiles([], { 'comments/a-00001.json': { ...thread, comments } });
    const { textOf } = await checked(files, { fix: true });
    expect(await textOf('comments/a-00001.json')).toMatch(/Elle a \\"dit\.\\nIl a «\sredit\s»\./);
  });

  test('one that cannot be read is said to be so, and is left alone', async () => {
    const files = editionFiles([], { 'articles/a.json': '{', 'articles/b.json': { id: "l'un" } });
    const { found, textOf } = await checked(files, { fix: true });
    expect(found.map(({ file }) => file)).toEqual(['articles/a.json', 'articles/b.json']);
    expect(found[0]?.faults[0]).toMatch(/^articles\/a\.json: SyntaxError/);
    expect(found[1]?.faults).toContain('articles/b.json: format: expected a value, found none');
    expect(await textOf('articles/a.json')).toBe('{');
  });
});

describe('a file', () => {
  test('keeps all that is no fault: white space, order, escapes, fields that nobody knows', () => {
    const source = `{ "b":1,\t"x": "l'un", "versions":{"fr": {
      "slug": "l'un", "headline" : "L\\u0027un \\u00e9tait\\/l\\u00e0?" , "mood":"l'un"}},"a":[]}\r\n`;
    const { source: mended } = repairFile(source);
    expect(mended).toBe(
      source.replace(/"L\\u0027[^"]*"/, '"L\\u2019un \\u00e9tait/l\\u00e0\\u202f?"'),
    );
    const raw = '{"versions":{"fr":{"headline":"L\'un"}}}';
    expect(repairFile(raw).source).toBe(raw.replace("'", '’'));
  });

  test('is gone through to the last mark, but for code and other languages', () => {
    const text = JSON.stringify({
      versions: {
        fr: {
          body: [
            {
              text: ['l', { em: [{ strong: ["'"] }] }, "un d'", { code: "l'un" }],
              items: [
                {
                  text: [
                    { foreign: ["l'un"], lang: 'it' },
                    { link: ["l'un"], href: "l'un" },
                  ],
                },
              ],
            },
          ],
        },
      },
    });
    const { source, findings } = repairFile(text);
    expect(JSON.parse(source)).toEqual({
      versions: {
        fr: {
          body: [
            {
              text: ['l', { em: [{ strong: ['’'] }] }, 'un d’', { code: "l'un" }],
              items: [
                {
                  text: [
                    { foreign: ["l'un"], lang: 'it' },
                    { link: ['l’un'], href: "l'un" },
                  ],
                },
              ],
            },
          ],
        },
      },
    });
    expect(findings.map(({ path }) => path)).toEqual([
      ...['versions.fr.body[0].text', 'versions.fr.body[0].text'],
      'versions.fr.body[0].items[0].text',
    ]);
  });
});

test('every string of a JSON text is found where it stands', () => {
  const stringsIn = (value: unknown, keys: unknown[] = []): unknown[] => {
    if (typeof value === 'string') return [[keys, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      stringsIn(inner, [...keys, Array.isArray(value) ? Number(key) : key]),
    );
  };
  const claim = (value: unknown, indent: number) => {
    const text = JSON.stringify(value, null, indent);
    const found = [...jsonStrings(text)];
    // Keys that are numbers come first in an object, wherever they stand in the text.
    expect(found.map(({ keys, literal }) => [keys, JSON.parse(literal) as string])).toEqual(
      stringsIn(JSON.parse(text)),
    );
    for (const { at, literal } of found) expect(text.startsWith(literal, at)).toBe(true);
  };
  claim(everyBlockJson, 2);
  fc.assert(fc.property(fc.jsonValue(), fc.nat(4), claim));
});
