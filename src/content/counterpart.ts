/** What stands for a block in another language version: its words, for a place right beside them. */
import { inlineRuns, noteParts } from './blocks.ts';
import type { Block, FootnotesBlock, Inline, ParagraphBlock } from './model.ts';

/** Whether a block has words that another language can have too. What a note holds counts by itself, its title too. */
export function hasWords(block: Block): boolean {
  if (block.type === 'note') return false;
  return block.type === 'embed' || inlineRuns(block).some((run) => run.length > 0);
}

/** Every block that is shown, those that notes are made of too. */
export function* eachShown(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'note') yield* eachShown(noteParts(block));
  }
}

/**
 * The counterpart of a block: the block of the same id, but of pictures and code only what is written
 * on them. Undefined where there is none, or none with words.
 * @param other the body of the other version
 * @param numberOf the number that the text shows for a footnote
 * @param suffix makes ids that are not yet on the page
 */
export function counterpartOf(
  block: Block,
  other: readonly Block[],
  { numberOf, suffix }: { numberOf: (noteId: string) => number | undefined; suffix: string },
): Block[] | undefined {
  const found = [...eachShown(other)].find(({ id }) => id === block.id);
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
