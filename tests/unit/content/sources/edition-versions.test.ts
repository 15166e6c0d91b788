import { afterEach, describe, expect, test, vi } from 'vitest';
import { EditionSource } from '../../../../src/content/sources/edition.ts';
import { setText } from '../../../../src/content/typography/set-text.ts';
import { summaryOf } from '../../../../src/content/summary.ts';
import { contentHash } from '../../../../src/publish/hash.ts';
import { contentErrorOf } from '../../../support/content-error.ts';
import { everyBlock, everyBlockJson } from '../../../support/every-block.ts';

afterEach(() => vi.unstubAllGlobals());

const current = JSON.stringify(everyBlockJson);
const before = JSON.stringify({ ...(everyBlockJson as object), section: 'before' });
const hash = contentHash(current);
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

/** A source whose host gives these answers in turn, and how each was asked for. */
function sourceOver(...answers: (string | (() => Response | Promise<Response>))[]) {
  const asked: [url: string, cache: RequestCache | undefined][] = [];
  const source = new EditionSource(async (url, init) => {
    const answer = answers[asked.length];
    asked.push([url, init?.cache]);
    if (answer === undefined) throw new Error(`asked too often: ${url}`);
    return typeof answer === 'string' ? new Response(answer) : answer();
  }, 'https://example.org/content/');
  return { source, asked };
}

const article = 'https://example.org/content/articles/every-block.json';

describe('an article under its hash', () => {
  test('is taken at once when it is the text that is meant', async () => {
    const { source, asked } = sourceOver(current);
    expect(await source.article('every-block', hash)).toEqual({
      value: setText(everyBlock()),
      document: everyBlockJson,
      hash,
    });
    expect(asked).toEqual([[`${article}?v=${hash}`, undefined]]);
  });

  test('is asked for once more, past the caches, when it is another text', async () => {
    const { source, asked } = sourceOver(before, current);
    expect(await source.article('every-block', hash)).toMatchObject({
      document: everyBlockJson,
      hash,
    });
    expect(asked).toEqual([
      [`${article}?v=${hash}`, undefined],
      [`${article}?v=${hash}`, 'reload'],
    ]);
  });

  test('that stays another text comes with the hash of that text', async () => {
    const { source, asked } = sourceOver(before, before);
    const fetched = await source.article('every-block', hash);
    expect(fetched.value.section).toBe('before');
    expect(fetched.document).toEqual(JSON.parse(before));
    expect(fetched.hash).toBe(contentHash(before));
    expect(asked).toHaveLength(2);
  });

  test('that was cut off is asked for once more', async () => {
    const { source } = sourceOver(current.slice(0, 100), current);
    expect((await source.article('every-block', hash)).hash).toBe(hash);
  });

  test.each([
    ['without a network', offline],
    ['with a host that fails', () => new Response('', { status: 503 })],
  ])('is the first text when asking again %s', async (_, answer) => {
    const { source } = sourceOver(before, answer);
    expect(await source.article('every-block', hash)).toMatchObject({
      document: JSON.parse(before),
      hash: contentHash(before),
    });
  });

  test('that the host turns out to have withdrawn is not found', async () => {
    const { source } = sourceOver(before, () => new Response('', { status: 404 }));
    const error = await contentErrorOf(() => source.article('every-block', hash));
    expect(error.kind).toBe('not-found');
  });

  test('that nobody waits for any more is given up', async () => {
    const giveUp = () => Promise.reject(new DOMException('Given up', 'AbortError'));
    const { source } = sourceOver(before, giveUp);
    const given = source.article('every-block', hash);
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a hash that cannot be checked', () => {
  test('is passed on: it is none that the build makes', async () => {
    const { source } = sourceOver(current);
    expect((await source.article('every-block', 'h1')).hash).toBe('h1');
  });

  test('is passed on: the page has no cryptography', async () => {
    vi.stubGlobal('crypto', {});
    const { source } = sourceOver(before);
    expect((await source.article('every-block', hash)).hash).toBe(hash);
  });
});

test('comments under another hash are asked for once more', async () => {
  const thread = JSON.stringify({ format: 'liseuse/comments/1', comments: [] });
  const { source, asked } = sourceOver(`${thread} `, thread);
  expect((await source.comments('a', contentHash(thread))).hash).toBe(contentHash(thread));
  expect(asked.map(([, cache]) => cache)).toEqual([undefined, 'reload']);
});

test('so is a page of a list; the newest page has no hash and is taken as it comes', async () => {
  const page = (id: string) =>
    JSON.stringify({ articles: [summaryOf({ ...everyBlock(), id }, 'abc')] });
  const { source, asked } = sourceOver(page('old'), page('new'), page('old'));
  const file = `index/1.json?v=${contentHash(page('new'))}`;
  expect((await source.listPage(file)).articles[0]?.id).toBe('new');
  expect((await source.listPage('index.json')).articles[0]?.id).toBe('old');
  expect(asked.map(([, cache]) => cache)).toEqual([undefined, 'reload', undefined]);
});
