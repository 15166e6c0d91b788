import { eachBlock, inlineRuns } from './blocks.ts';
import type { Block, Inline } from './model.ts';

/** Inline text without its marks. A footnote’s mark has no text of its own. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map(textOfInline).join('');
}

function textOfInline(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  if ('code' in inline) return inline.code;
  if ('abbr' in inline) return inline.abbr;
  if ('footnote' in inline) return '';
  if ('link' in inline) return plainText(inline.link);
  if ('foreign' in inline) return plainText(inline.foreign);
  if ('em' in inline) return plainText(inline.em);
  if ('strong' in inline) return plainText(inline.strong);
  if ('sup' in inline) return plainText(inline.sup);
  return plainText(inline.sub);
}

/** The running text of a body, a line for each run. */
export function plainTextOfBlocks(blocks: readonly Block[]): string {
  return [...eachBlock(blocks)]
    .flatMap((block) => inlineRuns(block).map(plainText))
    .filter(Boolean)
    .join('\n');
}

/** “L’aujourd’hui” and “vingt-et-un” count once, as a reader reads them. */
const word = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;

export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}
