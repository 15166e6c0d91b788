import type { Localized, Section } from './model.ts';

/** Whether a name, in any language, holds what was typed: « defense » finds « Défense », and so does "defence". */
export function isNamed({ name }: { name: Localized }, typed: string): boolean {
  return Object.values(name).some((each) => folded(each).includes(folded(typed.trim())));
}

/** The part of a tree with sections so named: with all that stand below them, and those they stand in. */
export function sectionsNamed(sections: readonly Section[], typed: string): Section[] {
  return sections.flatMap((section) => {
    if (isNamed(section, typed)) return [section];
    const below = sectionsNamed(section.sections ?? [], typed);
    return below.length > 0 ? [{ ...section, sections: below }] : [];
  });
}

/** As nobody would type it otherwise: without accents, capitals and joined letters. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");
}
