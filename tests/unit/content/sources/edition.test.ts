import { describe, expect, test } from 'vitest';
import type { ContentErrorKind } from '../../../../src/content/errors.ts';
import { EditionSource } from '../../../../src/content/sources/edition.ts';
import { summaryOf } from '../../../../src/content/summary.ts';
import { setText } from '../../../../src/content/typography/set-text.ts';
import { contentErrorOf } from '../../../support/content-error.ts';
import { everyBlock, everyBlockJson } from '../../../support/every-block.ts';

const base = 'https://example.org/news/content/';
const summary = summaryOf(everyBlock(), 'abc');
const json = (value: unknown, init?: ResponseInit) =>
  new Response(JSON.stringify(value), {
    headers: { 'Content-Type': 'application/json' },
    ...init,
  });
const html = (status = 200) =>
  new Response('<!doctype html><title>News</title>', {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });

/** A source over a host that answers everything alike, and what was asked of the host. */
function sourceOver(
  answer: (signal: AbortSignal | null | undefined) => Response | Promise<Response>,
) {
  const asked: string[] = [];
  const source = new EditionSource(async (url, init) => {
    asked.push(url);
    return answer(init?.signal);
  }, base);
  return { source, asked };
}

/** A body that breaks off after its first bytes. */
const brokenOff = (error: unknown) =>
  new Response(
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"articles":')),
      pull: (controller) => controller.error(error),
    }),
  );

type Ask = (source: EditionSource, signal?: AbortSignal) => Promise<unknown>;
const asks: [name: string, ask: Ask, file: string][] = [
  ['the front page', (source, signal) => source.frontPage(signal), 'front.json'],
  [
    'a list',
    (source, signal) => source.listPage('sections/a/2.json?v=1', signal),
    'sections/a/2.json?v=1',
  ],
  ['an address', (source, signal) => source.address('a-slug', signal), 'addresses/a-slug.json'],
  ['an article', (source, signal) => source.article('a', 'h', signal), 'articles/a.json'],
  ['comments', (source, signal) => source.comments('a', 'h', signal), 'comments/a.json'],
];
const picture: (typeof asks)[number] = [
  'a picture',
  (source, signal) => source.picture('images/a.webp', signal),
  'images/a.webp',
];

