import { expect, test } from 'vitest';
import { parseMessages, readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { checkCatalogue, faultLine } from '../../../src/publish/message-faults.ts';

const catalogue = readCatalogue(process.cwd());

test('nothing is wrong with the messages', () => {
  expect(checkCatalogue(catalogue).map(faultLine)).toEqual([]);
});

test('keys are area.thing', () => {
  const odd = Object.keys(catalogue.fr).filter((key) => !/^[a-z]\w*(\.[a-z]\w*)+$/i.test(key));
  expect(odd).toEqual([]);
});

test('both files list their keys in the same order', () => {
  expect(Object.keys(catalogue.en)).toEqual(Object.keys(catalogue.fr));
});

test.each([
  ['{\n"a.b": "x",\n"a.b": "y"\n}', /fr\.json: a\.b: given twice/],
  ['{"a.b": 1}', /fr\.json: a\.b: expected a string/],
  ['{', /fr\.json: /],
])('refuses the file %s', (source, problem) => {
  expect(() => parseMessages(source, 'fr.json')).toThrow(problem);
});
