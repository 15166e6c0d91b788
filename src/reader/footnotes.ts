import { eachBlock, inlineRuns } from '../content/blocks.ts';
import type { Block, Inline } from '../content/model.ts';

/**
 * The number of each footnote, from 1, in the order in which the text first mentions them. Marks
 * without a note get none.
 */
export function numberFootnotes(body: readonly Block[]): Map<string, number> {
  const blocks = [...eachBlock(body)];
  const notes = new Set(
    blocks.flatMap((block) => (block.type === 'footnotes' ? block.notes.map(({ id }) => id) : [])),
  );
  const mentioned = blocks.flatMap((block) => inlineRuns(block).flatMap(footnotesIn));
  const numbered = [...new Set(mentioned)].filter((id) => notes.has(id));
  return new Map(numbered.map((id, index) => [id, index + 1]));
}

function footnotesIn(run: readonly Inline[]): string[] {
  return run.flatMap((inline) => {
    if (typeof inline === 'string') return [];
    if ('footnote' in inline) return [inline.footnote];
    return Object.values(inline).flatMap((inner: unknown) =>
      Array.isArray(inner) ? footnotesIn(inner as Inline[]) : [],
    );
  });
}
