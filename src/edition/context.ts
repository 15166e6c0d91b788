import { createContext } from 'svelte';
import type { Site } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import type { Arrangement } from './arrangement.svelte.ts';

/** What the pages of an edition need. */
export interface EditionContext {
  site: Site;
  source: EditionSource;
  arrangement: Arrangement;
  /** How many pages of a list were brought, by its file: for a reader who comes back to it. */
  pagesShown: Map<string, number>;
  /** Calls back with the name of a list (`front.json`) that has changed since it was read. */
  onListChanged: (listener: (file: string) => void) => () => void;
}

export const [getEdition, setEdition] = createContext<EditionContext>();
