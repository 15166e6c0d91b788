import { describe, expect, test } from 'vitest';
import { isNamed, sectionsNamed } from '../../../src/content/find-by-name.ts';
import type { Section } from '../../../src/content/model.ts';

const defence = { fr: 'Sécurité et défense', en: 'Security and defence' };

test.each([
  ['defense', defence],
  ['DÉFENSE', defence],
  ['defence', defence],
  ['  sécu ', defence],
  ['', defence],
  ['coeur', { fr: 'Cœur et poumons', en: 'Heart and lungs' }],
  ["l'eau", { fr: 'L’eau', en: 'Water' }],
  ['l’eau', { fr: "L'eau", en: 'Water' }],
])('“%s” finds %o', (typed, name) => {
  expect(isNamed({ name }, typed)).toBe(true);
});

test.each(['défensive', 'science', '.*', 'sécurité défense'])('“%s” does not find it', (typed) => {
  expect(isNamed({ name: defence }, typed)).toBe(false);
});

describe('a tree of sections', () => {
  const section = (id: string, sections?: Section[]): Section => ({
    id,
    slug: { fr: id, en: id },
    name: { fr: id, en: id },
    sections,
  });
  const tree = [section('news', [section('europe'), section('asia')]), section('science')];
  const shape = (sections: Section[]): unknown[] =>
    sections.map(({ id, sections }) => (sections ? [id, shape(sections)] : id));

  test.each([
    ['', [['news', ['europe', 'asia']], 'science']],
    ['euro', [['news', ['europe']]]],
    ['news', [['news', ['europe', 'asia']]]],
    ['scie', ['science']],
    ['sport', []],
  ])('keeps for “%s” what is so named and where it stands', (typed, expected) => {
    expect(shape(sectionsNamed(tree, typed))).toEqual(expected);
  });
});
