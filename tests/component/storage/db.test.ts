import { afterEach, expect, test, vi } from 'vitest';
import { upgrades } from '../../../src/storage/schema.ts';
import { freshName, openDatabase, rawConnection, stubbornConnection } from './support.ts';

const withOneMore = [...upgrades, () => {}];

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test('makes every store and index from nothing', async () => {
  const raw = await rawConnection(openDatabase(freshName()));
  const transaction = raw.transaction(raw.objectStoreNames);
  const shape = [...raw.objectStoreNames].map((name) => {
    const store = transaction.objectStore(name);
    const indexes = [...store.indexNames].map((index) => {
      const { keyPath, multiEntry } = store.index(index);
      return { index, keyPath, multiEntry };
    });
    return { name, keyPath: store.keyPath, indexes };
  });

  expect(raw.version).toBe(1);
  expect(shape).toEqual([
    {
      name: 'comments',
      keyPath: 'id',
      indexes: [
        { index: 'byArticle', keyPath: ['articleId', 'createdAt', 'id'], multiEntry: false },
        { index: 'byCreatedAt', keyPath: ['createdAt', 'id'], multiEntry: false },
      ],
    },
    { name: 'drafts', keyPath: 'key', indexes: [] },
    {
      name: 'saved',
      keyPath: 'id',
      indexes: [
        { index: 'bySavedAt', keyPath: ['savedAt', 'id'], multiEntry: false },
        { index: 'bySlug', keyPath: 'slugs', multiEntry: true },
      ],
    },
    { name: 'savedBodies', keyPath: 'id', indexes: [] },
    { name: 'savedPictures', keyPath: ['articleId', 'src'], indexes: [] },
  ]);
});

test('an upgrade runs only the steps the device has not run, and keeps what is stored', async () => {
  const name = freshName();
  const draft = { key: 'tides', text: 'Bonjour', updatedAt: 1 };
  await openDatabase(name).run((db) => db.put('drafts', draft));

  const first = vi.fn();
  const second = vi.fn();
  const upgraded = openDatabase(name, { upgrades: [first, second] });

  expect(await upgraded.run((db) => db.get('drafts', 'tides'))).toEqual(draft);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledOnce();
  expect((await rawConnection(upgraded)).version).toBe(2);
});

test('calls at the same time share one connection', async () => {
  const open = vi.spyOn(IDBFactory.prototype, 'open');
  const db = openDatabase(freshName());
  await Promise.all([1, 2, 3].map(() => db.run((connection) => connection.count('saved'))));
  expect(open).toHaveBeenCalledOnce();
});

test('after close, the next call opens again', async () => {
  const db = openDatabase(freshName());
  const before = await rawConnection(db);
  db.close();
  expect(await rawConnection(db)).not.toBe(before);
});

test('an older tab lets a newer one upgrade, and then says that it is the older', async () => {
  const name = freshName();
  const older = openDatabase(name);
  await older.run((db) => db.put('drafts', { key: 'k', text: 'Bonjour', updatedAt: 1 }));

  // Without blockedAfterMs: were the older tab in the way, this would take three seconds.
  const newer = openDatabase(name, { upgrades: withOneMore });
  expect((await newer.run((db) => db.get('drafts', 'k')))?.text).toBe('Bonjour');

  await expect(older.run((db) => db.count('saved'))).rejects.toMatchObject({
    name: 'StorageError',
    kind: 'newer',
  });
});

test('a tab that does not let go blocks for a limited time only', async () => {
  const name = freshName();
  await openDatabase(name).run((db) => db.count('saved'));
  const stubborn = await stubbornConnection(name, 1);

  const newer = openDatabase(name, { upgrades: withOneMore, blockedAfterMs: 50 });
  await expect(newer.run((db) => db.count('saved'))).rejects.toMatchObject({ kind: 'blocked' });
  await expect(newer.run((db) => db.count('saved'))).rejects.toMatchObject({ kind: 'blocked' });

  stubborn.close();
  await vi.waitFor(async () => expect(await newer.run((db) => db.count('saved'))).toBe(0));
});

test('waits for a tab that lets go a little later', async () => {
  const name = freshName();
  await openDatabase(name).run((db) => db.count('saved'));
  const slow = await stubbornConnection(name, 1);
  slow.onversionchange = () => setTimeout(() => slow.close(), 100);

  const newer = openDatabase(name, { upgrades: withOneMore, blockedAfterMs: 5000 });
  expect(await newer.run((db) => db.count('saved'))).toBe(0);
});

test('lets go when the database is to be deleted', async () => {
  const name = freshName();
  const db = openDatabase(name);
  await db.run((connection) => connection.count('saved'));
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
  expect(await db.run((connection) => connection.count('saved'))).toBe(0);
});

test('a connection that was closed without a word is opened again', async () => {
  const db = openDatabase(freshName());
  const killed = await rawConnection(db);
  killed.close();

  const work = vi.fn((connection) => connection.count('saved'));
  expect(await db.run(work)).toBe(0);
  expect(work).toHaveBeenCalledTimes(2);
  expect(await rawConnection(db)).not.toBe(killed);
});

test('a connection that is said to be lost is not used again', async () => {
  const db = openDatabase(freshName());
  const killed = await rawConnection(db);
  killed.close();
  killed.dispatchEvent(new Event('close'));

  const work = vi.fn((connection) => connection.count('saved'));
  expect(await db.run(work)).toBe(0);
  expect(work).toHaveBeenCalledOnce();
});

test('a call whose connection is always lost is tried twice, then fails', async () => {
  const lost = new DOMException('The connection is closing', 'InvalidStateError');
  const work = vi.fn(() => Promise.reject(lost));
  await expect(openDatabase(freshName()).run(work)).rejects.toMatchObject({
    kind: 'failed',
    cause: lost,
  });
  expect(work).toHaveBeenCalledTimes(2);
});

test('what Safari says of a lost connection counts as one', async () => {
  const lost = new DOMException(
    'Connection to Indexed Database server lost. Refresh the page to try again',
    'UnknownError',
  );
  const work = vi.fn().mockRejectedValueOnce(lost).mockResolvedValueOnce('read');
  expect(await openDatabase(freshName()).run(work)).toBe('read');
});

test('any other failure is not tried again', async () => {
  const work = vi.fn(() => Promise.reject(new DOMException('Not so', 'DataError')));
  await expect(openDatabase(freshName()).run(work)).rejects.toMatchObject({ kind: 'failed' });
  expect(work).toHaveBeenCalledOnce();
});

test('says so where there is no IndexedDB', async () => {
  vi.stubGlobal('indexedDB', undefined);
  const db = openDatabase('never-opened');
  await expect(db.run(() => Promise.resolve())).rejects.toMatchObject({ kind: 'unavailable' });
});

test('says so where IndexedDB is forbidden', async () => {
  vi.spyOn(IDBFactory.prototype, 'open').mockImplementationOnce(() => {
    throw new DOMException('Denied for this document', 'SecurityError');
  });
  const db = openDatabase(freshName());
  await expect(db.run(() => Promise.resolve())).rejects.toMatchObject({ kind: 'unavailable' });
  // A later call tries anew: the reader may have allowed it.
  expect(await db.run((connection) => connection.count('saved'))).toBe(0);
});
