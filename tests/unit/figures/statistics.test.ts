import { expect, test } from 'vitest';
import { firstFreeMoment, median, percentile, totalBlockingMs } from '../../figures/statistics.ts';

test('the median is the middle one, whatever the order and the number of digits', () => {
  expect(median([100, 9, 20])).toBe(20);
  expect(median([4, 1, 3, 2])).toBe(3);
  expect(median([])).toBeNaN();
});

test('no more than a share of the values are above a percentile', () => {
  const values = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect(percentile(values, 0.95)).toBe(95);
  expect(percentile([3, 1], 0.95)).toBe(3);
  expect(percentile([1], 0)).toBe(1);
  expect(percentile([], 0.95)).toBeNaN();
});

test('a task blocks by what it has over 50 ms', () => {
  expect(totalBlockingMs([{ start: 100, end: 150 }], 0, 1000)).toBe(0);
  expect(totalBlockingMs([{ start: 100, end: 180 }], 0, 1000)).toBe(30);
  const two = [
    { start: 100, end: 180 },
    { start: 300, end: 450 },
  ];
  expect(totalBlockingMs(two, 0, 1000)).toBe(130);
});

test('only what lies between the first paint and the end counts', () => {
  const task = [{ start: 100, end: 400 }];
  expect(totalBlockingMs(task, 200, 1000)).toBe(200);
  expect(totalBlockingMs(task, 0, 300)).toBe(150);
  expect(totalBlockingMs(task, 500, 1000)).toBe(0);
  expect(totalBlockingMs(task, 0, 120)).toBe(0);
});

test('a page that is ready in the middle of a task is free after it', () => {
  const tasks = [
    { start: 260, end: 400 },
    { start: 100, end: 260 },
    { start: 500, end: 600 },
  ];
  expect(firstFreeMoment(150, tasks)).toBe(400);
  expect(firstFreeMoment(50, tasks)).toBe(50);
  expect(firstFreeMoment(400, tasks)).toBe(400);
  expect(firstFreeMoment(NaN, tasks)).toBeNaN();
});
