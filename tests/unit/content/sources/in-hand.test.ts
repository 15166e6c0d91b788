import { describe, expect, test } from 'vitest';
import type { Summary } from '../../../../src/content/model.ts';
import { InHand, summariesOf } from '../../../../src/content/sources/in-hand.ts';
import { summaryOf } from '../../../../src/content/summary.ts';
import { madeArticle, madeArticles } from '../../../support/made-edition.ts';

const summaryAt = (number: number, hash = 'h1') => summaryOf(madeArticle(number), hash);
const summaries = madeArticles(6).map((article) => summaryOf(article, 'h1'));
const [one, two, three, four] = summaries as [Summary, Summary, Summary, Summary];

const front = { lead: one, sections: [{ id: 'news', articles: [two, three] }] };
const page = { articles: [one, two], next: 'index/1.json?v=x' };
const article = { address: { article: one, related: [two] }, article: madeArticle(1) };

describe('the content of a page', () => {
  test('the front page is handed out once', () => {
    const inHand = new InHand({ front });
    expect(inHand.takeFront()).toBe(front);
    expect(inHand.takeFront()).toBeUndefined();
  });

  test('a list is handed out once, and only as the list it is', () => {
    const inHand = new InHand({ list: { file: 'tags/sea.json', page } });
    expect(inHand.takeList('tags/ice.json')).toBeUndefined();
    expect(inHand.takeList('tags/sea.json')).toBe(page);
    expect(inHand.takeList('tags/sea.json')).toBeUndefined();
  });

  test.each(['a-00001', 'a-00001-fr', 'a-00001-en'])(
    'an article is handed out once, as %s',
    (slug) => {
      const inHand = new InHand({ article });
      expect(inHand.takeArticle('a-00002')).toBeUndefined();
      expect(inHand.takeArticle(slug)).toBe(article);
      expect(inHand.takeArticle(slug)).toBeUndefined();
    },
  );

  test('is none where the page carries none', () => {
    const inHand = new InHand();
    expect(inHand.takeFront()).toBeUndefined();
    expect(inHand.takeList('index.json')).toBeUndefined();
    expect(inHand.takeArticle('a-00001')).toBeUndefined();
    expect(inHand.summaryAt('a-00001')).toBeUndefined();
  });
});

describe('what lists say of articles', () => {
  test.each([
    ['the front page', { front }, [one, two, three]],
    ['a front page without an article', { front: { sections: [] } }, []],
    ['a list', { list: { file: 'index.json', page } }, [one, two]],
    ['an article', { article }, [two, one]],
  ])('%s tells of those on it', (_, content, expected) => {
    expect(summariesOf(content)).toEqual(expected);
    const inHand = new InHand(content);
    for (const summary of expected) expect(inHand.summaryAt(summary.id)).toBe(summary);
    expect(inHand.summaryAt(four.id)).toBeUndefined();
  });

  test('is found by the id and by the slug in either language', () => {
    const inHand = new InHand();
    inHand.note([one]);
    for (const name of ['a-00001', 'a-00001-fr', 'a-00001-en']) {
      expect(inHand.summaryAt(name)).toBe(one);
    }
  });

  test('is still known once the content has been taken', () => {
    const inHand = new InHand({ article });
    inHand.takeArticle('a-00001');
    expect(inHand.summaryAt('a-00001')).toBe(one);
  });

  test('is what the latest of them said', () => {
    const inHand = new InHand({ front });
    const newer = summaryAt(1, 'h2');
    inHand.note([newer]);
    expect(inHand.summaryAt('a-00001-en')).toBe(newer);
  });
});

describe('a long visit', () => {
  /** Each article has three names, and 400 names are kept. */
  const manyLists = (inHand: InHand, upTo: number) => {
    for (let number = 1; number <= upTo; number += 1) inHand.note([summaryAt(number)]);
  };

  test('forgets the oldest articles, whole, and keeps the latest', () => {
    const inHand = new InHand();
    manyLists(inHand, 1_000);
    const known = madeArticles(1_000).filter(({ id }) => inHand.summaryAt(id));
    expect(known.length).toBeGreaterThan(100);
    expect(known.length).toBeLessThanOrEqual(400);
    expect(known.at(-1)?.id).toBe('a-01000');
    expect(inHand.summaryAt('a-00001-fr')).toBeUndefined();
    expect(inHand.summaryAt('a-00001-en')).toBeUndefined();
  });

  test('keeps an old article that a list has named again', () => {
    const inHand = new InHand();
    manyLists(inHand, 130);
    inHand.note([one]);
    for (let number = 131; number <= 200; number += 1) inHand.note([summaryAt(number)]);
    expect(inHand.summaryAt('a-00001-fr')).toBe(one);
    expect(inHand.summaryAt('a-00002')).toBeUndefined();
  });
});
