import { describe, expect, test } from 'vitest';
import type { Section } from '../../../src/content/model.ts';
import { eachSection, sectionTrail } from '../../../src/content/sections.ts';

describe('sections', () => {
  const section = (id: string, sections?: Section[]): Section => ({
    id,
    slug: { fr: id, en: id },
    name: { fr: id, en: id },
    sections,
  });
  const tree = [section('a', [section('b', [section('c')]), section('d')]), section('e')];
  const ids = (sections: Iterable<Section>) => [...sections].map(({ id }) => id);

  test('are walked parents first', () => {
    expect(ids(eachSection(tree))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test.each([
    ['c', ['a', 'b', 'c']],
    ['d', ['a', 'd']],
    ['e', ['e']],
    ['x', []],
  ])('the way to %s is %j', (id, trail) => {
    expect(ids(sectionTrail(tree, id))).toEqual(trail);
  });
});
