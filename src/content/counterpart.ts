/** What stands for a block in another language version: its words, for a place right beside them. */
import { eachBlock, inlineRuns } from './blocks.ts';
import type { Block, FootnotesBlock, Inline, ParagraphBlock } from './model.ts';

/** Whether a block has words that another language can have too. A note is its title here: the blocks in it count by themselves. */
export function hasWords(block: Block): boolean {
  return block.type === 'embed' || inlineRuns(block).some((run) => run.length > 0);
}

/**
 * The counterpart of a block: the block of the same id, but of pictures, code and notes only what is
 * written on them. Undefined where there is none, or none with words.
 * @param other the body of the other version
 * @param numberOf the number that the text shows for a footnote
 * @param suffix makes ids that are not yet on the page
 */
export function counterpartOf(
  block: Block,
  other: readonly Block[],
  { numberOf, suffix }: { numberOf: (noteId: string) => number | undefined; suffix: string },
): Block[] | undefined {
  const found = [...eachBlock(other)].find(({ id }) => id === block.id);
  if (!found || !hasWords(found)) return undefined;
  const id = found.id + suffix;
  const paragraphs = (runs: readonly (readonly Inline[] | undefined)[]): ParagraphBlock[] =>
    runs.flatMap((text, index) =>
      text && text.length > 0 ? [{ id: `${id}.${index}`, type: 'paragraph', text: [...text] }] : [],
    );
  switch (found.type) {
    case 'figure':
    case 'gallery':
    case 'code':
      return paragraphs(inlineRuns(found));
    case 'note':
      return paragraphs([[{ strong: found.title ?? [] }]]);
    case 'embed':
      return paragraphs([[{ link: [found.title], href: found.url }], [found.description ?? '']]);
    case 'footnotes':
      return [{ id, type: 'list', ordered: true, items: notesInOrder(found, numberOf) }];
    default:
      return [{ ...found, id }];
  }
}

function notesInOrder(
  { notes }: FootnotesBlock,
  numberOf: (noteId: string) => number | undefined,
): { text: Inline[] }[] {
  return notes
    .map(({ id, text }) => ({ number: numberOf(id) ?? Infinity, text }))
    .sort((a, b) => a.number - b.number)
    .map(({ text }) => ({ text }));
}
