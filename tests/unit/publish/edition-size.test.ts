/** What a reader downloads must not grow with the edition: sizes in bytes, no clocks. */
import { expect, test } from 'vitest';
import { type BuiltEdition, builtEdition } from '../../support/built-edition.ts';
import { madeArticles, madeEdition, madeId } from '../../support/made-edition.ts';

// As many more as sections, tags and pages go into: both end in the same place of their cycles.
const small = builtEdition(madeEdition(madeArticles(52)));
const large = builtEdition(madeEdition(madeArticles(10_000)));

const bytes = (built: BuiltEdition, file: string) => Buffer.byteLength(built.files.get(file)!);

const summaries = small.articles('index.json');
const ofSummary = Math.max(...summaries.map((summary) => JSON.stringify(summary).length));
const envelope = 120;
const bounds = {
  /** The lead and four articles of each of three sections. */
  front: 13 * ofSummary + envelope,
  /** At most twice a page less one. */
  list: 23 * ofSummary + envelope,
  /** The article and four to read next. */
  address: 5 * ofSummary + envelope,
};

test.each([
  ['52', small, 52],
  ['10,000', large, 10_000],
] as const)('an edition of %s stays within the same bounds', (_, built, count) => {
  expect(bytes(built, 'front.json')).toBeLessThanOrEqual(bounds.front);
  for (const list of ['index', 'sections/news', 'sections/science', 'tags/sea']) {
    expect(bytes(built, `${list}.json`)).toBeLessThanOrEqual(bounds.list);
  }
  for (const name of [madeId(1), `${madeId(count)}-fr`, `${madeId(count >> 1)}-en`]) {
    expect(bytes(built, `addresses/${name}.json`)).toBeLessThanOrEqual(bounds.address);
  }
});

test('the front page costs the same bytes, and so does a list but for the number of its next page', () => {
  expect(bytes(large, 'front.json')).toBe(bytes(small, 'front.json'));
  const grown = bytes(large, 'index.json') - bytes(small, 'index.json');
  expect(grown).toBe('index/832.json'.length - 'index/3.json'.length);
});

test('no file of a large edition is larger than a page of a list', () => {
  const tooLarge = [...large.files.keys()].filter((file) => bytes(large, file) > bounds.list);
  expect(tooLarge).toEqual([]);
});

test('a large edition has all of its articles all the same', () => {
  expect(new Set(large.articles('index.json').map(({ id }) => id)).size).toBe(10_000);
});
