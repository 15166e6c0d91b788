import { rm } from 'node:fs/promises';
import path from 'node:path';
import { serialize } from 'node:v8';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/content/model.ts';
import { parseArticle } from '../../../src/content/parse.ts';
import { buildEdition } from '../../../src/publish/build-edition.ts';
import { EditionError } from '../../../src/publish/edition-error.ts';
import { type EditionArticle, wholeArticle } from '../../../src/publish/edition.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import {
  editionFaults,
  editionFiles,
  temporaryFolder,
  writeFiles,
} from '../../support/edition-folder.ts';
import { everyBlockJson } from '../../support/every-block.ts';
import { madeArticle, madeSite } from '../../support/made-edition.ts';

const article = madeArticle(1);
const comment = {
  id: 'c1',
  author: 'Lise',
  date: '2026-11-04T15:20:00Z',
  language: 'fr',
  text: 'Merci.',
};
const thread = { format: 'liseuse/comments/1', comments: [comment] };
const faultsOf = async (files: Record<string, unknown>) => {
  const folder = await temporaryFolder(files);
  return editionFaults(() => readEdition(folder));
};

test('reads what a newsroom writes and passes over what is not for it', async () => {
  const folder = await temporaryFolder(
    editionFiles([article, madeArticle(2)], {
      'comments/a-00001.json': thread,
      'images/one.webp': 'picture',
      'articles/README.md': 'How we write',
      'articles/.DS_Store': 'x',
      'notes.txt': 'for ourselves',
    }),
  );
  const edition = await readEdition(folder);
  expect(edition.site.name.fr).toBe(madeSite.name.fr);
  expect(edition.articles.map(({ file }) => file)).toEqual([
    'articles/a-00001.json',
    'articles/a-00002.json',
  ]);
  expect(edition.comments.map(({ count }) => count)).toEqual([1]);
  expect([...edition.images]).toEqual(['images/one.webp']);
});

test('needs neither comments nor pictures nor even articles', async () => {
  const edition = await readEdition(await temporaryFolder({ 'site.json': madeSite }));
  expect([edition.articles, edition.comments, [...edition.images]]).toEqual([[], [], []]);
});

test('sets the labels of the site, and leaves what is published as it was written', async () => {
  const version = { ...article.versions.fr!, headline: 'Quoi ?' };
  const site = {
    ...madeSite,
    name: { fr: '« Oui »', en: 'Yes ?' },
    locales: { fr: 'fr-CA' },
  };
  const written = { ...article, versions: { fr: version } };
  const folder = await temporaryFolder(editionFiles([written], { 'site.json': site }));
  const edition = await readEdition(folder);
  expect(edition.site.name).toEqual({ fr: '«\u00a0Oui\u00a0»', en: 'Yes ?' });
  const published = [...buildEdition(edition)].map(({ json }) => json).join('\n');
  expect(published).toContain('"headline":"Quoi ?"');
  expect(published).not.toContain('Quoi\u202f?');
});

test('publishes an article as it was written, and names it by what it says', async () => {
  const withMore = { ...article, mood: 'kept for a later version' };
  const read = async (text: string) => {
    const folder = await temporaryFolder(editionFiles([], { 'articles/a-00001.json': text }));
    const edition = await readEdition(folder);
    const [{ summary, hash }] = edition.articles as [EditionArticle];
    return {
      text: edition.textOf(edition.articles[0]!),
      whole: wholeArticle(edition, summary),
      hash,
    };
  };
  const indented = await read(JSON.stringify(withMore, null, 4));
  expect(JSON.parse(indented.text)).toEqual(withMore);
  expect(indented.whole).toEqual(parseArticle('articles/a-00001.json', article));
  expect(indented.hash).toMatch(/^[0-9a-f]{12}$/);
  expect((await read(`${JSON.stringify(withMore)}\n`)).hash).toBe(indented.hash);
  expect((await read(JSON.stringify(article))).hash).not.toBe(indented.hash);
});

test('holds no text, however long the articles are', async () => {
  const numbers = [1, 2, 3, 4, 5];
  const held = async (paragraph: string) => {
    const withBody = (number: number) => {
      const { fr, en } = madeArticle(number).versions;
      const body = [{ id: 'b1', type: 'paragraph', text: [paragraph] }] as Block[];
      return madeArticle(number, { versions: { fr: { ...fr!, body }, en: { ...en!, body } } });
    };
    const folder = await temporaryFolder(editionFiles(numbers.map(withBody)));
    const { textOf, folder: _, ...rest } = await readEdition(folder);
    expect(rest.articles.map((file) => textOf(file).length > 2 * paragraph.length)).not.toContain(
      false,
    );
    return serialize(rest).length;
  };
  const ofLong = await held('Le transformateur du barrage. '.repeat(10_000));
  // The number of words takes a few bytes more.
  expect(ofLong - (await held('Le transformateur du barrage.'))).toBeLessThan(20 * numbers.length);
});

