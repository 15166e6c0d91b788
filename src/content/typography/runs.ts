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
export function runsOfInlines(inlines: readonly Inline[]): Run[] {
  const runs: Run[] = [];
  const gather = (inlines: readonly Inline[], isVerbatim: boolean) => {
    for (const inline of inlines) {
      if (typeof inline === 'string') runs.push({ text: inline, isVerbatim });
      else if ('code' in inline) runs.push({ text: inline.code, isVerbatim: true });
      else if ('abbr' in inline) runs.push({ text: inline.abbr, isVerbatim });
      else if (!('footnote' in inline)) gather(innerOf(inline), isVerbatim || 'foreign' in inline);
    }
  };
  gather(inlines, false);
  return runs;
}

/** The same paragraph with other texts: one for each run of `runsOfInlines`, in its order. */
export function withTexts(inlines: readonly Inline[], texts: readonly string[]): Inline[] {
  let count = 0;
  const next = () => texts[count++] as string;
  const replaced = (inlines: readonly Inline[]): Inline[] =>
    inlines.map((inline) => {
      if (typeof inline === 'string') return next();
      if ('footnote' in inline) return inline;
      if ('code' in inline) return { ...inline, code: next() };
      if ('abbr' in inline) return { ...inline, abbr: next() };
      const inner = replaced(innerOf(inline));
      if ('link' in inline) return { ...inline, link: inner };
      if ('foreign' in inline) return { ...inline, foreign: inner };
      if ('em' in inline) return { em: inner };
      if ('strong' in inline) return { strong: inner };
      return 'sup' in inline ? { sup: inner } : { sub: inner };
    });
  return replaced(inlines);
}

type Nesting = Exclude<Mark, { footnote: string } | { code: string } | { abbr: string }>;

function innerOf(mark: Nesting): Inline[] {
  if ('link' in mark) return mark.link;
  if ('foreign' in mark) return mark.foreign;
  if ('em' in mark) return mark.em;
  if ('strong' in mark) return mark.strong;
  return 'sup' in mark ? mark.sup : mark.sub;
}