describe('what is asked of the host', () => {
  test('stands in the edition’s folder, articles and comments under their hash', async () => {
    const { source, asked } = sourceOver(() => html(404));
    for (const [, ask] of [...asks, picture]) await contentErrorOf(() => ask(source));
    expect(asked).toEqual([
      `${base}front.json`,
      `${base}sections/a/2.json?v=1`,
      `${base}addresses/a-slug.json`,
      `${base}articles/a.json?v=h`,
      `${base}comments/a.json?v=h`,
      `${base}images/a.webp`,
    ]);
  });

  test.each(['../../secret', 'a/b', 'a?b', 'a#b', 'é', '//example.com/'])(
    'the address %j stays in its folder',
    async (slug) => {
      const { source, asked } = sourceOver(() => html(404));
      await contentErrorOf(() => source.address(slug));
      expect(asked[0]).toMatch(/^https:\/\/example\.org\/news\/content\/addresses\/[^/?#]+\.json$/);
    },
  );
});

describe('a good answer', () => {
  test('is read, and an article comes with its file as it was', async () => {
    const { source } = sourceOver(() => json(everyBlockJson));
    expect(await source.article('every-block', 'h')).toEqual({
      value: setText(everyBlock()),
      document: everyBlockJson,
      hash: 'h',
    });
  });

  test('comes with its spaces set, as the French of the edition wants them', async () => {
    const { fr } = everyBlock().versions;
    const written = { ...everyBlock(), versions: { fr: { ...fr!, headline: '« Oui »' } } };
    const listed = summaryOf(written, 'abc');
    const headlines = async (region: string) => {
      const sourceOf = (value: unknown) =>
        new EditionSource(async () => json(value), base, undefined, { fr: region });
      const address = await sourceOf({ article: listed, related: [listed] }).address('a');
      const document = { ...written, format: 'liseuse/article/1' };
      const shown = [
        (await sourceOf(document).article('a', 'h')).value,
        (await sourceOf({ lead: listed, sections: [] }).frontPage()).lead,
        ...(await sourceOf({ articles: [listed] }).listPage('index.json')).articles,
        ...[address.article, ...address.related],
      ];
      return new Set(shown.map((each) => each?.versions.fr?.headline));
    };
    expect(await headlines('fr-FR')).toEqual(new Set(['«\u202fOui\u202f»']));
    expect(await headlines('fr-CA')).toEqual(new Set(['«\u00a0Oui\u00a0»']));
  });

  test('is read for lists, addresses and comments', async () => {
    const list = sourceOver(() => json({ articles: [summary], next: 'index/1.json?v=2' })).source;
    expect((await list.listPage('index.json')).next).toBe('index/1.json?v=2');
    const address = sourceOver(() => json({ article: summary, related: [summary] })).source;
    expect((await address.address('a')).related[0]?.id).toBe('every-block');
    const front = sourceOver(() => json({ lead: summary, sections: [] })).source;
    expect((await front.frontPage()).lead?.hash).toBe('abc');
    const thread = { format: 'liseuse/comments/1', comments: [] };
    const comments = sourceOver(() => json(thread)).source;
    expect(await comments.comments('a', 'h')).toEqual({
      value: [],
      document: thread,
      hash: 'h',
    });
  });

  test('of a picture comes with its type and bytes', async () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const { source } = sourceOver(
      () => new Response(bytes, { headers: { 'Content-Type': 'image/webp' } }),
    );
    const read = await source.picture('images/a.webp');
    expect(read.type).toBe('image/webp');
    expect(new Uint8Array(read.bytes)).toEqual(bytes);
  });

  test('is read as JSON whatever the host calls it', async () => {
    const { source } = sourceOver(() => json({ sections: [] }, { headers: {} }));
    expect(await source.frontPage()).toMatchObject({ sections: [] });
  });
});

describe.each([...asks, picture])('%s', (_, ask, file) => {
  const failsAs = async (
    kind: ContentErrorKind,
    answer: Parameters<typeof sourceOver>[0],
  ): Promise<void> => {
    const error = await contentErrorOf(() => ask(sourceOver(answer).source));
    expect(error).toMatchObject({ kind, file: expect.stringContaining(file.split('?')[0] ?? '') });
  };

  test('without a network is offline', async () => {
    await failsAs('offline', () => Promise.reject(new TypeError('Failed to fetch')));
  });

  test('breaking off half-way is offline', async () => {
    await failsAs('offline', () => {
      const response = brokenOff(new TypeError('network error'));
      response.headers.set('Content-Type', 'image/webp');
      return response;
    });
  });

  test.each([404, 410])('that the host does not have (%i) is not found', async (status) => {
    await failsAs('not-found', () => html(status));
  });

  test.each([400, 403, 429, 500, 503])(
    'answered with %i is a fault of the host',
    async (status) => {
      await failsAs('server', () => json({ error: true }, { status }));
    },
  );

  test('answered with the app’s own page and status 200 is not found', async () => {
    await failsAs('not-found', () => html());
  });

  test('that was given up stays an AbortError, before and in mid-answer', async () => {
    const given = new AbortController();
    const { source } = sourceOver((signal) => {
      signal?.throwIfAborted();
      return json({});
    });
    given.abort();
    await expect(ask(source, given.signal)).rejects.toMatchObject({ name: 'AbortError' });

    const half = brokenOff(new DOMException('The user aborted a request.', 'AbortError'));
    half.headers.set('Content-Type', 'image/webp');
    await expect(ask(sourceOver(() => half).source)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe.each(asks)('%s', (_, ask) => {
  test.each(['{"articles":[', '', 'null!', '\ufeff{}'])(
    'cut off or garbled (%j) is invalid',
    async (text) => {
      const { source } = sourceOver(
        () => new Response(text, { headers: { 'Content-Type': 'application/json' } }),
      );
      expect((await contentErrorOf(() => ask(source))).kind).toBe('invalid');
    },
  );

  test('of the wrong shape is invalid, with what is wrong', async () => {
    const { source } = sourceOver(() =>
      json({ sections: 3, articles: 3, article: 3, comments: 3 }),
    );
    const error = await contentErrorOf(() => ask(source));
    expect(error.kind).toBe('invalid');
    expect(error.issues).not.toEqual([]);
  });
});

test('an article of a newer format is told from a faulty one', async () => {
  const { source } = sourceOver(() => json({ format: 'liseuse/article/2' }));
  expect((await contentErrorOf(() => source.article('a', 'h'))).kind).toBe('newer-format');
});
