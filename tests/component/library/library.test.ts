import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startI18n } from '../../../src/i18n/messages.ts';
import { Library } from '../../../src/library/library.svelte.ts';
import { savedVariant } from '../../../src/library/picture-size.ts';
import type { Block } from '../../../src/content/model.ts';
import { versionOf } from '../../../src/lib/file-version.ts';
import { articleFile, FakeSite, pictureFile } from '../../support/fake-site.ts';
import { openTab } from '../../support/stage.ts';
import { everything } from '../storage/support.ts';

beforeEach(() => startI18n('en'));
afterEach(() => {
  vi.restoreAllMocks();
});

const imageOf = (name: string) => ({
  src: `images/${name}-1600.webp`,
  width: 1600,
  height: 900,
  variants: [
    { src: `images/${name}-640.webp`, width: 640 },
    { src: `images/${name}-1290.webp`, width: 1290 },
  ],
});
const figure = (id: string, name: string): Block => ({
  id,
  type: 'figure',
  image: imageOf(name),
  alt: '',
});

/** A site with one article: a lead picture, a picture in each language, published comments. */
function publish() {
  const host = new FakeSite();
  const plain = articleFile('tides', { image: imageOf('lead') });
  const { fr, en } = plain.versions;
  const document = {
    ...plain,
    versions: {
      fr: { ...fr!, body: [...fr!.body, figure('b2', 'carte')] },
      en: { ...en!, body: [...en!.body, figure('b2', 'map'), figure('b3', 'lead')] },
    },
  };
  const summary = { ...host.publish(document), comments: { count: 1, hash: 'c1' } };
  const thread = { format: 'liseuse/comments/1', comments: [] };
  host.put('comments/tides.json?v=c1', thread);
  const sizes = { lead: 100, carte: 200, map: 300 };
  for (const [name, size] of Object.entries(sizes)) {
    host.put(`images/${name}-1290.webp`, pictureFile(size));
  }
  host.put('images/lead-640.webp', pictureFile(50));
  return { host, document, thread, summary };
}

describe('saving', () => {
  test('stores both languages, the comments, and each picture once in a good size', async () => {
    const { host, document, thread, summary } = publish();
    const { library, storage } = openTab({ host });
    await library.save(summary);
    expect(library.stateOf('tides')).toBe('saved');
    expect(await storage.saved.get('tides')).toMatchObject({ document, comments: thread });
    const pictures = await storage.saved.pictures('tides');
    expect(pictures.map(({ src, bytes }) => [src, bytes.byteLength])).toEqual([
      ['images/carte-1290.webp', 200],
      ['images/lead-1290.webp', 100],
      // For the list of saved articles.
      ['images/lead-640.webp', 50],
      ['images/map-1290.webp', 300],
    ]);
  });

  test('notes the hash of the text that came, when the host does not have the newest yet', async () => {
    const { host, document, summary } = publish();
    const newest = '0123456789ab';
    host.put(`articles/tides.json?v=${newest}`, document);
    const { library, storage } = openTab({ host });
    await library.save({ ...summary, hash: newest });
    const hash = await versionOf(new TextEncoder().encode(JSON.stringify(document)));
    expect(hash).toMatch(/^[\da-f]{12}$/);
    const copy = await storage.saved.get('tides');
    expect(copy?.entry).toMatchObject({ hash, summary: { hash } });
    expect(copy?.document).toEqual(document);
  });

  test('says saved only once the database has read it back', async () => {
    const { host, summary } = publish();
    const { library, storage } = openTab({ host });
    const states: string[] = [];
    const { run } = storage.db;
    vi.spyOn(storage.db, 'run').mockImplementation(async (work) => {
      states.push(library.stateOf('tides'));
      const result = await run.call(storage.db, work);
      states.push(library.stateOf('tides'));
      return result as never;
    });
    await library.save(summary);
    // The write and the reading back, each before and after.
    expect(states.slice(0, 4)).toEqual(['saving', 'saving', 'saving', 'saving']);
    expect(library.stateOf('tides')).toBe('saved');
  });

  test('what does not read back is not saved', async () => {
    const { host, summary } = publish();
    const { library, storage } = openTab({ host });
    const { put } = IDBObjectStore.prototype;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      record: object,
    ) {
      const shorter = { ...record, bytes: new ArrayBuffer(1) };
      return put.call(this, this.name === 'savedPictures' ? shorter : record);
    });
    await expect(library.save(summary)).rejects.toMatchObject({ name: 'StorageError' });
    expect(library.stateOf('tides')).toBe('unsaved');
    expect(await everything(storage)).toEqual({ saved: [], bodies: [], pictures: [] });
  });

  test.each([
    ['a picture that is missing', 'images/map-1290.webp', undefined, 'not-found'],
    ['a page of the host in its place', 'images/lead-1290.webp', { no: 'picture' }, 'not-found'],
    ['comments that are missing', 'comments/tides.json?v=c1', undefined, 'not-found'],
    ['a text that breaks the format', 'articles/tides.json?v=h1', { id: 'tides' }, 'invalid'],
  ])('%s: nothing is stored', async (_, file, content, kind) => {
    const { host, summary } = publish();
    const { library, storage } = openTab({ host });
    if (content) host.put(file, content);
    else host.remove(file);
    await expect(library.save(summary)).rejects.toMatchObject({ name: 'ContentError', kind });
    expect(library.stateOf('tides')).toBe('unsaved');
    expect(await everything(storage)).toEqual({ saved: [], bodies: [], pictures: [] });
  });

  test('a refresh that fails leaves the earlier copy, and says that it is there', async () => {
    const { host, summary } = publish();
    const { library, storage } = openTab({ host });
    await library.save(summary);
    const before = await everything(storage);
    host.isOffline = true;
    await expect(library.save(summary)).rejects.toMatchObject({ kind: 'offline' });
    await expect.poll(() => library.stateOf('tides')).toBe('saved');
    expect(await everything(storage)).toEqual(before);
  });

  test('two calls at once save once', async () => {
    const { host, summary } = publish();
    const { library, storage } = openTab({ host });
    await Promise.all([library.save(summary), library.save(summary)]);
    await expect.poll(() => library.stateOf('tides')).toBe('saved');
    expect(host.requests.filter((file) => file.startsWith('articles/'))).toHaveLength(1);
    expect(storage.heard).toEqual([{ store: 'saved', articleId: 'tides' }]);
  });
});

