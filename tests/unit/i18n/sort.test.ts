import { expect, test } from 'vitest';
import { sortedByName } from '../../../src/i18n/sort.ts';

const named = (fr: string, en: string) => ({ name: { fr, en } });
const tags = [
  named('Zones humides', 'Wetlands'),
  named('économie', 'Economy'),
  named('Œuvres', 'works'),
  named('Femmes', 'Women'),
  named('Défense', 'Defence'),
  named('Ours', 'Bears'),
];

test('names stand in the order of each language, whatever their accents and capitals', () => {
  expect(sortedByName(tags, 'fr').map(({ name }) => name.fr)).toEqual([
    'Défense',
    'économie',
    'Femmes',
    'Œuvres',
    'Ours',
    'Zones humides',
  ]);
  expect(sortedByName(tags, 'en').map(({ name }) => name.en)).toEqual([
    'Bears',
    'Defence',
    'Economy',
    'Wetlands',
    'Women',
    'works',
  ]);
});

test('what is sorted stays as it was', () => {
  const before = [...tags];
  sortedByName(tags, 'fr');
  expect(tags).toEqual(before);
});
