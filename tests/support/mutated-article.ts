import fc from 'fast-check';
import { hostileHrefs } from '../fixtures/hostile-urls.ts';
import { everyBlockJson, type Json, pathsOf, valueAt, withChange } from './every-block.ts';

/** Values that look like parts of an article, so that a good deal of them gets far. */
const words = [
  ...[
    'format',
    'id',
    'type',
    'text',
    'versions',
    'fr',
    'en',
    'body',
    'blocks',
    'em',
    'link',
    'href',
  ],
  ...[
    'liseuse/article/1',
    'liseuse/article/2',
    'paragraph',
    'note',
    'list',
    'items',
    'a',
    'b-2',
    '',
  ],
  ...['2026-11-04T15:20:00Z', 'toString', 'constructor', '__proto__', 'length', 'articles', 'next'],
];
const wordOrText = fc.oneof(fc.constantFrom(...words), fc.string());
export const nearlyArticle = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    fc.oneof(wordOrText, fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(wordOrText, tie('json'), { maxKeys: 6 }),
  ),
})).json;

const paths = pathsOf(everyBlockJson);
const hostile = fc.oneof(
  nearlyArticle,
  fc.constantFrom<Json>(...hostileHrefs, { toString: null, valueOf: null }, { length: -1 }, 1e308),
);
const mutation = fc.record({
  path: fc.constantFrom(...paths),
  value: fc.oneof(fc.constant(undefined), hostile, fc.constantFrom(...paths).map(valueAt)),
});
/** The article with a few of its places changed or emptied, one after the other. */
export const mutatedArticle = fc.array(mutation, { minLength: 1, maxLength: 3 }).map((mutations) =>
  mutations.reduce((json, { path, value }) => {
    try {
      return withChange(json, path, value);
    } catch {
      // An earlier change took the place away.
      return json;
    }
  }, everyBlockJson),
);
