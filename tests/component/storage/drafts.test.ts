import { expect, test } from 'vitest';
import { draftKey } from '../../../src/storage/drafts.ts';
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
  expect(draftKey({ articleId: 'tides', parent: 'c1' })).toBe(
    draftKey({ parent: 'c1', articleId: 'tides' }),
  );
});
