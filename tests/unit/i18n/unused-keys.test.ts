import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { namesMessage } from '../../support/message-use.ts';

/** Code that may name a key: all of src but the locale files and the types made from them. */
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('message-types.d.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

test('every message is used', () => {
  const unused = Object.keys(readCatalogue(process.cwd()).en).filter(
    (key) => !namesMessage(code, key),
  );
  expect(unused).toEqual([]);
});
