import type { Changes } from './changes.ts';
import type { Database } from './db.ts';
import { StorageError } from './errors.ts';
import { rangeBefore, rangeOf, takeValues } from './pages.ts';
import type { OwnComment } from './schema.ts';
import { read, write } from './transaction.ts';
import type { WriteTransaction } from './transaction.ts';

export type { OwnComment } from './schema.ts';

/** What the reader wrote; id and time are given when it is stored. */
export type OwnCommentInput = Omit<OwnComment, 'id' | 'createdAt' | 'editedAt'>;

const stores: ('comments' | 'drafts')[] = ['comments', 'drafts'];

/**
 * The comments this reader wrote. A comment and the draft it came from never both exist and never
 * both are missing: one transaction trades one for the other.
 * Every method rejects with a StorageError.
 */
export class OwnComments {
  readonly #db: Database;
  readonly #changes: Changes;

  constructor(db: Database, changes: Changes) {
    this.#db = db;
    this.#changes = changes;
  }

  /** Stores a new comment and drops the draft at `draftKey`. */
  async add(input: OwnCommentInput, draftKey?: string): Promise<OwnComment> {
    const comment = { ...input, id: crypto.randomUUID(), createdAt: Date.now() };
    await this.#write(comment.articleId, async (transaction) => {
      await transaction.objectStore('comments').put(comment);
      if (draftKey) await transaction.objectStore('drafts').delete(draftKey);
    });
    return comment;
  }

  /**
   * Gives a comment another text, in a language, and drops the draft at `draftKey`. Rejects with `failed`, and
   * keeps the draft, when the comment is gone (deleted in another tab).
   */
  async edit(
    id: string,
    written: Pick<OwnComment, 'text' | 'language'>,
    draftKey?: string,
  ): Promise<OwnComment> {
    const editedAt = Date.now();
    const edited = await this.#db.run((db) =>
      write(db, stores, 'strict', async (transaction) => {
        const comment = await transaction.objectStore('comments').get(id);
        if (!comment) throw new StorageError('failed', `No comment ${id} to edit`);
        const edited = { ...comment, ...written, editedAt };
        await transaction.objectStore('comments').put(edited);
        if (draftKey) await transaction.objectStore('drafts').delete(draftKey);
        return edited;
      }),
    );
    this.#changes.post({ store: 'comments', articleId: edited.articleId });
    return edited;
  }

  /** Returns the comment it removed, for `restore`; undefined when there was none. */
  async remove(id: string): Promise<OwnComment | undefined> {
    const removed = await this.#db.run((db) =>
      write(db, stores, 'strict', async (transaction) => {
        const comment = await transaction.objectStore('comments').get(id);
        await transaction.objectStore('comments').delete(id);
        return comment;
      }),
    );
    if (removed) this.#changes.post({ store: 'comments', articleId: removed.articleId });
    return removed;
  }

  /** Puts back what `remove` returned, at its old place. */
  async restore(comment: OwnComment): Promise<void> {
    await this.#write(comment.articleId, async (transaction) => {
      await transaction.objectStore('comments').put(comment);
    });
  }

  /** All comments on an article, oldest first. */
  async ofArticle(articleId: string): Promise<OwnComment[]> {
    return this.#db.run((db) =>
      read(db, ['comments'], (transaction) =>
        transaction.objectStore('comments').index('byArticle').getAll(rangeOf(articleId)),
      ),
    );
  }

  /** Newest first; `before` is the last row of the page before (a comment will do). */
  async page({
    limit,
    before,
  }: {
    limit: number;
    before?: { createdAt: number; id: string };
  }): Promise<OwnComment[]> {
    const range = rangeBefore(before && [before.createdAt, before.id]);
    return this.#db.run((db) =>
      read(db, ['comments'], async (transaction) =>
        takeValues<OwnComment>(
          await transaction.objectStore('comments').index('byCreatedAt').openCursor(range, 'prev'),
          limit,
        ),
      ),
    );
  }

  async #write(
    articleId: string,
    work: (transaction: WriteTransaction<typeof stores>) => Promise<void>,
  ): Promise<void> {
    await this.#db.run((db) => write(db, stores, 'strict', work));
    this.#changes.post({ store: 'comments', articleId });
  }
}
