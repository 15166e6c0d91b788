/** Repairs that French and English share. */
import { anySpace, mask, replacing, type Rule } from './edits.ts';

/** Three dots of a sentence; not `../`, not 1...5, nor a longer row of them. */
export const ellipsis = replacing('ellipsis', /(?<![./\\])\.{3}(?![./\\\d])/g, '…');

/** One space is left, and a line still does not end at it where it did not. */
export const doubledSpaces = replacing(
  'doubled-space',
  new RegExp(`${anySpace}{2,}`, 'g'),
  (found) => ['\u202f', '\u00a0', '\u2009'].find((space) => found.includes(space)) ?? ' ',
);

/**
 * A lone hyphen between words becomes `aside`, two or three an em dash. Left: a figure at either
 * side (10 - 3), a single letter before (x - y), a hyphen that opens a line or an option (--help).
 */
export function dashes(aside: string): Rule {
  const before = `(?:[\\p{L}\\p{N}]\\p{L}|[…»”’!?.,)\\]%${mask}])`;
  const between = `(?<=${before}${anySpace})-{1,3}(?=${anySpace}[\\p{L}«“‘("…${mask}])`;
  const tight = '(?<=\\p{L})-{2,3}(?=\\p{L})';
  return replacing('dash', new RegExp(`${between}|${tight}`, 'gu'), (hyphens) =>
    hyphens === '-' ? aside : '—',
  );
}
