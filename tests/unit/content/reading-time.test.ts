import { expect, test } from 'vitest';
import { readingMinutes } from '../../../src/content/reading-time.ts';

test.each([
  [0, { from: 1, to: 1 }],
  [120, { from: 1, to: 1 }],
  [600, { from: 2, to: 3 }],
  [1_200, { from: 5, to: 6 }],
  [10_000, { from: 40, to: 53 }],
])('%i words take %j minutes', (words, minutes) => {
  expect(readingMinutes(words)).toEqual(minutes);
});
