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

const notLetter = '(?<!\\b(?:letters?|lettres?|an?|the|une?|les?|des?|du))';

/** The marks of rock ’n’ roll, as alternatives of a pattern without case; not those of the letter ‘n’. */
export const droppedAnd = [
  `(?<=${notLetter}[\\s-])['‘](?=n['‘’](?!\\p{L}))`,
  `(?<=${notLetter}[\\s-]['‘’]n)['‘](?!\\p{L})`,
].join('|');

/**
 * A lone hyphen between words becomes `aside`, two or three an em dash. Left: a figure after it, or a
 * figure and then a short or a capital word (10 - 3, UT1 - UTC), a single letter before (x - y), a
 * hyphen that opens a line or an option (--help).
 */
export function dashes(aside: string): Rule {
  const word = `[\\p{L}«“‘("…${mask}]`;
  const between = [
    `(?<=(?:[\\p{L}\\p{N}]\\p{L}|[…»”’!?.,)\\]%${mask}])${anySpace})-{1,3}(?=${anySpace}${word})`,
    `(?<=\\p{N}${anySpace})-{1,3}(?=${anySpace}\\p{Ll}{3})`,
    '(?<=\\p{L})-{2,3}(?=\\p{L})',
  ];
  return replacing('dash', new RegExp(between.join('|'), 'gu'), (hyphens) =>
    hyphens === '-' ? aside : '—',
  );
}
