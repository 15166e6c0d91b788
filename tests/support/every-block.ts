import type { Article } from '../../src/content/model.ts';
import { parseArticle } from '../../src/content/parse.ts';
import document from '../fixtures/every-block/article.json' with { type: 'json' };

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonPath = readonly (string | number)[];

/** The article that holds every block and every mark, as it is written. */
export const everyBlockJson = document as unknown as Json;

/** The same, read. */
export function everyBlock(): Article {
  return parseArticle('articles/every-block.json', everyBlockJson);
}

/**
 * A copy in which one place holds something else, or, for `undefined`, nothing any more.
 * @throws {Error} where the path leads through what is neither object nor list
 */
export function withChange(json: Json, path: JsonPath, value: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined || typeof json !== 'object' || json === null) {
    throw new Error(`There is no ${path.join('.')}`);
  }
  const inner = rest.length > 0 ? withChange(stepInto(json, key) ?? null, rest, value) : value;
  if (Array.isArray(json)) {
    return inner === undefined
      ? json.filter((_, index) => index !== key)
      : json.map((item, index) => (index === key ? inner : item));
  }
  if (inner !== undefined) return { ...json, [key]: inner };
  return Object.fromEntries(Object.entries(json).filter(([name]) => name !== key));
}

/** The article with one place changed. */
export function changed(path: JsonPath, value: Json | undefined): Json {
  return withChange(everyBlockJson, path, value);
}

/** Where the block with an id stands in a version of the article. */
export function pathOfBlock(id: string, language: 'fr' | 'en' = 'fr'): (string | number)[] {
  const index = everyBlock().versions[language]?.body.findIndex((block) => block.id === id) ?? -1;
  if (index < 0) throw new Error(`There is no block ${id} in ${language}`);
  return ['versions', language, 'body', index];
}

/** What stands at a place of the article. */
export function valueAt(path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>(stepInto, everyBlockJson);
}

/** Every place of a document below its root, parents before what they hold. */
export function pathsOf(json: Json, path: JsonPath = []): JsonPath[] {
  if (typeof json !== 'object' || json === null) return [];
  const keys = Array.isArray(json) ? json.map((_, index) => index) : Object.keys(json);
  return keys.flatMap((key) => {
    const inner = stepInto(json, key);
    return [[...path, key], ...(inner === undefined ? [] : pathsOf(inner, [...path, key]))];
  });
}

function stepInto(json: Json | undefined, key: string | number): Json | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  return (json as Record<string | number, Json>)[key];
}
