import { expect, onTestFinished, test, vi } from 'vitest';
import { ContentError, type ContentErrorKind } from '../../../src/content/errors.ts';
import { errorMessage } from '../../../src/i18n/error-message.ts';
import { StorageError, type StorageErrorKind } from '../../../src/storage/errors.ts';

// Records, so that a new kind fails the type check here until it has words.
const contentKinds: Record<ContentErrorKind, string> = {
  offline: 'errors.offline',
  'not-found': 'errors.notFound',
  server: 'errors.server',
  invalid: 'errors.invalid',
  'newer-format': 'errors.newerFormat',
};
const storageKinds: Record<StorageErrorKind, string> = {
  full: 'storage.full',
  blocked: 'storage.blocked',
  newer: 'storage.newer',
  unavailable: 'storage.unavailable',
  failed: 'storage.failed',
};

test.each(Object.entries(contentKinds))('content: %s', (kind, key) => {
  expect(errorMessage(new ContentError(kind as ContentErrorKind, 'site.json'))).toBe(key);
});

test.each(Object.entries(storageKinds))('storage: %s', (kind, key) => {
  expect(errorMessage(new StorageError(kind as StorageErrorKind, 'test'))).toBe(key);
});

test.each([
  [new Error('x')],
  ['a string'],
  [undefined],
  [Object.assign(new Error('x'), { kind: 'constructor' })],
])('anything else gets the general sentence', (error) => {
  expect(errorMessage(error)).toBe('errors.unknown');
});

test.each([
  'Failed to fetch dynamically imported module: https://news.example/assets/a.js',
  'error loading dynamically imported module: https://news.example/assets/a.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/a.css',
])('a part of the program that cannot be had, in the words of a browser: %s', (message) => {
  onTestFinished(() => void vi.unstubAllGlobals());
  vi.stubGlobal('navigator', { onLine: false });
  expect(errorMessage(new TypeError(message))).toBe('errors.offline');
  vi.stubGlobal('navigator', { onLine: true });
  expect(errorMessage(new TypeError(message))).toBe('errors.server');
});
