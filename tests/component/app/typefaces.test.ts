import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bringTypefaces, useTypefaces } from '../../../src/app/typefaces.ts';
import '../../../src/ui/fonts.css';

const isUsed = () => 'typefaces' in document.documentElement.dataset;
const onDevice = () => localStorage.getItem('liseuse.typefaces');

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  delete document.documentElement.dataset['typefaces'];
});

test('what could not be brought is neither noted nor used', async () => {
  vi.spyOn(document.fonts, 'load').mockRejectedValue(new Error('no network'));
  await expect(bringTypefaces()).rejects.toThrow('no network');
  useTypefaces();
  expect(onDevice()).toBeNull();
  expect(isUsed()).toBe(false);
});

test('once they are on the device, they are noted for the next start and used for the next page', async () => {
  await bringTypefaces();
  expect(onDevice()).toBe('1');
  expect(isUsed()).toBe(false);
  useTypefaces();
  expect(isUsed()).toBe(true);
});

test('a browser that keeps nothing uses them all the same', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('kept out');
  });
  await bringTypefaces();
  useTypefaces();
  expect(isUsed()).toBe(true);
});
