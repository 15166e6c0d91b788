import { eachBlock, inlineRuns } from '../content/blocks.ts';
import type { Block, Inline, Mark } from '../content/model.ts';

type FootnoteMark = Extract<Mark, { footnote: string }>;

/**
 * The number of each footnote, from 1, in the order in which the text first mentions them. Marks
 * without a note get none.
 */
export function numberFootnotes(body: readonly Block[]): Map<string, number> {
  const blocks = [...eachBlock(body)];
  const notes = new Set(
    blocks.flatMap((block) => (block.type === 'footnotes' ? block.notes.map(({ id }) => id) : [])),
  );
  const numbered = [...firstMarks(body).keys()].filter((id) => notes.has(id));
  return new Map(numbered.map((id, index) => [id, index + 1]));
}

/** Of the marks of each note the first, by the note’s id: where the note leads back to. */
export function firstMarks(body: readonly Block[]): Map<string, FootnoteMark> {
  const marks = [...eachBlock(body)].flatMap((block) => inlineRuns(block).flatMap(marksIn));
  const first = new Map<string, FootnoteMark>();
  for (const mark of marks) if (!first.has(mark.footnote)) first.set(mark.footnote, mark);
  return first;
}

function marksIn(run: readonly Inline[]): FootnoteMark[] {
  return run.flatMap((inline) => {
    if (typeof inline === 'string') return [];
    if ('footnote' in inline) return [inline];
    return Object.values(inline).flatMap((inner: unknown) =>
      Array.isArray(inner) ? marksIn(inner as Inline[]) : [],
    );
  });
}
