/** What holds for any input at all, not only for the inputs someone thought of. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { eachBlock, inlineRuns } from '../../../src/content/blocks.ts';
import { ContentError } from '../../../src/content/errors.ts';
import type { Article, Inline } from '../../../src/content/model.ts';
import { parseSite } from '../../../src/content/parse-site.ts';
import {
  parseAddress,
  parseArticle,
  parseComments,
  parseFrontPage,
  parseListPage,
} from '../../../src/content/parse.ts';
import { isSafeHref, isSafeImageSource } from '../../../src/content/url.ts';
import { mutatedArticle, nearlyArticle } from '../../support/mutated-article.ts';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

const parsers = {
  parseArticle,
  parseSite,
  parseComments,
  parseFrontPage,
  parseListPage,
  parseAddress,
};
type Parser = (file: string, input: unknown) => unknown;
const everyParser = Object.entries(parsers) as [string, Parser][];

/** What came out, or undefined for a refusal; any other error is thrown on. */
function outcome<T>(parse: (file: string, input: unknown) => T, input: unknown): T | undefined {
  try {
    return parse('a.json', input);
  } catch (error) {
    if (error instanceof ContentError) {
      expect(error.file).toBe('a.json');
      if (error.kind === 'invalid') expect(error.issues).not.toEqual([]);
      else expect(error.kind).toBe('newer-format');
      return undefined;
    }
    throw error;
  }
}

describe.each(everyParser)('%s', (_, parse) => {
  test('throws nothing but a ContentError at any value', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    fc.assert(
      fc.property(
        fc.oneof(nearlyArticle, fc.jsonValue({ depthSize: 'large' }), anything),
        (input) => {
          outcome(parse, input);
        },
      ),
      { numRuns: 500 },
    );
  });
});

test('a document changed at random is read to something sound or refused', () => {
  let read = 0;
  let refused = 0;
  fc.assert(
    fc.property(mutatedArticle, (input) => {
      const article = outcome(parseArticle, input);
      if (article) read += 1;
      else refused += 1;
      if (article) expectSound(article);
    }),
    { numRuns: 1_000 },
  );
  // The property would be empty were all of them refused, or none.
  expect(read).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(50);
});

test('what was read is read again as the same', () => {
  fc.assert(
    fc.property(mutatedArticle, (input) => {
      const article = outcome(parseArticle, input);
      if (!article) return;
      const written = JSON.parse(JSON.stringify(article)) as object;
      const again = parseArticle('a.json', { ...written, format: 'liseuse/article/1' });
      expect(withoutKinds(again)).toEqual(withoutKinds(article));
    }),
    { numRuns: 1_000 },
  );
});

/** The name of an unknown type is lost when a gap is written again: it is one only to the reader. */
function withoutKinds(article: Article): unknown {
  return JSON.parse(
    JSON.stringify(article, (key, value: unknown) => (key === 'kind' ? '' : value)),
  );
}

/** What the rest of the app relies on without looking. */
function expectSound(article: Article): void {
  const { id, datePublished, dateModified, originalLanguage, versions } = article;
  const slug = /^[a-z0-9-]{1,120}$/;
  expect(id).toMatch(slug);
  expect(Date.parse(dateModified ?? datePublished)).toBeGreaterThanOrEqual(
    Date.parse(datePublished),
  );
  expect(versions[originalLanguage]).toBeDefined();
  for (const version of Object.values(versions)) {
    expect(version.slug).toMatch(slug);
    expect(version.headline.trim()).not.toBe('');
    const blocks = [...eachBlock(version.body)];
    expect(blocks).not.toEqual([]);
    expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
    for (const block of blocks) {
      if (block.type === 'heading') expect([2, 3, 4]).toContain(block.level);
      if (block.type === 'embed') expect(isSafeHref(block.url)).toBe(true);
      if (block.type === 'figure') expect(isSafeImageSource(block.image.src)).toBe(true);
      if (block.type === 'table') {
        expect(new Set(block.rows.map((row) => row.length)).size).toBe(1);
      }
      for (const run of inlineRuns(block)) expectSoundText(run);
    }
  }
}

function expectSoundText(run: readonly Inline[]): void {
  for (const inline of run) {
    if (typeof inline === 'string') continue;
    if ('link' in inline) expect(isSafeHref(inline.href)).toBe(true);
    for (const inner of Object.values(inline) as (string | Inline[])[]) {
      if (typeof inner !== 'string') expectSoundText(inner);
    }
  }
}
