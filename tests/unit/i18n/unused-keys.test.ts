import { expect, test } from 'vitest';
import { readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { unusedKeys } from '../../../src/publish/message-use.ts';

const root = process.cwd();

test('every message is used', () => {
  expect(unusedKeys(Object.keys(readCatalogue(root).en), root)).toEqual([]);
});

test('one that is not would be found', () => {
  const unused = 'nobody.asks';
  expect(unusedKeys(['nav.home', 'settings.theme.dark', unused], root)).toEqual([unused]);
});
