import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildThread, countComments, maxDepth } from '../../../src/comments/thread.ts';
import type { ThreadNode } from '../../../src/comments/thread.ts';
import type { Comment } from '../../../src/content/model.ts';
import type { OwnComment } from '../../../src/storage/comments.ts';

function published(id: string, minute: number, parent?: string): Comment {
  const date = new Date(minute * 60_000).toISOString();
  return {
    id,
    author: `author of ${id}`,
    date,
    language: 'fr',
    text: id,
    ...(parent && { parent }),
  };
}

function own(id: string, minute: number, parent?: string): OwnComment {
  const createdAt = minute * 60_000;
  const about = { fr: { slug: 'les-marees', headline: 'Les marées' } };
  return {
    ...{ id, articleId: 'tides', text: id, language: 'fr', author: 'Ana', createdAt, about },
    ...(parent && { parent }),
  };
}

type Outline = (string | Outline)[];

/** Ids, each followed by the list of its replies. */
function outline(thread: readonly ThreadNode[]): Outline {
  return thread.flatMap(({ comment, replies }) =>
    replies.length > 0 ? [comment.id, outline(replies)] : [comment.id],
  );
}

function all(thread: readonly ThreadNode[]): ThreadNode[] {
  return thread.flatMap((node) => [node, ...all(node.replies)]);
}

test('answers stand under what they answer, oldest first, published and own together', () => {
  const thread = buildThread(
    [published('p2', 20), published('p1', 10), published('p3', 30, 'p1')],
    [own('o1', 15, 'p1'), own('o2', 5), own('o3', 40, 'o1')],
  );
  expect(outline(thread)).toEqual(['o2', 'p1', ['o1', ['o3'], 'p3'], 'p2']);
  expect(all(thread).map(({ origin, depth }) => [origin, depth])).toEqual([
    ['own', 1],
    ['published', 1],
    ['own', 2],
    ['own', 3],
    ['published', 2],
    ['published', 1],
  ]);
  expect(countComments(thread)).toBe(6);
});

test('no comments make an empty thread', () => {
  expect(buildThread([], [])).toEqual([]);
  expect(countComments([])).toBe(0);
});

test('an answer to what is not there stands at the root', () => {
  const thread = buildThread([published('p1', 10)], [own('o1', 5, 'gone'), own('o2', 6, 'o1')]);
  expect(outline(thread)).toEqual(['o1', ['o2'], 'p1']);
  expect(all(thread).map(({ answers }) => answers)).toEqual([undefined, undefined, undefined]);
});

test('deeper answers stand side by side at the last level and say whom they answer', () => {
  const thread = buildThread(
    [
      published('a', 1),
      published('b', 2, 'a'),
      published('c', 3, 'b'),
      published('d', 4, 'c'),
      published('e', 6, 'd'),
    ],
    [own('o', 5, 'b')],
  );
  expect(outline(thread)).toEqual(['a', ['b', ['c', 'd', 'o', 'e']]]);
  expect(all(thread).map(({ comment, answers }) => [comment.id, answers])).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['c', undefined],
    ['d', 'author of c'],
    ['o', undefined],
    ['e', 'author of d'],
  ]);
});

test('an answer may be older than what it answers: clocks differ', () => {
  const thread = buildThread([published('p1', 50)], [own('o1', 10, 'p1'), own('o2', 5, 'o1')]);
  expect(outline(thread)).toEqual(['p1', ['o1', ['o2']]]);
});

test('comments that answer each other in a circle begin with the oldest', () => {
  expect(outline(buildThread([published('self', 1, 'self')], []))).toEqual(['self']);
  const circle = [published('c', 3, 'b'), published('b', 2, 'a'), published('a', 1, 'c')];
  expect(outline(buildThread(circle, [own('o', 0, 'c')]))).toEqual(['a', ['b', ['o', 'c']]]);
});

test('a comment in both lists counts once, as published', () => {
  const thread = buildThread([published('x', 20)], [own('x', 10), own('y', 11, 'x')]);
  expect(outline(thread)).toEqual(['x', ['y']]);
  expect(thread[0]?.origin).toBe('published');
});

test('of one moment, the ids decide; a date that is none comes first', () => {
  const strange = { ...published('z', 1), date: 'yesterday' };
  const thread = buildThread([published('b', 1), strange, published('a', 1)], []);
  expect(outline(thread)).toEqual(['z', 'a', 'b']);
});

test('whatever answers whatever, each comment stands in the thread once', () => {
  const ids = fc.constantFrom(...'abcdefgh');
  const comment = fc.record({
    id: ids,
    minute: fc.integer({ min: 0, max: 5 }),
    parent: fc.option(ids, { nil: undefined }),
    isOwn: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(comment, { maxLength: 12 }), (comments) => {
      const make = (isOwn: boolean) => comments.filter((each) => each.isOwn === isOwn);
      const thread = buildThread(
        make(false).map(({ id, minute, parent }) => published(id, minute, parent)),
        make(true).map(({ id, minute, parent }) => own(id, minute, parent)),
      );
      const placed = all(thread);
      const expected = [...new Set(comments.map(({ id }) => id))].sort();
      expect(placed.map((node) => node.comment.id).sort()).toEqual(expected);
      expect(countComments(thread)).toBe(expected.length);
      for (const node of placed) {
        expect(node.depth).toBeLessThanOrEqual(maxDepth);
        for (const reply of node.replies) expect(reply.depth).toBe(node.depth + 1);
      }
    }),
  );
});

test('a long row of answers, and a long circle, are no trouble', () => {
  const row = Array.from({ length: 20_000 }, (_, index) =>
    published(`c${index}`, 20_000 - index, index > 0 ? `c${index - 1}` : undefined),
  );
  expect(countComments(buildThread(row, []))).toBe(20_000);
  const circle = [...row.slice(1), published('c0', 20_000, 'c19999')];
  expect(countComments(buildThread(circle, []))).toBe(20_000);
});
