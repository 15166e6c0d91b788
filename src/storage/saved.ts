import type { Changes } from './changes.ts';
import type { Database } from './db.ts';
import { StorageError } from './errors.ts';
import { rangeBefore, rangeOf, takeValues } from './pages.ts';
import { copyOf, deleteCopy, isSameCopy, readCopy, savedStores, writeCopy } from './saved-copy.ts';
import type { SavedCopy, SaveInput } from './saved-copy.ts';
import type { SavedEntry, SavedPicture } from './schema.ts';
import { read, write } from './transaction.ts';

export type { SavedCopy, SaveInput } from './saved-copy.ts';
export type { SavedEntry, SavedPicture } from './schema.ts';

/**
 * The articles the reader keeps, whole: text in every language and pictures. What lists need is
 * apart from bodies and pictures, so that a list costs the same whatever the articles weigh.
 * Every method rejects with a StorageError.
 */
export class SavedArticles {
  readonly #db: Database;
  readonly #changes: Changes;

  constructor(db: Database, changes: Changes) {
    this.#db = db;
    this.#changes = changes;
  }

  /**
   * Stores an article, or a fresh copy of one in place of the earlier (which lends its `savedAt`).
   * Resolves only when all of it was read back from the database. When it rejects, what was there
   * before is there still: the earlier copy, or nothing.
   */
  async save(input: SaveInput): Promise<SavedEntry> {
    const now = Date.now();
    const { copy, earlier } = await this.#db.run((db) =>
      write(db, savedStores, 'strict', async (transaction) => {
        const earlier = await readCopy(transaction, input.summary.id);
        const copy = copyOf(input, earlier?.entry.savedAt ?? now);
        await writeCopy(transaction, copy);
        return { copy, earlier };
      }),
    );
    await this.#verify(copy, earlier);
    this.#changes.post({ store: 'saved', articleId: copy.entry.id });
    return copy.entry;
  }

  /** Returns all that it removed, for `restore`; undefined when the article was not saved. */
  async remove(id: string): Promise<SavedCopy | undefined> {
    const removed = await this.#db.run((db) =>
      write(db, savedStores, 'strict', async (transaction) => {
        const copy = await readCopy(transaction, id);
        await deleteCopy(transaction, id);
        return copy;
      }),
    );
    if (removed) this.#changes.post({ store: 'saved', articleId: id });
    return removed;
  }

  /**
   * Puts back what `remove` returned, at its old place in the list, and reads it back as `save`
   * does. Where the article has been saved anew in between, that copy stays.
   */
  async restore(copy: SavedCopy): Promise<void> {
    const { id } = copy.entry;
    const isWritten = await this.#db.run((db) =>
      write(db, savedStores, 'strict', async (transaction) => {
        if (await transaction.objectStore('saved').getKey(id)) return false;
        await writeCopy(transaction, copy);
        return true;
      }),
    );
    if (!isWritten) return;
    await this.#verify(copy, undefined);
    this.#changes.post({ store: 'saved', articleId: id });
  }

  /** The saved text of an article, without its pictures. */
  async get(
    id: string,
  ): Promise<{ entry: SavedEntry; document: unknown; comments?: unknown } | undefined> {
    return this.#db.run((db) =>
      read(db, ['saved', 'savedBodies'], async (transaction) => {
        const entry = await transaction.objectStore('saved').get(id);
        const body = await transaction.objectStore('savedBodies').get(id);
        if (!entry || !body) return undefined;
        const { document, comments } = body;
        return { entry, document, ...(comments !== undefined && { comments }) };
      }),
    );
  }

  /** By the slug of any version, or by the id. */
  async find(slug: string): Promise<SavedEntry | undefined> {
    return this.#db.run((db) =>
      read(db, ['saved'], (transaction) =>
        transaction.objectStore('saved').index('bySlug').get(slug),
      ),
    );
  }

  /** One picture of a saved article. */
  async picture(id: string, src: string): Promise<SavedPicture | undefined> {
    return this.#db.run((db) =>
      read(db, ['savedPictures'], (transaction) =>
        transaction.objectStore('savedPictures').get([id, src]),
      ),
    );
  }

  async pictures(id: string): Promise<SavedPicture[]> {
    return this.#db.run((db) =>
      read(db, ['savedPictures'], (transaction) =>
        transaction.objectStore('savedPictures').getAll(rangeOf(id)),
      ),
    );
  }

  async has(id: string): Promise<boolean> {
    return (await this.savedIds([id])).has(id);
  }

  /** Newest first; `before` is the last row of the page before (an entry will do). */
  async page({
    limit,
    before,
  }: {
    limit: number;
    before?: { savedAt: number; id: string };
  }): Promise<SavedEntry[]> {
    const range = rangeBefore(before && [before.savedAt, before.id]);
    return this.#db.run((db) =>
      read(db, ['saved'], async (transaction) =>
        takeValues<SavedEntry>(
          await transaction.objectStore('saved').index('bySavedAt').openCursor(range, 'prev'),
          limit,
        ),
      ),
    );
  }

  /** Which of these are saved. */
  async savedIds(ids: readonly string[]): Promise<Set<string>> {
    return this.#db.run((db) =>
      read(db, ['saved'], async (transaction) => {
        const keys = await Promise.all(
          ids.map((id) => transaction.objectStore('saved').getKey(id)),
        );
        return new Set(keys.filter((key) => key !== undefined));
      }),
    );
  }

  async count(): Promise<number> {
    return this.#db.run((db) =>
      read(db, ['saved'], (transaction) => transaction.objectStore('saved').count()),
    );
  }

  /** Reads a copy back in a transaction of its own; if it is not whole, puts the earlier back. */
  async #verify(copy: SavedCopy, earlier: SavedCopy | undefined): Promise<void> {
    const { id } = copy.entry;
    let cause: unknown;
    try {
      const stored = await this.#db.run((db) =>
        read(db, savedStores, (transaction) => readCopy(transaction, id)),
      );
      if (stored && isSameCopy(stored, copy)) return;
    } catch (error) {
      cause = error;
    }
    await this.#putBack(copy, earlier);
    throw new StorageError('failed', `What was saved of ${id} does not read back`, { cause });
  }

  /** Undoes a save, unless another tab has saved something else in its place. */
  async #putBack(copy: SavedCopy, earlier: SavedCopy | undefined): Promise<void> {
    const { id, hash } = copy.entry;
    await this.#db.run((db) =>
      write(db, savedStores, 'strict', async (transaction) => {
        const entry = await transaction.objectStore('saved').get(id);
        if (entry && entry.hash !== hash) return;
        if (earlier) await writeCopy(transaction, earlier);
        else await deleteCopy(transaction, id);
      }),
    );
  }
}
