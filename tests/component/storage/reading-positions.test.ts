import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { mayHavePosition } from '../../../src/storage/position-hint.ts';
import { dropPosition, keepPosition, positionIn } from '../../../src/storage/reading-positions.ts';

const key = 'liseuse.positions';
const half = { blocks: ['b7', 'b6'], share: 0.5 };

beforeEach(() => localStorage.removeItem(key));

test('the last position in an article is the one that counts', () => {
  expect(mayHavePosition('tides')).toBe(false);
  keepPosition('tides', half);
  keepPosition('moon', { blocks: ['b1'], share: 0 });
  keepPosition('tides', { ...half, share: 0.75 });
  expect(positionIn('tides')).toEqual({ ...half, share: 0.75 });
  expect(mayHavePosition('tides')).toBe(true);

  dropPosition('tides');
  expect(positionIn('tides')).toBeUndefined();
  expect(mayHavePosition('tides')).toBe(false);
  expect(positionIn('moon')).toEqual({ blocks: ['b1'], share: 0 });
});

test('of many articles those read last are kept', () => {
  for (let number = 0; number < 300; number += 1) keepPosition(`a-${number}`, half);
  expect(positionIn('a-299')).toEqual(half);
  expect(positionIn('a-200')).toEqual(half);
  expect(positionIn('a-199')).toBeUndefined();
  expect(localStorage.getItem(key)!.length).toBeLessThan(10_000);
});

test.each([
  '{',
  'null',
  '7',
  '{"tides":1}',
  '["tides"]',
  '[["tides"]]',
  '[["tides",["b1"]]]',
  '[["tides","b1",0.5]]',
  '[["tides",[1],0.5]]',
  '[["tides",["b1"],7]]',
  '[["tides",["b1"],"0.5"]]',
])('what is broken is no position, and is in nobody’s way: %s', (text) => {
  localStorage.setItem(key, text);
  expect(positionIn('tides')).toBeUndefined();
  expect(() => dropPosition('tides')).not.toThrow();
  keepPosition('tides', half);
  expect(positionIn('tides')).toEqual(half);
});

test('beside what is broken, the others stay', () => {
  localStorage.setItem(key, '[7,["moon",["b2"],0.25],["tides"]]');
  expect(positionIn('moon')).toEqual({ blocks: ['b2'], share: 0.25 });
});

test('a browser that keeps nothing does not fail', () => {
  for (const method of ['getItem', 'setItem'] as const) {
    const spy = vi.spyOn(Storage.prototype, method).mockImplementation(() => {
      throw new DOMException('Refused', 'SecurityError');
    });
    onTestFinished(() => spy.mockRestore());
  }
  expect(() => keepPosition('tides', half)).not.toThrow();
  expect(positionIn('tides')).toBeUndefined();
  expect(mayHavePosition('tides')).toBe(false);
  expect(() => dropPosition('tides')).not.toThrow();
});
