/** Typography in one file of an edition: what is wrong in it, and the file as it should be. */
import { isLanguage, type Locales } from '../content/language.ts';
import type { Inline } from '../content/model.ts';
import { formatPath } from '../content/parse.ts';
import {
  typographyLocale,
  withProse,
  type Change,
  type Keys,
} from '../content/typography/prose.ts';
import { repairRuns } from '../content/typography/repair.ts';
import { runsOfInlines, withTexts } from '../content/typography/runs.ts';
import { jsonStrings } from './json-strings.ts';

/** What a rule has found, in words for whoever must judge it. */
export interface Finding {
  /** `versions.fr.body[3].text` */
  path: string;
  rule: string;
  was: string;
  now: string;
  /** The text around it, as it is written. */
  around: string;
}

/** How much of a text is shown before and after what is wrong in it. */
const reach = 16;

/**
 * The findings in a sound file, and its text with all of them mended: nothing else in it is changed,
 * white space and order neither. What was mended has no findings.
 * @param source an article, comments or site.json, as it is written
 */
export function repairFile(
  source: string,
  locales?: Locales,
): { findings: Finding[]; source: string } {
  const findings: Finding[] = [];
  const repair: Change = (inlines, locale, at) => {
    const runs = runsOfInlines(inlines);
    const { texts, repairs } = repairRuns(runs, locale);
    for (const { rule, run, at: offset, was, now } of repairs) {
      const text = runs[run]?.text ?? '';
      const around = text.slice(Math.max(0, offset - reach), offset + was.length + reach);
      findings.push({ path: formatPath(at), rule, was, now, around });
    }
    return withTexts(inlines, texts);
  };
  const document: unknown = JSON.parse(source);
  const repaired = withComments(withProse(document, locales, repair), locales, repair);
  return { findings, source: withStrings(source, repaired) };
}

/** A comment is in the language it names. Each of its lines is a paragraph of its own. */
function withComments(document: unknown, locales: Locales | undefined, repair: Change): unknown {
  const { comments } = document as { comments?: { language: unknown; text: string }[] };
  if (!comments) return document;
  const repaired = comments.map(({ language, text, ...comment }, index) => {
    const locale = isLanguage(language) ? typographyLocale(language, locales) : undefined;
    if (!locale) return { ...comment, language, text };
    const at: Keys = ['comments', index, 'text'];
    const lineOf = (line: string): Inline | undefined => repair([line], locale, at)[0];
    return { ...comment, language, text: text.split('\n').map(lineOf).join('\n') };
  });
  return { ...(document as object), comments: repaired };
}

/** The source with each string that differs from the one at its place in the document replaced. */
function withStrings(source: string, document: unknown): string {
  // Who writes `\u202f` for what is not ASCII goes on to do so.
  const isAscii = /\\u/.test(source) && !/[^\0-\x7f]/.test(source);
  let written = '';
  let end = 0;
  for (const { keys, at, literal } of jsonStrings(source)) {
    const now = keys.reduce<unknown>(
      (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
      document,
    );
    if (typeof now !== 'string' || now === JSON.parse(literal)) continue;
    written += source.slice(end, at) + (isAscii ? ascii(now) : JSON.stringify(now));
    end = at + literal.length;
  }
  return written + source.slice(end);
}

function ascii(text: string): string {
  return JSON.stringify(text).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
