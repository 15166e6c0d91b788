/**
 * How far the reader has come in each article, whichever language it was read in. In localStorage:
 * what is written while a page goes must be there when it has gone (decision 0011).
 */
import { positionsKey } from './position-hint.ts';

/** A place in the text. */
export interface ReadingPosition {
  /** Id of the block and of those before it, nearest first: one language may lack the block. */
  blocks: string[];
  /** How much of the block has been read, from 0 to 1. */
  share: number;
}

type Entry = [articleId: string, blocks: string[], share: number];

/** Of the articles read last; some 10 kB. */
const kept = 100;

export function positionIn(articleId: string): ReadingPosition | undefined {
  const entry = readEntries().find(([id]) => id === articleId);
  return entry && { blocks: entry[1], share: entry[2] };
}

export function keepPosition(articleId: string, { blocks, share }: ReadingPosition): void {
  const others = readEntries().filter(([id]) => id !== articleId);
  writeEntries(
    [[articleId, blocks, Number(share.toFixed(4))], ...others].slice(0, kept) as Entry[],
  );
}

export function dropPosition(articleId: string): void {
  const entries = readEntries();
  const others = entries.filter(([id]) => id !== articleId);
  if (others.length < entries.length) writeEntries(others);
}

/** Read anew each time: another tab may have written. Newest first. */
function readEntries(): Entry[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(positionsKey) ?? '[]');
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    // Not ours, or a browser that keeps nothing.
    return [];
  }
}

function writeEntries(entries: readonly Entry[]): void {
  try {
    localStorage.setItem(positionsKey, JSON.stringify(entries));
  } catch {
    // A browser that keeps nothing, or is full: the article begins at its beginning.
  }
}

function isEntry(found: unknown): found is Entry {
  if (!Array.isArray(found)) return false;
  const [id, blocks, share] = found as unknown[];
  return (
    typeof id === 'string' &&
    Array.isArray(blocks) &&
    blocks.every((block) => typeof block === 'string') &&
    typeof share === 'number' &&
    share >= 0 &&
    share <= 1
  );
}
