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
  /** Whether it is worth looking there before the network is asked. */
  mayBeSaved: () => boolean;
  /** Whether the site can be reached, by the last evidence. Changes as there is more. */
  isOnline: () => boolean;
}

export const [getReader, setReader] = createContext<ReaderContext>();
