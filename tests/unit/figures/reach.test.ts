import { expect, test } from 'vitest';
import { figureRow, isReached } from '../../figures/reach.ts';
import { table } from '../../figures/table.ts';

const named = { name: 'LCP' };

test('a figure is reached within so many times the floor, the floor and so much, or a number', () => {
  expect(isReached({ ...named, floor: 100, ours: 110, reach: { times: 1.1 } })).toBe(true);
  expect(isReached({ ...named, floor: 100, ours: 111, reach: { times: 1.1 } })).toBe(false);
  expect(isReached({ ...named, floor: 0, ours: 30, reach: { plus: 30 } })).toBe(true);
  expect(isReached({ ...named, floor: 0, ours: 31, reach: { plus: 30 } })).toBe(false);
  expect(isReached({ ...named, ours: 0, reach: { atMost: 0 } })).toBe(true);
  expect(isReached({ ...named, ours: 1, reach: { atMost: 0 } })).toBe(false);
});

test('what could not be measured is not reached', () => {
  expect(isReached({ ...named, floor: 100, ours: NaN, reach: { times: 2 } })).toBe(false);
  expect(isReached({ ...named, ours: 1, reach: { times: 2 } })).toBe(false);
  expect(figureRow({ ...named, floor: 100, ours: NaN, reach: { times: 2 } })).toContain('?');
});

test('a figure for comparison only is neither reached nor missed', () => {
  expect(isReached({ ...named, floor: 100, ours: 500 })).toBeUndefined();
  const row = figureRow({ ...named, floor: 100, ours: 500 });
  expect(row).toEqual(['LCP', '100', '500', '5.00x', '–', '–']);
});

test('a row says floor, ours, their ratio, what to reach and whether it is', () => {
  const row = figureRow({ ...named, floor: 200, ours: 500, reach: { times: 1.5 } });
  expect(row).toEqual(['LCP', '200', '500', '2.50x', '1.5x', 'NO']);
  const without = figureRow({ name: 'kB', ours: 39.94, digits: 1, reach: { atMost: 40 } });
  expect(without).toEqual(['kB', '–', '39.9', '–', '40', 'yes']);
});

test('columns line up', () => {
  const rows = [
    ['', 'ms'],
    ['LCP', '1200'],
  ];
  expect(table(rows)).toBe('        ms\nLCP   1200');
});
