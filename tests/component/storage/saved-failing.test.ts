import { afterEach, expect, test, vi } from 'vitest';
import type { SavedPicture } from '../../../src/storage/saved.ts';
import type { SavedBody } from '../../../src/storage/schema.ts';
import { everything, inputOf, openStorage, pictureOf, summaryOf } from './support.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Has the browser store something else than it is given. */
function spoilPuts<Stored>(storeName: string, spoil: (record: Stored) => unknown) {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    record: Stored,
  ) {
    return put.call(this, this.name === storeName ? spoil(record) : record);
  });
}

/** Spoils the second picture only: the first is on its way to the database by then. */
function spoilPicture(spoil: (picture: SavedPicture) => unknown) {
  spoilPuts<SavedPicture>('savedPictures', (picture) =>
    picture.src === 'images/z.webp' ? spoil(picture) : picture,
  );
}

const throwing = () => {
  throw new DOMException('The disk says no', 'UnknownError');
};

const uncloneable = inputOf('tides', {
  summary: summaryOf('tides', 'h2'),
  document: { fresh: true, method: () => {} },
});
const refreshed = inputOf('tides', {
  summary: summaryOf('tides', 'h2'),
  document: { fresh: true },
  pictures: [pictureOf('images/a.webp', 10), pictureOf('images/z.webp', 20)],
});
const failures: [string, typeof refreshed, () => void][] = [
  ['a text that cannot be stored', uncloneable, () => {}],
  ['a picture whose put throws', refreshed, () => spoilPicture(throwing)],
  [
    'a picture that the database refuses',
    refreshed,
    () => spoilPicture((picture) => ({ ...picture, src: undefined })),
  ],
  [
    'a picture that comes back shorter',
    refreshed,
    () => spoilPicture((picture) => ({ ...picture, bytes: picture.bytes.slice(1) })),
  ],
  [
    'a text that comes back different',
    refreshed,
    () =>
      spoilPuts<SavedBody>('savedBodies', (body) =>
        // Only the fresh one: putting the earlier back must work.
        'fresh' in (body.document as object) ? { ...body, document: {} } : body,
      ),
  ],
];

test.each(failures)('%s: stores nothing', async (_, input, spoil) => {
  const storage = openStorage();
  spoil();
  await expect(storage.saved.save(input)).rejects.toMatchObject({
    name: 'StorageError',
    kind: 'failed',
  });
  vi.restoreAllMocks();
  expect(await everything(storage)).toEqual({ saved: [], bodies: [], pictures: [] });
  expect(storage.heard).toEqual([]);
});

test.each(failures)('%s: leaves the earlier copy as it was', async (_, input, spoil) => {
  const storage = openStorage();
  await storage.saved.save(inputOf('tides'));
  await storage.saved.save(inputOf('moon'));
  const before = await everything(storage);
  storage.heard.length = 0;
  spoil();
  await expect(storage.saved.save(input)).rejects.toMatchObject({ kind: 'failed' });
  vi.restoreAllMocks();
  expect(await everything(storage)).toEqual(before);
  expect(storage.heard).toEqual([]);
});

test('gives the reason, not the abort that followed from it', async () => {
  const { saved } = openStorage();
  await expect(saved.save(uncloneable)).rejects.toMatchObject({
    cause: { name: 'DataCloneError' },
  });
});

test('leaves alone what another tab saved in its place meanwhile', async () => {
  const storage = openStorage();
  const other = openStorage(storage.name);
  await storage.saved.save(inputOf('tides'));
  // The first call writes; before the second reads back, the other tab is quicker.
  const run = storage.db.run.bind(storage.db);
  const calls = vi.spyOn(storage.db, 'run').mockImplementation(async (work) => {
    if (calls.mock.calls.length === 2) {
      await other.saved.save(inputOf('tides', { summary: summaryOf('tides', 'h3') }));
    }
    return run(work);
  });
  await expect(storage.saved.save(refreshed)).rejects.toMatchObject({ kind: 'failed' });
  expect(await other.saved.get('tides')).toMatchObject({ entry: { hash: 'h3' } });
});

test('a restore that fails stores nothing', async () => {
  const storage = openStorage();
  await storage.saved.save(inputOf('tides'));
  const copy = await storage.saved.remove('tides');
  spoilPuts('savedPictures', throwing);
  await expect(storage.saved.restore(copy!)).rejects.toMatchObject({ kind: 'failed' });
  vi.restoreAllMocks();
  expect(await everything(storage)).toEqual({ saved: [], bodies: [], pictures: [] });
});
