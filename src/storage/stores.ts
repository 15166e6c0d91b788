import type { Changes } from './changes.ts';
import { OwnComments } from './comments.ts';
import { Database } from './db.ts';
import { Drafts } from './drafts.ts';
import { SavedArticles } from './saved.ts';

/** All that is kept for the reader, over one connection. */
export interface Stores {
  saved: SavedArticles;
  comments: OwnComments;
  drafts: Drafts;
}

/** The database itself opens at the first call to any of them. */
export function openStores(changes: Changes): Stores {
  const database = new Database();
  return {
    saved: new SavedArticles(database, changes),
    comments: new OwnComments(database, changes),
    drafts: new Drafts(database),
  };
}
