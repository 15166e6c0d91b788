/** The tables of cases as rows that vitest names. */
import type { TypographyLocale } from '../../../../src/content/typography/spaces.ts';
import type { Table } from './space-cases.ts';

interface Row {
  locale: TypographyLocale;
  rule: string;
  cases: { before: string; after: string }[];
}

export function rowsOf(table: Table): Row[] {
  return Object.entries(table).flatMap(([locale, rules]) =>
    Object.entries(rules).map(([rule, cases]) => ({
      locale: locale as TypographyLocale,
      rule,
      cases: cases.map((each) => {
        const [before, after] = typeof each === 'string' ? [each, each] : each;
        return { before: written(before), after: written(after) };
      }),
    })),
  );
}

/** Spaces that cannot be told apart by eye, drawn and undrawn. */
export const drawn = (text: string) => text.replace(/\u00a0/g, '~').replace(/\u202f/g, '_');
const written = (text: string) => text.replace(/~/g, '\u00a0').replace(/_/g, '\u202f');
