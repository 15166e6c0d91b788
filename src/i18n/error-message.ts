import type { ContentErrorKind } from '../content/errors.ts';
import type { PlainMessageKey } from './messages.ts';

/** The kinds of storage's StorageError, which this folder may not import. A test compares them. */
type StorageErrorKind = 'full' | 'blocked' | 'newer' | 'unavailable' | 'failed';

const keys = {
  offline: 'errors.offline',
  'not-found': 'errors.notFound',
  server: 'errors.server',
  invalid: 'errors.invalid',
  'newer-format': 'errors.newerFormat',
  full: 'storage.full',
  blocked: 'storage.blocked',
  newer: 'storage.newer',
  unavailable: 'storage.unavailable',
  failed: 'storage.failed',
} as const satisfies Record<ContentErrorKind | StorageErrorKind, PlainMessageKey>;

/**
 * How browsers (Chromium, Firefox, Safari) and Vite say that a part of the program could not be
 * brought. Nothing but this text tells. Why, they do not say.
 */
const missingPart = /dynamically imported|module script|preload CSS/;

/**
 * The key of the sentence that tells a reader about an error: by its `kind` for a ContentError or
 * a StorageError, a general one for anything else. Show it with `t(errorMessage(error))`.
 */
export function errorMessage(error: unknown): PlainMessageKey {
  if (!(error instanceof Error)) return 'errors.unknown';
  if (missingPart.test(error.message)) {
    return navigator.onLine ? 'errors.server' : 'errors.offline';
  }
  if (!('kind' in error)) return 'errors.unknown';
  const kind = String(error.kind);
  return Object.hasOwn(keys, kind) ? keys[kind as keyof typeof keys] : 'errors.unknown';
}
