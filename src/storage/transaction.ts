import type { IDBPTransaction, StoreNames } from 'idb';
import type { Connection, Schema } from './schema.ts';

export type WriteTransaction<Names extends StoreNames<Schema>[]> = IDBPTransaction<
  Schema,
  Names,
  'readwrite'
>;

export type ReadTransaction<Names extends StoreNames<Schema>[]> = IDBPTransaction<
  Schema,
  Names,
  'readonly'
>;

/**
 * Reads, as of one moment. Used rather than the short ways of idb (`db.get` and so on), which leave
 * an unhandled rejection behind when the system closes the connection under them.
 */
export async function read<Names extends StoreNames<Schema>[], T>(
  db: Connection,
  stores: Names,
  work: (transaction: ReadTransaction<Names>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction(stores, 'readonly');
  // `work` hears of it from its requests.
  transaction.done.catch(() => {});
  return work(transaction);
}

/**
 * Writes all of `work` or nothing of it. Resolves once the transaction is committed; when anything
 * in `work` fails, or the commit does, undoes all of it and rejects with the reason (never with the
 * AbortError of our own abort, which would look like a lost connection).
 * Within `work`, await each request before the next: one left alone would go unheard if it fails.
 * @param durability `strict` waits until the system says it is on the disk; `relaxed` survives a
 * crash of the browser, not one of the machine.
 */
export async function write<Names extends StoreNames<Schema>[], T>(
  db: Connection,
  stores: Names,
  durability: 'strict' | 'relaxed',
  work: (transaction: WriteTransaction<Names>) => Promise<T>,
): Promise<T> {
  const transaction = db.transaction(stores, 'readwrite', { durability });
  // Heard below, but perhaps later than the browser would report it as unhandled.
  transaction.done.catch(() => {});
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    abort(transaction);
    await transaction.done.catch(() => {});
    // A request that fell with the others knows only that it fell: the transaction knows why.
    throw transaction.error ?? error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}
