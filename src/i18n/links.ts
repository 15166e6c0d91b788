/**
 * Addresses of the app’s own pages, for features that must not know how routes are written. The app
 * makes one from its routes and gives it to all; every address is in the language of the page.
 */
import { createContext } from 'svelte';

export interface Links {
  front(): string;
  latest(): string;
  sections(): string;
  section(id: string): string;
  tag(id: string): string;
  /** @param block id of the block to go to */
  article(slug: string, block?: string): string;
  saved(): string;
  myComments(): string;
  settings(): string;
}

export const [getLinks, setLinks] = createContext<Links>();