describe('what is saved', () => {
  test('is known after a look into the database, many articles in one', async () => {
    const { host, summary } = publish();
    const earlier = openTab({ host });
    await earlier.library.save(summary);
    const { library, storage } = openTab({ host, name: earlier.storage.name });
    const look = vi.spyOn(storage.saved, 'savedIds');
    expect(['tides', 'moon', 'sun'].map((id) => library.stateOf(id))).toEqual(
      Array(3).fill('unsaved'),
    );
    await expect.poll(() => library.stateOf('tides')).toBe('saved');
    expect(library.stateOf('moon')).toBe('unsaved');
    expect(look.mock.calls[0]).toEqual([['tides', 'moon', 'sun']]);
  });

  test('follows what another tab saves and removes', async () => {
    const { host, summary } = publish();
    const here = openTab({ host });
    const there = openTab({ host, name: here.storage.name });
    expect(here.library.stateOf('tides')).toBe('unsaved');
    await there.library.save(summary);
    await expect.poll(() => here.library.stateOf('tides')).toBe('saved');
    await there.library.remove('tides');
    await expect.poll(() => here.library.stateOf('tides')).toBe('unsaved');
  });

  test('comes back from a removal with the date it had', async () => {
    const { host, summary } = publish();
    const { library, storage } = openTab({ host });
    await library.save(summary);
    const before = await everything(storage);
    const copy = await library.remove('tides');
    expect(library.stateOf('tides')).toBe('unsaved');
    await library.restore(copy!);
    expect(library.stateOf('tides')).toBe('saved');
    expect(await everything(storage)).toEqual(before);
  });

  test('without a database nothing is, and saving says why', async () => {
    const { host, summary } = publish();
    const { storage } = openTab({ host });
    const noDatabase = () => Promise.reject(new Error('no database'));
    const library = new Library(noDatabase, host.source, storage.changes);
    await expect(library.save(summary)).rejects.toThrow('no database');
    expect(library.stateOf('tides')).toBe('unsaved');
  });
});

test.each([
  [[320, 640, 1290, 1600], 1290],
  [[320, 1600, 2400], 1600],
  [[320, 640], 640],
])('of the widths %j the one kept is %i', (widths, kept) => {
  const [width = 0, ...smaller] = [...widths].reverse();
  const variants = smaller.map((each) => ({ src: String(each), width: each }));
  expect(savedVariant({ src: String(width), width, height: 1, variants })).toBe(String(kept));
});
