import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { eachBlock } from '../../../src/content/blocks.ts';
import { ContentError } from '../../../src/content/errors.ts';
import type { Article } from '../../../src/content/model.ts';
import { parseArticle } from '../../../src/content/parse.ts';
import { articleJsonSchema, articleSchemaFile } from '../../../src/publish/json-schema.ts';
import { demoArticle, demoIds } from '../../support/demo-edition.ts';
import { changed, everyBlockJson, type JsonPath, pathOfBlock } from '../../support/every-block.ts';
import { schemaFaults } from '../../support/json-schema.ts';
import { mutatedArticle } from '../../support/mutated-article.ts';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

// As it is published: through JSON.
const schema = JSON.parse(JSON.stringify(articleJsonSchema())) as Record<string, unknown>;
const at = (id: string, ...rest: (string | number)[]): JsonPath => [...pathOfBlock(id), ...rest];

test('says what it is, for tools that read it', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Liseuse article',
    type: 'object',
    properties: { format: { const: 'liseuse/article/1' } },
  });
  expect(articleSchemaFile).toBe('schema/article-1.json');
});

test('is satisfied by an article with every block and mark', () => {
  expect(schemaFaults(schema, everyBlockJson)).toEqual([]);
});

test.each(demoIds)('is satisfied by %s of the demo edition', (id) => {
  expect(schemaFaults(schema, demoArticle(id))).toEqual([]);
});

describe('is not satisfied by', () => {
  test.each<[string, JsonPath, Parameters<typeof changed>[1], string]>([
    ['another format', ['format'], 'liseuse/article/2', 'format'],
    ['a missing id', ['id'], undefined, 'id'],
    ['an id with capitals', ['id'], 'Every-Block', 'id'],
    ['tags in a string', ['tags'], 'sea', 'tags'],
    ['a day without a time', ['datePublished'], '2026-11-04', 'datePublished'],
    ['another language', ['originalLanguage'], 'de', 'originalLanguage'],
    ['half a pixel', ['image', 'width'], 0.5, 'image.width'],
    [
      'a version without a headline',
      ['versions', 'en', 'headline'],
      undefined,
      'versions.en.headline',
    ],
    ['an empty body', ['versions', 'en', 'body'], [], 'versions.en.body'],
    ['a block without an id', at('opening', 'id'), undefined, 'versions.fr.body[0]'],
    ['a block of a type misspelt', at('opening', 'type'), 'paragraf', 'versions.fr.body[0]'],
    ['a heading of level 1', at('part', 'level'), 1, 'versions.fr.body[2]'],
    ['text outside a list', at('opening', 'text'), 'text', 'versions.fr.body[0]'],
    ['a mark misspelt', at('opening', 'text', 3), { emph: ['a'] }, 'versions.fr.body[0]'],
    ['a link without an address', at('links', 'text', 1, 'href'), undefined, 'versions.fr.body[1]'],
    [
      'a fault in a nested list',
      at('bullets', 'items', 0, 'list', 'items', 0, 'text'),
      4,
      'versions.fr.body[7]',
    ],
    ['a fault in a note', at('note', 'blocks', 0, 'text'), undefined, 'versions.fr.body[15]'],
  ])('%s', (_, path, value, fault) => {
    expect(schemaFaults(schema, changed(path, value))).toEqual([fault]);
  });
});

test('asks for nothing that the app does not: what is read satisfies it, but for gaps', () => {
  let read = 0;
  fc.assert(
    fc.property(mutatedArticle, (input) => {
      const article = readOrRefused(input);
      if (!article || hasGap(article)) return;
      read += 1;
      expect(schemaFaults(schema, input)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
  expect(read).toBeGreaterThan(50);
});

function readOrRefused(input: unknown): Article | undefined {
  try {
    return parseArticle('a.json', input);
  } catch (error) {
    if (error instanceof ContentError) return undefined;
    throw error;
  }
}

function hasGap({ versions }: Article): boolean {
  return Object.values(versions).some(({ body }) =>
    [...eachBlock(body)].some(({ type }) => type === 'unknown'),
  );
}
