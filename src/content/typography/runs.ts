/**
 * A paragraph as a row of runs. A quotation may open in plain text and close in a link, and a sign
 * may open the run after its space: the rules see the whole row.
 */
import type { Inline, Mark } from '../model.ts';

export interface Run {
  text: string;
  /** Code, or words of another language: seen as context, never changed. */
  isVerbatim?: boolean;
}

/** The texts of a paragraph in reading order. A footnote’s mark has none. */
export function runsOfInlines(inlines: readonly Inline[], isVerbatim = false): Run[] {
  return inlines.flatMap((inline) => {
    if (typeof inline === 'string') return [{ text: inline, isVerbatim }];
    if ('footnote' in inline) return [];
    if ('code' in inline) return [{ text: inline.code, isVerbatim: true }];
    if ('abbr' in inline) return [{ text: inline.abbr, isVerbatim }];
    return runsOfInlines(innerOf(inline), isVerbatim || 'foreign' in inline);
  });
}

/** The same paragraph with other texts: one for each run of `runsOfInlines`, in its order. */
export function withTexts(inlines: readonly Inline[], texts: readonly string[]): Inline[] {
  return replaced(inlines, texts.values());
}

function replaced(inlines: readonly Inline[], texts: Iterator<string>): Inline[] {
  const next = () => texts.next().value as string;
  return inlines.map((inline) => {
    if (typeof inline === 'string') return next();
    if ('footnote' in inline) return inline;
    if ('code' in inline) return { ...inline, code: next() };
    if ('abbr' in inline) return { ...inline, abbr: next() };
    const inner = replaced(innerOf(inline), texts);
    if ('link' in inline) return { ...inline, link: inner };
    if ('foreign' in inline) return { ...inline, foreign: inner };
    if ('em' in inline) return { em: inner };
    if ('strong' in inline) return { strong: inner };
    return 'sup' in inline ? { sup: inner } : { sub: inner };
  });
}

type Nesting = Exclude<Mark, { footnote: string } | { code: string } | { abbr: string }>;

function innerOf(mark: Nesting): Inline[] {
  if ('link' in mark) return mark.link;
  if ('foreign' in mark) return mark.foreign;
  if ('em' in mark) return mark.em;
  if ('strong' in mark) return mark.strong;
  return 'sup' in mark ? mark.sup : mark.sub;
}
