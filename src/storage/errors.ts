export type StorageErrorKind = 'full' | 'blocked' | 'newer' | 'unavailable' | 'failed';

/**
 * What can go wrong with the reader's data, by what can be done about it:
 * `full` no room left on the device; `blocked` another tab holds an older database and does not let
 * go; `newer` the database belongs to a newer version of the app (reload to get it); `unavailable`
 * this browser keeps no database, or not here; `failed` anything else, with its `cause`.
 */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}

/** Any error of IndexedDB, or of code around it, as a StorageError that keeps it as its cause. */
export function storageErrorOf(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const name = errorName(error);
  if (name === 'QuotaExceededError') {
    return new StorageError('full', 'No room left for the database', { cause: error });
  }
  if (name === 'VersionError') {
    return new StorageError('newer', 'The database is of a newer version', { cause: error });
  }
  return new StorageError('failed', `The database call failed (${name})`, { cause: error });
}

/**
 * Whether the system took the connection away under a call that nothing else is wrong with.
 * InvalidStateError: the connection was closed before the call; AbortError: during it (an abort of
 * ours never shows up as one, see transaction.ts); UnknownError: what Safari says of a connection
 * it lost in the background.
 */
export function isLostConnection(error: unknown): boolean {
  const name = errorName(error);
  if (name === 'InvalidStateError' || name === 'AbortError') return true;
  return name === 'UnknownError' && /connection/i.test((error as Error).message);
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
