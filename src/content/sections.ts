import type { Section } from './model.ts';

/** Every section of the tree, parents before their children. */
export function* eachSection(sections: readonly Section[]): Generator<Section> {
  for (const section of sections) {
    yield section;
    yield* eachSection(section.sections ?? []);
  }
}

/** From the top of the tree down to the section, both included; empty when there is none. */
export function sectionTrail(sections: readonly Section[], id: string): Section[] {
  for (const section of sections) {
    if (section.id === id) return [section];
    const below = sectionTrail(section.sections ?? [], id);
    if (below.length > 0) return [section, ...below];
  }
  return [];
}
