import { openDB } from 'idb';
import { isLostConnection, StorageError, storageErrorOf } from './errors.ts';
import { databaseName, upgrades as allUpgrades } from './schema.ts';
import type { Connection, Schema, Upgrade } from './schema.ts';

/** An open request on its way, or the connection it led to. */
interface Opening {
  connection: Promise<Connection>;
  /** True as soon as another tab is in the way; false when the request ends without that. */
  blocked: Promise<boolean>;
}

interface DatabaseOptions {
  /** Instead of the published ones; their count is the version. For tests of upgrades. */
  upgrades?: readonly Upgrade[];
  /** How long another tab has to let go of an older database before a call gives up. */
  blockedAfterMs?: number;
}

/**
 * The connection to the reader's data. It opens at the first call, lets go when another tab
 * wants to upgrade, and opens again when it was closed or the system took it away.
 */
export class Database {
  readonly #name: string;
  readonly #upgrades: readonly Upgrade[];
  readonly #blockedAfterMs: number;
  #opening: Opening | undefined;

  // Three seconds: a tab that listens lets go within milliseconds, one that is frozen never does.
  constructor(
    name = databaseName,
    { upgrades = allUpgrades, blockedAfterMs = 3000 }: DatabaseOptions = {},
  ) {
    this.#name = name;
    this.#upgrades = upgrades;
    this.#blockedAfterMs = blockedAfterMs;
  }

  /**
   * Does some work with an open connection. When the connection turns out to have been taken away,
   * opens another and does the work once more: so it must be safe to begin twice (ids and times are
   * made outside of it), and it must not wait for anything but the database within a transaction.
   * Rejects with a StorageError, whatever went wrong.
   */
  async run<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    try {
      return await this.#attempt(work);
    } catch (error) {
      if (!isLostConnection(error)) throw storageErrorOf(error);
    }
    try {
      return await this.#attempt(work);
    } catch (error) {
      throw storageErrorOf(error);
    }
  }

  /** Lets go of the connection; transactions under way end first. The next call opens another. */
  close(): void {
    if (this.#opening) this.#forget(this.#opening);
  }

  async #attempt<T>(work: (db: Connection) => Promise<T>): Promise<T> {
    const opening = (this.#opening ??= this.#open());
    try {
      return await work(await this.#connected(opening));
    } catch (error) {
      if (isLostConnection(error)) this.#forget(opening);
      throw error;
    }
  }

  /**
   * Waits for the connection, but not for ever when another tab is in the way. The request itself
   * cannot be taken back: it stays, and serves the next call if it has been let through by then.
   */
  async #connected({ connection, blocked }: Opening): Promise<Connection> {
    if (!(await blocked)) return connection;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const givenUp = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new StorageError('blocked', 'Another tab holds an older database'));
      }, this.#blockedAfterMs);
    });
    try {
      return await Promise.race([connection, givenUp]);
    } finally {
      clearTimeout(timer);
    }
  }

  #open(): Opening {
    let settleBlocked: (isBlocked: boolean) => void;
    const blocked = new Promise<boolean>((resolve) => (settleBlocked = resolve));
    const forget = () => this.#forget(opening);
    const connection = connect(this.#name, this.#upgrades, {
      blocked: () => settleBlocked(true),
      // Another tab wants to upgrade (or to delete): nothing of ours is lost by letting go.
      blocking: forget,
      terminated: forget,
    });
    const opening: Opening = { connection, blocked };
    connection.then(
      () => settleBlocked(false),
      () => {
        forget();
        settleBlocked(false);
      },
    );
    return opening;
  }

  #forget(opening: Opening): void {
    if (this.#opening === opening) this.#opening = undefined;
    opening.connection.then(
      (db) => db.close(),
      () => {
        // It never opened: there is nothing to close, and whoever waits for it hears why.
      },
    );
  }
}

interface Listeners {
  blocked: () => void;
  blocking: () => void;
  terminated: () => void;
}

async function connect(
  name: string,
  upgrades: readonly Upgrade[],
  listeners: Listeners,
): Promise<Connection> {
  const open = () =>
    openDB<Schema>(name, upgrades.length, {
      ...listeners,
      upgrade(db, oldVersion, _newVersion, transaction) {
        // The open request fails with it, and is heard.
        transaction.done.catch(() => {});
        for (const upgrade of upgrades.slice(oldVersion)) upgrade(db, transaction);
      },
    });
  try {
    return await open().catch((error: unknown) => {
      // What closed the last connection by force may not be done yet, and cuts this one off too.
      if (error instanceof DOMException && error.name === 'AbortError') return open();
      throw error;
    });
  } catch (error) {
    throw openingError(error);
  }
}

/** Other than a call that fails, an open request that fails means there is no database to be had. */
function openingError(error: unknown): StorageError {
  const known = storageErrorOf(error);
  if (known.kind !== 'failed') return known;
  return new StorageError('unavailable', 'This browser offers no database here', { cause: error });
}
