import { expect, test } from 'vitest';
import { draftKey, draftPlace } from '../../../src/storage/drafts.ts';
import { openStorage } from './support.ts';

test('a draft is there after the tab is gone', async () => {
  const { name, db, drafts } = openStorage();
  await drafts.put('tides', 'Et la L');
  await drafts.put('tides', 'Et la Lune ?');
  db.close();
  expect(await openStorage(name).drafts.get('tides')).toBe('Et la Lune ?');
});

test('there is none at another place, after removing, or of an empty text', async () => {
  const { drafts } = openStorage();
  await drafts.put('tides', 'Et la Lune ?');
  expect(await drafts.get('moon')).toBeUndefined();
  await drafts.remove('tides');
  expect(await drafts.get('tides')).toBeUndefined();
  await drafts.put('tides', 'Et');
  await drafts.put('tides', '');
  expect(await drafts.get('tides')).toBeUndefined();
});

test('the drafts on an article are found, and no others', async () => {
  const { drafts } = openStorage();
  const keys = ['tides', 'tides#2', 'tides/edit/c1', 'tides/reply/c1', 'tides/reply/c1#2'];
  const others = ['tide', 'tides-2', 'tides-2/reply/c1', 'tides0', 'tidesx'];
  for (const key of [...keys, ...others]) await drafts.put(key, `On ${key}`);
  const found = await drafts.ofArticle('tides');
  expect(found.map(({ key }) => key).sort()).toEqual(keys);
  expect(found).toContainEqual(expect.objectContaining({ key: 'tides#2', text: 'On tides#2' }));
  expect(await drafts.ofArticle('moon')).toEqual([]);
});

test('every place has a key of its own', () => {
  const places = [
    { articleId: 'tides' },
    { articleId: 'moon' },
    { articleId: 'tides', parent: 'c1' },
    { articleId: 'tides', parent: 'c2' },
    { articleId: 'tides', editing: 'c1' },
    { articleId: 'moon', editing: 'c1' },
  ];
  expect(new Set(places.map(draftKey)).size).toBe(places.length);
  expect(places.map(draftKey).map(draftPlace)).toEqual(places);
  expect(draftKey({ articleId: 'tides', parent: 'c1' })).toBe(
    draftKey({ parent: 'c1', articleId: 'tides' }),
  );
});
