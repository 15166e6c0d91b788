import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCatalogue } from '../../../src/publish/message-catalogue.ts';

/** Code that may name a key: all of src but the locale files and the types made from them. */
const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('message-types.d.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

/** Named whole, 'saved.title', or by a template, `settings.theme.${theme}`. */
function isUsed(key: string): boolean {
  if (["'", '"', '`'].some((quote) => code.includes(quote + key + quote))) return true;
  const start = key.slice(0, key.lastIndexOf('.') + 1);
  return code.includes(`\`${start}\${`);
}

test('every message is used', () => {
  const unused = Object.keys(readCatalogue(process.cwd()).en).filter((key) => !isUsed(key));
  expect(unused).toEqual([]);
});
