import { createContext } from 'svelte';
import type { Site } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import type { SavedArticles } from '../storage/saved.ts';

/** What showing an article needs. */
export interface ReaderContext {
  site: Site;
  source: EditionSource;
  /** Brings the database’s part of the program, once. */
  saved: () => Promise<SavedArticles>;
}

export const [getReader, setReader] = createContext<ReaderContext>();