test('does not publish, under the hash of what was read, what has been written since', async () => {
  const folder = await temporaryFolder(editionFiles([article]));
  const edition = await readEdition(folder);
  const [file] = edition.articles as [EditionArticle];
  await writeFiles(folder, { [file.file]: `${JSON.stringify(article)}\n` });
  expect(edition.textOf(file)).toBe(JSON.stringify(article));
  await writeFiles(folder, { [file.file]: { ...article, tags: [] } });
  expect(() => edition.textOf(file)).toThrow(
    'articles/a-00001.json: changed since the edition was read: build the site again',
  );
  await writeFiles(folder, { [file.file]: '{ "format": ' });
  expect(() => edition.textOf(file)).toThrow('articles/a-00001.json: changed');
  await rm(path.join(folder, file.file));
  expect(() => edition.textOf(file)).toThrow('articles/a-00001.json: changed');
});

test('refuses a bad edition with all its faults, each with file and path', async () => {
  const { fr } = article.versions;
  const faulty = { ...fr, body: [{ id: 'b1', type: 'heading', level: 5, text: ['x'] }] };
  const faults = await faultsOf(
    editionFiles([{ ...madeArticle(2), section: 'nowhere' }], {
      'articles/a-00001.json': { ...article, id: 'A 1', versions: { fr: faulty } },
      'articles/a-00003.json': '{ "format": ',
      'articles/a-00004.json': { ...madeArticle(4), format: 'liseuse/article/2' },
      'comments/a-00002.json': { ...thread, comments: [{ ...comment, text: '' }] },
      'comments/nobody.json': thread,
    }),
  );
  expect(faults).toEqual([
    'articles/a-00001.json: id: expected lower-case letters, digits and single hyphens, found "A 1"',
    'articles/a-00001.json: versions.fr.body[0].level: expected (2 | 3 | 4), found 5',
    expect.stringMatching(/^articles\/a-00003\.json: .*JSON/),
    'articles/a-00004.json: newer-format',
    'comments/a-00002.json: comments[0].text: expected some text, found ""',
    'comments/nobody.json: expected the name of the file to be the id of an article',
    'articles/a-00002.json: section: site.json has no section "nowhere"',
  ]);
});

test('does not blame others for a faulty article that they name', async () => {
  const faults = await faultsOf(
    editionFiles([{ ...madeArticle(2), related: ['a-00001', 'a-00009'] }], {
      'site.json': { ...madeSite, lead: 'a-00001' },
      'articles/a-00001.json': '',
      'comments/a-00001.json': thread,
    }),
  );
  expect(faults).toEqual([
    expect.stringContaining('articles/a-00001.json: '),
    'articles/a-00002.json: related[1]: there is no article "a-00009"',
  ]);
});

test('tells the faults of articles even where site.json cannot be read', async () => {
  expect(await faultsOf({ 'articles/a-00001.json': { ...article, tags: 'sea' } })).toEqual([
    expect.stringMatching(/^site\.json: .*ENOENT/),
    'articles/a-00001.json: tags: expected Array, found "sea"',
  ]);
});

test('the error shows its faults, a line for each', () => {
  const error = new EditionError('edition', ['a.json: one', 'b.json: two']);
  expect(error.message).toBe('The edition in edition has 2 faults:\n  a.json: one\n  b.json: two');
  expect(new EditionError('edition', ['a.json: one']).message).toContain('has 1 fault:');
});

test('the article with everything makes an edition, were its pictures there', async () => {
  const site = {
    ...madeSite,
    sections: [{ ...madeSite.sections[0], id: 'science' }],
    tags: ['measurement', 'language'].map((id) => ({
      id,
      slug: { fr: id, en: id },
      name: madeSite.name,
    })),
    authors: ['science-desk', 'culture-desk'].map((id) => ({ id, name: madeSite.name })),
  };
  const pictures = JSON.stringify(everyBlockJson).match(/images\/[a-z0-9-]+\.webp/g) ?? [];
  const files = {
    'site.json': site,
    'articles/every-block.json': everyBlockJson,
    ...Object.fromEntries(pictures.map((name) => [name, 'picture'])),
  };
  const edition = await readEdition(await temporaryFolder(files));
  expect(edition.articles).toHaveLength(1);

  const [missing] = pictures;
  const faults = await faultsOf(
    Object.fromEntries(Object.entries(files).filter(([name]) => name !== missing)),
  );
  expect(faults).toEqual([
    `articles/every-block.json: image: there is no picture "${missing}" in the edition`,
  ]);
});
