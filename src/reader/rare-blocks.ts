import { eachBlock } from '../content/blocks.ts';
import { languages } from '../content/language.ts';
import type { Article, CodeBlock, EmbedBlock, GalleryBlock, TableBlock } from '../content/model.ts';
import { lazy } from '../lib/lazy.ts';

/** Blocks that few articles have: a part of the program of its own draws them. */
export type RareBlock = CodeBlock | EmbedBlock | GalleryBlock | TableBlock;

const rareTypes: readonly string[] = [
  'code',
  'embed',
  'gallery',
  'table',
] satisfies RareBlock['type'][];

export const rareBlocks = lazy(() => import('./blocks/rare-blocks.ts'));

export function hasRareBlocks({ versions }: Article): boolean {
  const bodies = languages.flatMap((language) => versions[language]?.body ?? []);
  return [...eachBlock(bodies)].some(({ type }) => rareTypes.includes(type));
}

/**
 * Brings what is needed to draw an article, so that it is drawn whole. Never rejects: where that
 * part cannot be had, its blocks say so, and the rest can be read.
 */
export async function loadBlocksOf(article: Article): Promise<void> {
  if (hasRareBlocks(article)) await rareBlocks.load().catch(() => undefined);
}
