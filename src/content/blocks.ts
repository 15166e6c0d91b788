import type { Block, Inline, NestedList, NoteBlock, Picture } from './model.ts';

/** Every block in reading order, those inside notes after the note that holds them. */
export function* eachBlock(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'note') yield* eachBlock(block.blocks);
  }
}

/** What a note shows: its title is the first of its blocks, with a place of its own like the others. */
export function noteParts({ id, title, blocks }: NoteBlock): Block[] {
  return title ? [{ id: `${id}-title`, type: 'paragraph', text: title }, ...blocks] : blocks;
}

/** The pictures a body shows, in reading order. */
export function picturesOfBlocks(blocks: readonly Block[]): Picture[] {
  return [...eachBlock(blocks)].flatMap((block) => {
    if (block.type === 'figure') return [block];
    return block.type === 'gallery' ? block.images : [];
  });
}

/** Every run of inline text in a block, in reading order; a note’s blocks are not entered. */
export function inlineRuns(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'quote':
      return [block.text, block.cite ?? []];
    case 'list':
      return runsOfList(block);
    case 'figure':
      return [block.caption ?? []];
    case 'gallery':
      return [...block.images.map(({ caption }) => caption ?? []), block.caption ?? []];
    case 'table':
      return [block.caption ?? [], ...(block.head ?? []), ...block.rows.flat()];
    case 'code':
      return [block.caption ?? []];
    case 'note':
      return [block.title ?? []];
    case 'footnotes':
      return block.notes.map(({ text }) => text);
    case 'embed':
    case 'divider':
    case 'unknown':
      return [];
  }
}

function runsOfList(list: NestedList): Inline[][] {
  return list.items.flatMap(({ text, list: nested }) => [
    text,
    ...(nested ? runsOfList(nested) : []),
  ]);
}
