import compile from 'icu-minify/compile';
import type { Language } from '../content/language.ts';

/** icu-minify's numbers for the nodes that carry a style (its types.ts). */
const numberNode = 4;
const dateNode = 5;
const timeNode = 6;

/**
 * The named styles of the real intl-messageformat, spelled out: icu-minify knows none, and keeps
 * dates and times in one table, where `short` would have to mean both.
 */
const styles: Record<number, Record<string, object>> = {
  [numberNode]: {
    integer: { maximumFractionDigits: 0 },
    percent: { style: 'percent' },
  },
  [dateNode]: {
    short: { month: 'numeric', day: 'numeric', year: '2-digit' },
    medium: { month: 'short', day: 'numeric', year: 'numeric' },
    long: { month: 'long', day: 'numeric', year: 'numeric' },
    full: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
  },
  [timeNode]: {
    short: { hour: 'numeric', minute: 'numeric' },
    medium: { hour: 'numeric', minute: 'numeric', second: 'numeric' },
  },
};

/**
 * An ICU message as the string that the app's dictionary holds: plain text where there are no
 * arguments, else `LANGUAGE\u0000JSON`. A string, because svelte-i18n accepts nothing else; with
 * the language in it, because svelte-i18n keeps one formatter for each text, and two languages
 * with the same text would share the first one's plurals and dates.
 * Throws an Error for bad ICU syntax, a plural offset or an unknown named style.
 */
export function compileMessage(language: Language, message: string): string {
  const compiled = compile(message);
  if (typeof compiled === 'string') return compiled;
  return `${language}\u0000${JSON.stringify(compiled.map(withStyle))}`;
}

/** A node of icu-minify's tree with its named style, or those inside it, spelled out. */
function withStyle(node: unknown): unknown {
  if (!Array.isArray(node)) return node;
  const [name, type, detail] = node as [unknown, unknown, unknown];
  if (typeof name !== 'string' || typeof type !== 'number') return node;
  if (type in styles) return [name, type, ...styleOf(type, detail)];
  const options = Object.entries(detail as Record<string, unknown>).map(([option, branch]) => [
    option,
    Array.isArray(branch) ? branch.map(withStyle) : branch,
  ]);
  return [name, type, Object.fromEntries(options) as unknown];
}

function styleOf(type: number, style: unknown): object[] {
  if (typeof style === 'object' && style !== null) return [style];
  if (style === undefined && type !== timeNode) return [];
  // A bare {when, time} would come out as a date.
  const known = styles[type]?.[String(style ?? 'medium')];
  if (known === undefined) throw new Error(`unknown style "${String(style)}"`);
  return [known];
}
