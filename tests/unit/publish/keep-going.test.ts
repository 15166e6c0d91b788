/** A build that is told to go on reads what is sound, and says what it left out. */
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/model.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import {
  editionFaults,
  editionFiles,
  type Files,
  temporaryFolder,
} from '../../support/edition-folder.ts';
import { builtEdition } from '../../support/built-edition.ts';
import { madeArticle, madeSite } from '../../support/made-edition.ts';

const thread = { format: 'liseuse/comments/1', comments: [] };

async function read(articles: readonly Article[], more: Files = {}) {
  const folder = await temporaryFolder(editionFiles(articles, more));
  const edition = await readEdition(folder, { keepGoing: true });
  return {
    edition,
    ids: edition.articles.map(({ summary }) => summary.id),
    threads: edition.comments.map(({ file }) => file),
    leftOut: edition.leftOut,
  };
}

test('an edition without faults is read whole, and nothing is left out', async () => {
  const { ids, threads, leftOut } = await read([madeArticle(1), madeArticle(2)], {
    'comments/a-00001.json': thread,
  });
  expect({ ids, threads, leftOut }).toEqual({
    ids: ['a-00001', 'a-00002'],
    threads: ['comments/a-00001.json'],
    leftOut: [],
  });
});

describe('what is left out, with its comments', () => {
  test.each<[name: string, file: unknown, fault: RegExp]>([
    ['is no JSON', '{ "format": ', /^articles\/a-00002\.json: .*JSON/],
    ['is of a newer format', { format: 'liseuse/article/2' }, /^articles\/a-00002\.json: newer/],
    ['is not as the format has it', { ...madeArticle(2), tags: 'sea' }, /: tags: expected Array/],
    ['does not fit the edition', madeArticle(2, { section: 'no' }), /site\.json has no section/],
    ['is named otherwise than it says', madeArticle(2, { id: 'a-00009' }), /: id: expected/],
  ])('an article that %s', async (_, file, fault) => {
    const { ids, threads, leftOut } = await read([madeArticle(1), madeArticle(3)], {
      'articles/a-00002.json': file,
      'comments/a-00002.json': thread,
      'comments/a-00003.json': thread,
    });
    expect(ids).toEqual(['a-00001', 'a-00003']);
    expect(threads).toEqual(['comments/a-00003.json']);
    expect(leftOut).toContainEqual(expect.stringMatching(fault));
  });

  test('a copy beside the article itself, which stays', async () => {
    const { ids, leftOut } = await read([madeArticle(2)], {
      'articles/a-00002 copy.json': madeArticle(2),
    });
    expect(ids).toEqual(['a-00002']);
    expect(leftOut.length).toBeGreaterThan(0);
    expect(leftOut.filter((line) => !line.startsWith('articles/a-00002 copy.json: '))).toEqual([]);
  });

  test('each of several, with every fault of each', async () => {
    const { ids, leftOut } = await read([
      madeArticle(1, { section: 'no', tags: ['mud'] }),
      madeArticle(2),
      madeArticle(3, { section: 'nowhere' }),
    ]);
    expect(ids).toEqual(['a-00002']);
    expect(leftOut).toEqual([
      'articles/a-00001.json: section: site.json has no section "no"',
      'articles/a-00001.json: tags[0]: site.json has no tag "mud"',
      'articles/a-00003.json: section: site.json has no section "nowhere"',
    ]);
  });

  test('of two articles at one address the later', async () => {
    const { fr } = madeArticle(1).versions;
    const { ids } = await read([madeArticle(1), madeArticle(2, { versions: { fr: fr! } })]);
    expect(ids).toEqual(['a-00001']);
  });

  test('comments on no article', async () => {
    const { ids, threads, leftOut } = await read([madeArticle(1)], {
      'comments/nobody.json': thread,
    });
    expect(ids).toEqual(['a-00001']);
    expect(threads).toEqual([]);
    expect(leftOut).toEqual([expect.stringMatching(/^comments\/nobody\.json: expected/)]);
  });
});

test('comments with faults are left out alone: the article stays, without them', async () => {
  const { edition, ids, threads, leftOut } = await read([madeArticle(1), madeArticle(2)], {
    'comments/a-00001.json': { ...thread, comments: [{ id: 'c1' }] },
    'comments/a-00002.json': thread,
  });
  expect(ids).toEqual(['a-00001', 'a-00002']);
  expect(threads).toEqual(['comments/a-00002.json']);
  expect(leftOut).not.toEqual([]);
  for (const line of leftOut) expect(line).toMatch(/^comments\/a-00001\.json: comments\[0\]\./);
  expect(builtEdition(edition).address('a-00001').article).not.toHaveProperty('comments');
});

test('no list names what was left out, though others and the site may', async () => {
  const { edition } = await read([madeArticle(1, { related: ['a-00002'] }), madeArticle(3)], {
    'site.json': { ...madeSite, lead: 'a-00002' },
    'articles/a-00002.json': '',
  });
  const { files, front } = builtEdition(edition);
  expect(front().lead?.id).toBe('a-00003');
  expect([...files.keys()].filter((file) => file.includes('a-00002'))).toEqual([]);
  const naming = [...files].filter(([, json]) => json.includes('a-00002')).map(([file]) => file);
  expect(naming).toEqual(['articles/a-00001.json']);
});

describe('there is no edition', () => {
  test.each<[name: string, site: unknown]>([
    ['without a site.json that can be read', '{'],
    ['with a lead that never was', { ...madeSite, lead: 'nobody' }],
    ['with two sections of one name', { ...madeSite, sections: repeated(madeSite.sections) }],
  ])('%s', async (_, site) => {
    const faulty = madeArticle(2, { section: 'nowhere' });
    const files = editionFiles([madeArticle(1), faulty], { 'site.json': site });
    const folder = await temporaryFolder(files);
    const faults = await editionFaults(() => readEdition(folder, { keepGoing: true }));
    expect(faults).toContainEqual(expect.stringMatching(/^site\.json: /));
  });
});

function repeated<T>(items: readonly T[]): T[] {
  return [...items, ...items];
}
