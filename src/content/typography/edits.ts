/** What a rule of repair finds, in the words of whoever must judge it. */
export type RepairRule =
  | 'apostrophe'
  | 'dash'
  | 'doubled-space'
  | 'ellipsis'
  | 'elision-space'
  | 'guillemet-space'
  | 'quotes'
  | 'range'
  | 'sign-space'
  | 'symbol-space';

/** `was` stands at offset `at` and becomes `now`. `was` is never empty: a sign brings its space. */
export interface Edit {
  rule: RepairRule;
  at: number;
  was: string;
  now: string;
}

/** Finds edits in a text, in order, none overlapping another. Masks stand for what is no prose. */
export type Rule = (text: string) => Edit[];

/** Stands for each unit of what is no prose: code, addresses, words of another language. */
export const mask = '\ufffc';

/** Any space of a line; a class of its own pattern, to be put into others. */
export const anySpace = '[ \u00a0\u2009\u202f]';

/** A rule of one global pattern: what it matches becomes `now`. */
export function replacing(
  rule: RepairRule,
  pattern: RegExp,
  now: string | ((was: string) => string),
): Rule {
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: was, index: at }) => ({
      rule,
      at,
      was,
      now: typeof now === 'string' ? now : now(was),
    }));
}
