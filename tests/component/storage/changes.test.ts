import { expect, test, vi } from 'vitest';
import { commentInput, inputOf, openChanges, openStorage } from './support.ts';

const change = { store: 'saved', articleId: 'tides' } as const;

test('this tab hears a change at once, another one soon, each of them once', async () => {
  const here = openChanges('channel-1');
  const there = openChanges('channel-1');
  const elsewhere = openChanges('channel-2');
  const [heardHere, heardThere, heardElsewhere] = [vi.fn(), vi.fn(), vi.fn()];
  here.subscribe(heardHere);
  there.subscribe(heardThere);
  elsewhere.subscribe(heardElsewhere);

  here.post(change);

  expect(heardHere.mock.calls).toEqual([[change]]);
  await vi.waitFor(() => expect(heardThere).toHaveBeenCalled());
  here.post({ store: 'comments', articleId: 'moon' });
  await vi.waitFor(() => expect(heardThere).toHaveBeenCalledTimes(2));
  expect(heardThere.mock.calls[0]).toEqual([change]);
  expect(heardHere).toHaveBeenCalledTimes(2);
  expect(heardElsewhere).not.toHaveBeenCalled();
});

test('a save, a removal and a comment in one tab reach the other, which can read them', async () => {
  const one = openStorage();
  const other = openStorage(one.name);
  const read: unknown[] = [];
  other.changes.subscribe(async ({ store, articleId }) => {
    const isSaved = await other.saved.has(articleId);
    const texts = (await other.comments.ofArticle(articleId)).map(({ text }) => text);
    read.push([store, isSaved, texts]);
  });

  await one.saved.save(inputOf('tides'));
  await vi.waitFor(() => expect(read).toEqual([['saved', true, []]]));
  await one.comments.add(commentInput());
  await vi.waitFor(() => expect(read.at(-1)).toEqual(['comments', true, ['Et la Lune ?']]));
  await one.saved.remove('tides');
  await vi.waitFor(() => expect(read.at(-1)).toEqual(['saved', false, ['Et la Lune ?']]));
});

test('who has left hears nothing', async () => {
  const here = openChanges('channel-3');
  const listener = vi.fn();
  const other = vi.fn();
  const leave = here.subscribe(listener);
  here.subscribe(other);
  leave();
  here.post(change);
  expect(listener).not.toHaveBeenCalled();
  expect(other).toHaveBeenCalledOnce();
});

test('a listener that fails silences nobody else and undoes no write', async () => {
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  const { saved, changes } = openStorage();
  const listener = vi.fn();
  changes.subscribe(() => {
    throw new Error('Broken');
  });
  changes.subscribe(listener);
  await saved.save(inputOf('tides'));
  expect(listener).toHaveBeenCalledOnce();
  expect(report).toHaveBeenCalledOnce();
  report.mockRestore();
});

test('messages of another shape are not passed on', async () => {
  const changes = openChanges('channel-4');
  const listener = vi.fn();
  changes.subscribe(listener);
  const stranger = new BroadcastChannel('channel-4');
  for (const message of [null, 'saved', { store: 'saved' }, { store: 'x', articleId: 'tides' }]) {
    stranger.postMessage(message);
  }
  stranger.postMessage(change);
  await vi.waitFor(() => expect(listener).toHaveBeenCalled());
  expect(listener.mock.calls).toEqual([[change]]);
  stranger.close();
});
