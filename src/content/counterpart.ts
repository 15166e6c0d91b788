/** What stands for a block in another language version: its words, for a place right beside them. */
import { inlineRuns, noteParts } from './blocks.ts';
import type { Block, Footnote, Inline, Mark, ParagraphBlock } from './model.ts';

type FootnoteMark = Extract<Mark, { footnote: string }>;

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

interface Place {
  /** The number that the page shows for a footnote. */
  numberOf: (noteId: string) => number | undefined;
  /** Makes ids that are not yet on the page, of blocks and of footnotes. */
  suffix: string;
  /** What stands for a footnote’s mark. */
  markFor: (mark: FootnoteMark) => Inline;
}

/**
 * The counterpart of a block: the block of the same id, but of pictures and code only what is written
 * on them. Undefined where there is none, or none with words.
 * @param other the body of the other version
 */
export function counterpartOf(
  block: Block,
  other: readonly Block[],
  place: Place,
): Block[] | undefined {
  const found = [...eachShown(other)].find(({ id }) => id === block.id);
  return found && hasWords(found) ? withMarks(wordsOf(found, place), place.markFor) : undefined;
}

function wordsOf(found: Block, { numberOf, suffix }: Place): Block[] {
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
    case 'footnotes': {
      const rank = (note: Footnote) => numberOf(note.id) ?? Infinity;
      const notes = [...found.notes].sort((a, b) => rank(a) - rank(b));
      return [{ ...found, id, notes: notes.map((note) => ({ ...note, id: note.id + suffix })) }];
    }
    default:
      return [{ ...found, id }];
  }
}

/** A copy in which something else stands for each footnote’s mark, however deep. */
function withMarks<Part>(part: Part, markFor: Place['markFor']): Part;
function withMarks(part: unknown, markFor: Place['markFor']): unknown {
  if (Array.isArray(part)) return part.map((each) => withMarks(each as unknown, markFor));
  if (typeof part !== 'object' || part === null) return part;
  if ('footnote' in part) return markFor(part as FootnoteMark);
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [key, withMarks(inner as unknown, markFor)]),
  );
}
