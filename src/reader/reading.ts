import { createContext, type Snippet } from 'svelte';
import type { Language } from '../content/language.ts';
import type { Block, Image } from '../content/model.ts';

/** What the blocks of an article need to know of it. */
export interface Reading {
  /** The language of the text on the screen. */
  language: () => Language;
  /** The sizes of a picture as the browser can get them, smallest first. */
  pictureSources: (image: Image) => { url: string; width: number }[];
  /** The number that a footnote’s mark shows, from 1; undefined for a mark without a note. */
  footnoteNumber: (noteId: string) => number | undefined;
  /** Whether its note leads back to this mark: only the first of several, as an id is unique. */
  isFirstMark: (mark: { footnote: string }) => boolean;
  /** What stands beside each block, once it is there: the other language. */
  beside: () => Snippet<[Block]> | undefined;
}

export const [getReading, setReading] = createContext<Reading>();

/** Ids in the page. A block’s own id is its address: `#b3`. */
export const noteAnchor = (noteId: string) => `note-${noteId}`;
export const markAnchor = (noteId: string) => `mark-${noteId}`;
