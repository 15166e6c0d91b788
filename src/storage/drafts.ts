import type { Database } from './db.ts';
import { read, write } from './transaction.ts';

/** What is being written: a comment on an article, an answer, or another text for an own comment. */
export interface DraftPlace {
  articleId: string;
  /** The id of the comment being answered. */
  parent?: string;
  /** The id of the own comment being edited. */
  editing?: string;
}

/** The key of a draft: the same for the same place in every tab and after every start. */
export function draftKey({ articleId, parent, editing }: DraftPlace): string {
  if (editing !== undefined) return `${articleId}/edit/${editing}`;
  if (parent !== undefined) return `${articleId}/reply/${parent}`;
  return articleId;
}

/** The place that `draftKey` made a key of. */
export function draftPlace(key: string): DraftPlace {
  const [articleId = '', kind, ...rest] = key.split('/');
  const id = rest.join('/');
  if (kind === 'edit') return { articleId, editing: id };
  if (kind === 'reply') return { articleId, parent: id };
  return { articleId };
}

/** Whether a key is that of a draft on an article. What follows a `#` parts drafts at one place. */
export function isOnArticle(key: string, articleId: string): boolean {
  return key.split(/[/#]/, 1)[0] === articleId;
}

/**
 * Text that is not sent yet, kept as it is typed. Every method rejects with a StorageError.
 * `OwnComments` drops the draft of a comment in the same transaction that stores the comment.
 */
export class Drafts {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(key: string): Promise<string | undefined> {
    const draft = await this.#db.run((db) =>
      read(db, ['drafts'], (transaction) => transaction.objectStore('drafts').get(key)),
    );
    return draft?.text;
  }

  /** All drafts on an article, whatever has become of the comments they are about. */
  async ofArticle(articleId: string): Promise<{ key: string; text: string }[]> {
    // Up to the character after `/`; ids that begin with this one lie in between.
    const range = IDBKeyRange.bound(articleId, `${articleId}0`, false, true);
    const drafts = await this.#db.run((db) =>
      read(db, ['drafts'], (transaction) => transaction.objectStore('drafts').getAll(range)),
    );
    return drafts.filter(({ key }) => isOnArticle(key, articleId));
  }

  /** Keeps a text in place of the earlier; an empty one is no draft. */
  async put(key: string, text: string): Promise<void> {
    if (text === '') return this.remove(key);
    const draft = { key, text, updatedAt: Date.now() };
    // Relaxed: it is written as one types, and a crash of the browser does not lose it.
    await this.#db.run((db) =>
      write(db, ['drafts'], 'relaxed', (transaction) =>
        transaction.objectStore('drafts').put(draft),
      ),
    );
  }

  async remove(key: string): Promise<void> {
    await this.#db.run((db) =>
      write(db, ['drafts'], 'relaxed', (transaction) =>
        transaction.objectStore('drafts').delete(key),
      ),
    );
  }
}
