import { expect, test } from 'vitest';
import type { Language } from '../../../src/content/language.ts';
import type { Summary } from '../../../src/content/model.ts';
import { summaryOf } from '../../../src/content/summary.ts';
import { originalsFirst } from '../../../src/edition/originals-first.ts';
import { madeArticle } from '../../support/made-edition.ts';

const list = (...originals: Language[]): Summary[] =>
  originals.map((originalLanguage, index) =>
    summaryOf(madeArticle(index, { originalLanguage }), 'hash'),
  );
const places = (arranged: Summary[], of: Summary[]) => arranged.map((each) => of.indexOf(each));

test('what was written in the language stands before what was translated, each in its order', () => {
  const summaries = list('fr', 'en', 'en', 'fr', 'en');
  expect(places(originalsFirst(summaries, 'en'), summaries)).toEqual([1, 2, 4, 0, 3]);
  expect(places(originalsFirst(summaries, 'fr'), summaries)).toEqual([0, 3, 1, 2, 4]);
});

test('an empty list stays empty', () => {
  expect(originalsFirst([], 'fr')).toEqual([]);
});
