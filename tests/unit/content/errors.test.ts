import { expect, test } from 'vitest';
import { ContentError } from '../../../src/content/errors.ts';

test('an error without issues still says what it is about', () => {
  expect(new ContentError('offline', 'front.json').message).toBe('front.json: offline');
});
