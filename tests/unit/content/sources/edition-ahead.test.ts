/** What is asked for before it is needed, and what has been noted without having been asked for. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EditionSource } from '../../../../src/content/sources/edition.ts';
import { InHand } from '../../../../src/content/sources/in-hand.ts';
import { summaryOf } from '../../../../src/content/summary.ts';
import { madeArticle } from '../../../support/made-edition.ts';

const first = summaryOf(madeArticle(1), 'h1');
const second = summaryOf(madeArticle(2), 'h2');

/** A source over a host that has two articles, and what was asked of it. */
function openSource() {
  const asked: string[] = [];
  const host = { isOffline: false };
  const documents: Record<string, unknown> = {
    'articles/a-00001.json': madeArticle(1),
    'articles/a-00002.json': madeArticle(2),
    'front.json': { lead: first, sections: [{ id: 'news', articles: [second] }] },
    'index.json': { articles: [first, second] },
    'addresses/a-00001-fr.json': { article: first, related: [second] },
  };
  const source = new EditionSource(
    async (url) => {
      const file = url.replace('/content/', '');
      asked.push(file);
      if (host.isOffline) throw new TypeError('Failed to fetch');
      return Response.json(documents[file.replace(/\?.*/, '')]);
    },
    '/content/',
    new InHand(),
  );
  return { source, asked, host };
}

describe('an article that is asked for ahead', () => {
  test.each(['a-00001', 'a-00001-fr', 'a-00001-en'])(
    'as %s, is asked for once, and is there when it is opened',
    async (name) => {
      const { source, asked } = openSource();
      source.inHand.note([first]);
      source.articleAhead(name);
      source.articleAhead(name);
      expect((await source.article('a-00001', 'h1')).value.id).toBe('a-00001');
      expect(asked).toEqual(['articles/a-00001.json?v=h1']);
    },
  );

  test('serves once: whoever comes back asks the host, which may have it from its cache', async () => {
    const { source, asked } = openSource();
    source.inHand.note([first]);
    source.articleAhead('a-00001');
    await source.article('a-00001', 'h1');
    await source.article('a-00001', 'h1');
    expect(asked).toHaveLength(2);
  });

  test('is not asked for where no list has told of it', async () => {
    const { source, asked } = openSource();
    source.articleAhead('a-00001');
    await source.frontPage();
    expect(asked).toEqual(['front.json']);
  });

  test('is no answer for another article, nor for another text', async () => {
    const { source, asked } = openSource();
    source.inHand.note([first]);
    source.articleAhead('a-00001');
    expect((await source.article('a-00002', 'h2')).value.id).toBe('a-00002');
    expect((await source.article('a-00001', 'h3')).hash).toBe('h3');
    expect(asked).toEqual([
      'articles/a-00001.json?v=h1',
      'articles/a-00002.json?v=h2',
      'articles/a-00001.json?v=h3',
    ]);
  });

  test('makes room for the next one', async () => {
    const { source, asked } = openSource();
    source.inHand.note([first, second]);
    source.articleAhead('a-00001');
    source.articleAhead('a-00002');
    await source.article('a-00002', 'h2');
    await source.article('a-00001', 'h1');
    expect(asked).toEqual([
      'articles/a-00001.json?v=h1',
      'articles/a-00002.json?v=h2',
      'articles/a-00001.json?v=h1',
    ]);
  });

  test('and did not come is asked for again, and nothing is told of it meanwhile', async () => {
    const { source, asked, host } = openSource();
    source.inHand.note([first]);
    host.isOffline = true;
    source.articleAhead('a-00001');
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    // Until the failure has been noticed.
    await new Promise((resolve) => setImmediate(resolve));
    host.isOffline = false;
    expect((await source.article('a-00001', 'h1')).value.id).toBe('a-00001');
    expect(asked).toHaveLength(2);
    source.articleAhead('a-00001');
    await vi.waitFor(() => expect(asked).toHaveLength(3));
  });
});

describe('what lists say', () => {
  test('is noted as they come', async () => {
    const { source } = openSource();
    await source.listPage('index.json');
    expect(source.inHand.summaryAt('a-00001-fr')).toEqual(first);
    expect(source.inHand.summaryAt('a-00002')).toEqual(second);
  });

  test('is noted of the front page', async () => {
    const { source } = openSource();
    await source.frontPage();
    expect(source.inHand.summaryAt('a-00001-en')).toEqual(first);
    expect(source.inHand.summaryAt('a-00002-en')).toEqual(second);
  });

  test('is noted of an address, with what to read next', async () => {
    const { source } = openSource();
    await source.address('a-00001-fr');
    expect(source.inHand.summaryAt('a-00001')).toEqual(first);
    expect(source.inHand.summaryAt('a-00002')).toEqual(second);
  });
});

describe('when the part of the program that reads cannot be brought', () => {
  afterEach(() => {
    vi.doUnmock('../../../../src/content/sources/edition-reader.ts');
    vi.resetModules();
  });

  test.each([
    ['an article', (source: EditionSource) => source.article('a-00001', 'h1')],
    ['a list', (source: EditionSource) => source.listPage('index.json')],
    ['the front page', (source: EditionSource) => source.frontPage()],
    ['an address', (source: EditionSource) => source.address('a-slug')],
    ['comments', (source: EditionSource) => source.comments('a-00001', 'h1')],
    ['a picture', (source: EditionSource) => source.picture('images/a.webp')],
  ])('%s fails as the browser says, and a later try brings it', async (_, ask) => {
    const { source, asked } = openSource();
    vi.doMock('../../../../src/content/sources/edition-reader.ts', () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    const cause = { message: 'Failed to fetch dynamically imported module' };
    await expect(ask(source)).rejects.toMatchObject({ cause });
    expect(asked).toEqual([]);
    vi.doUnmock('../../../../src/content/sources/edition-reader.ts');
    vi.resetModules();
    await source.frontPage();
    expect(asked).toEqual(['front.json']);
  });
});

test('a file of the edition stands below its folder', () => {
  expect(openSource().source.urlOf('images/a.webp')).toBe('/content/images/a.webp');
});
