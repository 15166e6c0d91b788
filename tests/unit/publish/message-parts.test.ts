import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { partOf } from '../../../src/publish/message-parts.ts';

const keys = Object.keys(readCatalogue(process.cwd()).en);
const areaOf = (key: string) => key.split('.')[0];

test.each([
  ['comments.send', 'later'],
  ['myComments.title', 'later'],
  ['settings.theme.dark', 'later'],
  ['update.offer', 'later'],
  ['nav.main', 'start'],
  ['shell.retry', 'shell'],
  ['states.loading', 'start'],
  // An area is the whole first word.
  ['commentsOnSomethingElse.a', 'start'],
  ['article.comments', 'start'],
])('%s is of the part “%s”', (key, part) => {
  expect(partOf(key)).toBe(part);
});

describe('the messages', () => {
  test('are in all parts, each area in one', () => {
    const parts = new Map(keys.map((key) => [areaOf(key), partOf(key)]));
    expect(new Set(parts.values())).toEqual(new Set(['start', 'later', 'shell']));
    for (const key of keys) expect(partOf(key)).toBe(parts.get(areaOf(key)));
  });

  test('that come later are worth a part of their own', () => {
    const later = keys.filter((key) => partOf(key) === 'later');
    expect(later.length).toBeGreaterThan(keys.length / 4);
    // One that has gone is no area any more.
    for (const area of ['comments', 'myComments', 'position', 'settings', 'update']) {
      expect(later.map(areaOf)).toContain(area);
    }
  });
});
