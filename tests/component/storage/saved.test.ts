import * as fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SavedEntry } from '../../../src/storage/saved.ts';
import { copyAt, everything, inputOf, openStorage, pictureOf, summaryOf } from './support.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('save', () => {
  test('stores text and pictures, and they read back the same', async () => {
    vi.spyOn(Date, 'now').mockReturnValue(1000);
    const { saved, heard } = openStorage();
    const input = inputOf('tides');

    const entry = await saved.save(input);

    expect(entry).toEqual({
      id: 'tides',
      savedAt: 1000,
      hash: 'h1',
      slugs: ['tides', 'tides-fr', 'tides-en'],
      summary: input.summary,
      bytes: 5000 + size(input.document) + size(input.comments),
    });
    expect(await saved.get('tides')).toEqual({
      entry,
      document: input.document,
      comments: input.comments,
    });
    expect(await saved.pictures('tides')).toEqual(
      input.pictures.map((picture) => ({ articleId: 'tides', ...picture })),
    );
    expect(await saved.has('tides')).toBe(true);
    expect(await saved.count()).toBe(1);
    expect(heard).toEqual([{ store: 'saved', articleId: 'tides' }]);
  });

  test('without comments or pictures', async () => {
    const { saved } = openStorage();
    await saved.save(inputOf('tides', { comments: undefined, pictures: [] }));
    expect(await saved.get('tides')).not.toHaveProperty('comments');
    expect(await saved.pictures('tides')).toEqual([]);
  });

  test('of two pictures with one address, the last is kept', async () => {
    const { saved } = openStorage();
    const pictures = [pictureOf('images/a.webp', 10), pictureOf('images/a.webp', 20)];
    const { bytes } = await saved.save(inputOf('tides', { document: {}, comments: {}, pictures }));
    expect((await saved.pictures('tides')).map((picture) => picture.bytes.byteLength)).toEqual([
      20,
    ]);
    expect(bytes).toBe(24);
  });

  test('a fresh copy takes the place of the earlier, and keeps its place in the list', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1000);
    const storage = openStorage();
    await storage.saved.save(inputOf('tides'));
    await storage.saved.save(inputOf('tide'));
    now.mockReturnValue(2000);
    const fresh = inputOf('tides', {
      summary: summaryOf('tides', 'h2'),
      document: { fresh: true },
      pictures: [pictureOf('images/b.webp', 10), pictureOf('images/c.webp', 20)],
    });

    const entry = await storage.saved.save(fresh);

    expect(entry).toMatchObject({ savedAt: 1000, hash: 'h2' });
    expect(await storage.saved.get('tides')).toMatchObject({ entry, document: { fresh: true } });
    const { saved, bodies, pictures } = await everything(storage);
    expect([saved.length, bodies.length]).toEqual([2, 2]);
    expect(pictures.map(({ articleId, src, bytes }) => [articleId, src, bytes.byteLength])).toEqual(
      [
        ['tide', 'images/a.webp', 2000],
        ['tide', 'images/b.webp', 3000],
        ['tides', 'images/b.webp', 10],
        ['tides', 'images/c.webp', 20],
      ],
    );
  });

  test('resolves only after it has read everything back', async () => {
    const { saved } = openStorage();
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await saved.save(inputOf('tides'));
    expect(transaction.mock.calls.map(([, mode]) => mode)).toEqual(['readwrite', 'readonly']);
    expect(transaction.mock.calls[1]?.[0]).toEqual(['saved', 'savedBodies', 'savedPictures']);
  });
});

describe('remove and restore', () => {
  test('remove takes everything and returns it; restore puts all of it back', async () => {
    const storage = openStorage();
    const { saved, heard } = storage;
    await saved.save(inputOf('tides'));
    await saved.save(inputOf('tide'));
    const before = await everything(storage);
    heard.length = 0;

    const copy = await saved.remove('tides');
    const left = await everything(storage);
    expect([left.saved.length, left.bodies.length, left.pictures.length]).toEqual([1, 1, 2]);
    expect(heard).toEqual([{ store: 'saved', articleId: 'tides' }]);

    await saved.restore(copy!);
    expect(await everything(storage)).toEqual(before);
    expect(heard).toHaveLength(2);
  });

  test('remove of what is not saved is no change', async () => {
    const { saved, heard } = openStorage();
    expect(await saved.remove('tides')).toBeUndefined();
    expect(heard).toEqual([]);
  });

  test('restore does not overwrite a copy saved since', async () => {
    const { saved } = openStorage();
    await saved.save(inputOf('tides'));
    const copy = await saved.remove('tides');
    await saved.save(inputOf('tides', { document: 'fresh' }));
    await saved.restore(copy!);
    expect(await saved.get('tides')).toMatchObject({ document: 'fresh' });
  });
});

describe('finding', () => {
  test('by any slug or by the id', async () => {
    const { saved } = openStorage();
    await saved.save(inputOf('tides'));
    await saved.save(inputOf('moon'));
    for (const slug of ['tides', 'tides-fr', 'tides-en']) {
      expect(await saved.find(slug)).toMatchObject({ id: 'tides' });
    }
    expect(await saved.find('tides-de')).toBeUndefined();
    expect(await saved.get('tides-fr')).toBeUndefined();
  });

  test('tells which of many are saved', async () => {
    const { saved } = openStorage();
    await saved.save(inputOf('tides'));
    await saved.save(inputOf('moon'));
    expect(await saved.savedIds(['sun', 'moon', 'tide'])).toEqual(new Set(['moon']));
    expect(await saved.savedIds([])).toEqual(new Set());
    expect(await saved.has('sun')).toBe(false);
  });
});

describe('pages', () => {
  test('newest first, exactly as many as asked for', async () => {
    const { saved } = openStorage();
    for (const [id, time] of [
      ['a', 1],
      ['b', 3],
      ['c', 2],
    ] as const) {
      await saved.restore(copyAt(id, time));
    }
    const first = await saved.page({ limit: 2 });
    expect(first.map(({ id }) => id)).toEqual(['b', 'c']);
    const second = await saved.page({ limit: 2, before: first.at(-1)! });
    expect(second.map(({ id }) => id)).toEqual(['a']);
    expect(await saved.page({ limit: 2, before: second.at(-1)! })).toEqual([]);
    expect(await saved.page({ limit: 0 })).toEqual([]);
  });

  test('lose and repeat nothing, whatever shares a moment', async () => {
    const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (savedAt, limit) => {
        const { saved, db } = openStorage();
        const rows = savedAt.map((time, index) => copyAt(`a${index}`, time));
        for (const row of rows) await saved.restore(row);

        const seen: SavedEntry[] = [];
        for (;;) {
          const page = await saved.page({ limit, before: seen.at(-1) });
          if (page.length === 0) break;
          seen.push(...page);
        }
        db.close();

        expect(seen.map(({ id }) => id).sort()).toEqual(rows.map(({ entry }) => entry.id).sort());
        expect(seen.map((entry) => entry.savedAt)).toEqual([...savedAt].sort().reverse());
      }),
      { numRuns: 15 },
    );
  });
});

function size(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
