/**
 * What the system does to a database behind the page's back, done for real through Chromium's
 * debugging protocol: it closes connections by force and it runs out of room.
 */
// Says what `cdp()` can do.
import type {} from '@vitest/browser-playwright';
import { afterEach, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import {
  freshName,
  inputOf,
  openDatabase,
  openStorage,
  pictureOf,
  rawConnection,
} from './support.ts';

const { origin } = location;

afterEach(async () => {
  vi.restoreAllMocks();
  await cdp().send('Storage.overrideQuotaForOrigin', { origin });
});

/** Deletes all databases of the origin, which closes every connection to them by force. */
function killConnections(): Promise<unknown> {
  return cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
}

test('opens again after the system closed the connection', async () => {
  const db = openDatabase(freshName());
  const killed = await rawConnection(db);
  const closed = new Promise((resolve) => killed.addEventListener('close', resolve));
  await killConnections();
  await closed;

  const work = vi.fn((connection) => connection.count('saved'));
  expect(await db.run(work)).toBe(0);
  // It heard of it, so nothing was tried on the dead connection.
  expect(work).toHaveBeenCalledOnce();
});

test('does once more what the system cut off in the middle', async () => {
  const { db, saved } = openStorage();
  await saved.count();

  // Keeps a transaction busy until the system ends it.
  const kill = vi.fn(killConnections);
  const work = vi.fn(async (connection) => {
    const isFirst = work.mock.calls.length === 1;
    const { store, done } = connection.transaction('drafts', 'readwrite');
    done.catch(() => {});
    if (isFirst) void kill();
    do await store.put({ key: 'k', text: 'Bonjour', updatedAt: 1 });
    while (isFirst);
    return store.get('k');
  });

  expect(await db.run(work)).toMatchObject({ text: 'Bonjour' });
  expect(work).toHaveBeenCalledTimes(2);
  expect(kill).toHaveBeenCalledOnce();
  expect(await saved.count()).toBe(0);
});

test('a save that the system cuts off in the middle is done once more, whole', async () => {
  const { saved, heard } = openStorage();
  await saved.count();
  const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (
    this: IDBObjectStore,
    record: unknown,
  ) {
    // Keeps the transaction from ending before the system ends it.
    const keepBusy = () => (this.count().onsuccess = keepBusy);
    keepBusy();
    void killConnections();
    return this.put(record);
  });

  const input = inputOf('tides');
  const entry = await saved.save(input);

  const modes = transaction.mock.calls.map(([, mode]) => mode);
  expect(modes).toEqual(['readwrite', 'readwrite', 'readonly']);
  expect(await saved.get('tides')).toEqual({
    entry,
    document: input.document,
    comments: input.comments,
  });
  expect(await saved.pictures('tides')).toHaveLength(2);
  expect(heard).toEqual([{ store: 'saved', articleId: 'tides' }]);
});

test('with no room left it says so and the earlier copy stays whole', async () => {
  // Before the first use: Chromium remembers for a while how much room there is.
  await killConnections();
  await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
  const { saved, heard } = openStorage();
  await saved.save(inputOf('tides'));
  const before = { copy: await saved.get('tides'), pictures: await saved.pictures('tides') };
  heard.length = 0;

  const tooBig = [pictureOf('images/a.webp', 8_000_000), pictureOf('images/c.webp', 8_000_000)];
  await expect(saved.save(inputOf('tides', { pictures: tooBig }))).rejects.toMatchObject({
    name: 'StorageError',
    kind: 'full',
  });
  await expect(saved.save(inputOf('moon', { pictures: tooBig }))).rejects.toMatchObject({
    kind: 'full',
  });

  expect({ copy: await saved.get('tides'), pictures: await saved.pictures('tides') }).toEqual(
    before,
  );
  expect(await saved.has('moon')).toBe(false);
  expect(heard).toEqual([]);
});
