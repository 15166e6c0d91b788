import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { OwnComment } from '../../../src/storage/comments.ts';
import { draftKey } from '../../../src/storage/drafts.ts';
import { commentAt, commentInput, openStorage } from './support.ts';

/** Makes every `put` into a store fail, as a full or broken disk does. */
function failPuts(storeName: string) {
  const { put } = IDBObjectStore.prototype;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
  ) {
    if (this.name === storeName) throw new DOMException('The disk says no', 'UnknownError');
    return put.call(this, value);
  });
  return () => spy.mockRestore();
}

test('a comment is stored with an id and a time', async () => {
  const { comments, heard } = openStorage();
  const now = vi.spyOn(Date, 'now').mockReturnValue(1000);
  const added = await comments.add(commentInput({ parent: 'c1' }));
  now.mockRestore();

  expect(added).toEqual({
    ...commentInput({ parent: 'c1' }),
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    createdAt: 1000,
  });
  expect(await comments.ofArticle('tides')).toEqual([added]);
  expect(heard).toEqual([{ store: 'comments', articleId: 'tides' }]);
});

test('adding trades the draft for the comment', async () => {
  const { comments, drafts } = openStorage();
  const key = draftKey({ articleId: 'tides' });
  await drafts.put(key, 'Et la Lune ?');
  await drafts.put('another', 'Autre chose');
  await comments.add(commentInput(), key);
  expect(await drafts.get(key)).toBeUndefined();
  expect(await drafts.get('another')).toBe('Autre chose');
});

test('when the comment cannot be stored, the draft stays', async () => {
  const { comments, drafts, heard } = openStorage();
  await drafts.put('tides', 'Et la Lune ?');
  const repair = failPuts('comments');
  await expect(comments.add(commentInput(), 'tides')).rejects.toMatchObject({ kind: 'failed' });
  repair();
  expect(await drafts.get('tides')).toBe('Et la Lune ?');
  expect(await comments.ofArticle('tides')).toEqual([]);
  expect(heard).toEqual([]);
});

test('when the draft cannot be dropped, the comment is not stored either', async () => {
  const { comments, drafts } = openStorage();
  await drafts.put('tides', 'Et la Lune ?');
  const remove = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('The disk says no', 'UnknownError');
  });
  await expect(comments.add(commentInput(), 'tides')).rejects.toMatchObject({ kind: 'failed' });
  remove.mockRestore();
  expect(await comments.ofArticle('tides')).toEqual([]);
  expect(await drafts.get('tides')).toBe('Et la Lune ?');
});

test('editing changes the text and its language, says when, and drops the draft', async () => {
  const { comments, drafts, heard } = openStorage();
  const added = await comments.add(commentInput());
  const key = draftKey({ articleId: 'tides', editing: added.id });
  await drafts.put(key, 'Et le Soleil ?');
  heard.length = 0;

  const edited = await comments.edit(added.id, { text: 'And the Sun?', language: 'en' }, key);

  expect(added.language).toBe('fr');
  expect(edited).toEqual({
    ...added,
    text: 'And the Sun?',
    language: 'en',
    editedAt: expect.any(Number),
  });
  expect(await comments.ofArticle('tides')).toEqual([edited]);
  expect(await drafts.get(key)).toBeUndefined();
  expect(heard).toEqual([{ store: 'comments', articleId: 'tides' }]);
});

test('editing a comment that is gone fails and keeps the draft', async () => {
  const { comments, drafts } = openStorage();
  await drafts.put('key', 'Et le Soleil ?');
  await expect(
    comments.edit('gone', { text: 'Et le Soleil ?', language: 'fr' }, 'key'),
  ).rejects.toMatchObject({
    name: 'StorageError',
    kind: 'failed',
  });
  expect(await drafts.get('key')).toBe('Et le Soleil ?');
});

test('remove returns the comment, and restore puts it back', async () => {
  const { comments, heard } = openStorage();
  const added = await comments.add(commentInput());
  heard.length = 0;
  expect(await comments.remove(added.id)).toEqual(added);
  expect(await comments.ofArticle('tides')).toEqual([]);
  await comments.restore(added);
  expect(await comments.ofArticle('tides')).toEqual([added]);
  expect(heard).toHaveLength(2);
  expect(await comments.remove('gone')).toBeUndefined();
  expect(heard).toHaveLength(2);
});

test('the comments of an article are its own, oldest first', async () => {
  const { comments } = openStorage();
  await comments.restore(commentAt('late', 30));
  await comments.restore(commentAt('early', 9));
  await comments.restore({ ...commentAt('elsewhere', 20), articleId: 'tides-2' });
  expect((await comments.ofArticle('tides')).map(({ id }) => id)).toEqual(['early', 'late']);
});

test('pages lose and repeat nothing, whatever shares a moment', async () => {
  const times = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(times, fc.integer({ min: 1, max: 5 }), async (createdAt, limit) => {
      const { comments, db } = openStorage();
      const all = createdAt.map((time, index) => commentAt(`c${index}`, time));
      for (const comment of all) await comments.restore(comment);

      const seen: OwnComment[] = [];
      for (;;) {
        const page = await comments.page({ limit, before: seen.at(-1) });
        if (page.length === 0) break;
        seen.push(...page);
      }
      db.close();

      expect(seen.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
      expect(seen.map((comment) => comment.createdAt)).toEqual([...createdAt].sort().reverse());
    }),
    { numRuns: 15 },
  );
});
