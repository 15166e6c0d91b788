import { createContext } from 'svelte';
import type { EditionSource } from '../content/sources/edition.ts';
import type { Changes } from '../storage/changes.ts';
import type { OwnComments } from '../storage/comments.ts';
import type { Drafts } from '../storage/drafts.ts';

/** What writing and reading comments needs. */
export interface CommentsContext {
  /** To be waited for first: until then there are no `comments` and no `drafts`. */
  ready: () => Promise<unknown>;
  comments: OwnComments;
  drafts: Drafts;
  changes: Changes;
  source: EditionSource;
  /**
   * Has the hook run before the app reloads into a new version; one that rejects stops that.
   * Returns the function that takes the hook back.
   */
  beforeReload: (hook: () => Promise<void> | void) => () => void;
}

export const [getComments, setComments] = createContext<CommentsContext>();
