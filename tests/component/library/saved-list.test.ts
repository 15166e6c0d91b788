import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import { SavedList } from '../../../src/library/saved-list.svelte.ts';
import SavedPage from '../../../src/pages/SavedPage.svelte';
import { StorageError } from '../../../src/storage/errors.ts';
import { openTab, show } from '../../support/stage.ts';
import { copyAt } from '../storage/support.ts';

beforeEach(() => startI18n('en'));

/** A tab of a reader who has saved this many articles, a0 first. */
async function openTabWith(count: number) {
  const tab = openTab();
  for (let index = 0; index < count; index += 1) {
    await tab.storage.saved.restore(copyAt(`a${index}`, 1000 + index));
  }
  return tab;
}

async function openList(count: number) {
  const tab = await openTabWith(count);
  const list = new SavedList(tab.saved, tab.storage.changes);
  const stop = list.start();
  onTestFinished(stop);
  await expect.poll(() => list.state.status).toBe('ready');
  return { ...tab, list, stop };
}

const ids = ({ state }: SavedList) =>
  state.status === 'ready' ? state.entries.map(({ id }) => id) : [];
/** From the newest, a(from), down to a(to). */
const down = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => `a${from - index}`);

test('newest first, thirty at a time, until there are no more', async () => {
  const { list } = await openList(65);
  expect(ids(list)).toEqual(down(64, 35));
  await expect.poll(() => list.total).toBe(65);
  await list.loadMore();
  expect(ids(list)).toEqual(down(64, 5));
  expect(list.state).toMatchObject({ hasMore: true });
  await list.loadMore();
  expect(ids(list)).toEqual(down(64, 0));
  expect(list.state).toMatchObject({ hasMore: false });
});

test.each([0, 1, 30, 31])('of %i there are more only past the thirtieth', async (count) => {
  const { list } = await openList(count);
  expect(list.state).toMatchObject({ hasMore: count > 30 });
  expect(ids(list)).toHaveLength(Math.min(count, 30));
});

test('the rows do not wait for the count of all', async () => {
  const tab = await openTabWith(3);
  vi.spyOn(tab.storage.saved, 'count').mockReturnValue(new Promise(() => {}));
  await show(SavedPage, {}, tab);
  await expect.poll(() => page.getByRole('heading', { level: 2 }).elements().length).toBe(3);
});

test('headlines have their spaces set, whatever was stored', async () => {
  const tab = openTab();
  const copy = copyAt('a', 1000);
  copy.entry.summary.versions.fr!.headline = 'Quoi ?';
  await tab.storage.saved.restore(copy);
  await startI18n('fr');
  await show(SavedPage, {}, tab);
  await expect.poll(() => document.querySelector('h2')?.textContent).toBe('Quoi\u202f?');
  expect((await tab.storage.saved.get('a'))?.entry.summary.versions.fr?.headline).toBe('Quoi ?');
});

test('two presses at once bring each row once', async () => {
  const { list } = await openList(65);
  await Promise.all([list.loadMore(), list.loadMore()]);
  expect(ids(list)).toEqual(down(64, 5));
});

test('a removal in another tab takes the row out and keeps the others on the screen', async () => {
  const { list, storage } = await openList(65);
  await list.loadMore();
  const other = openTab({ name: storage.name });
  await other.library.remove('a10');
  const left = down(64, 4).filter((id) => id !== 'a10');
  await expect.poll(() => ids(list)).toEqual(left);
  await expect.poll(() => list.total).toBe(64);
});

test('a removal while more is read does not come back', async () => {
  const { list, library } = await openList(65);
  await Promise.all([list.loadMore(), library.remove('a60')]);
  await expect.poll(() => list.total).toBe(64);
  expect(ids(list)).not.toContain('a60');
  expect(new Set(ids(list)).size).toBe(ids(list).length);
});

test('an article saved in another tab comes first', async () => {
  const { list, storage } = await openList(3);
  const other = openTab({ name: storage.name });
  await other.storage.saved.restore(copyAt('new', 9000));
  await expect.poll(() => ids(list)).toEqual(['new', ...down(2, 0)]);
});

test('who has left the page is told nothing more', async () => {
  const { list, stop, saved, storage } = await openList(1);
  const other = new SavedList(saved, storage.changes);
  onTestFinished(other.start());
  stop();
  await storage.saved.restore(copyAt('new', 9000));
  await expect.poll(() => ids(other)).toEqual(['new', 'a0']);
  expect(ids(list)).toEqual(['a0']);
});

test('the page counts, shows more, and takes back a removal', async () => {
  await show(SavedPage, {}, await openTabWith(31));
  await expect.element(page.getByText('31 saved articles')).toBeVisible();
  const rows = page.getByRole('heading', { level: 2 });
  expect(rows.elements()).toHaveLength(30);

  await page.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => rows.elements().length).toBe(31);
  await expect.element(page.getByRole('button', { name: 'Show more' })).not.toBeInTheDocument();

  await page.getByRole('button', { name: 'Remove from saved' }).nth(1).click();
  await expect.element(page.getByText('30 saved articles')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('31 saved articles')).toBeVisible();
});

test('nothing saved: says so, with a way on', async () => {
  await show(SavedPage, {}, await openTabWith(0));
  await expect.element(page.getByRole('heading', { name: 'Nothing saved yet' })).toBeVisible();
  const way = page.getByRole('link', { name: 'Go to the front page' });
  expect(way.element().getAttribute('href')).toBe('/en/');
});

test('a database that cannot be read: says why, and a second try shows the list', async () => {
  const tab = await openTabWith(2);
  const failing = vi
    .spyOn(tab.storage.saved, 'page')
    .mockRejectedValue(new StorageError('blocked', 'held by another tab'));
  await show(SavedPage, {}, tab);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Another tab is still holding');
  failing.mockRestore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('2 saved articles')).toBeVisible();
});

test('with the keyboard: removing hands the focus on, to the heading at last, and undoing does not lose it', async () => {
  await show(SavedPage, {}, await openTabWith(2));
  const removeButtons = page.getByRole('button', { name: 'Remove from saved' });
  await expect.poll(() => removeButtons.elements().length).toBe(2);
  (removeButtons.first().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => removeButtons.elements().length).toBe(1);
  await expect.element(page.getByRole('main').getByRole('link').first()).toHaveFocus();
  (removeButtons.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const heading = page.getByRole('heading', { level: 1 });
  await expect.element(heading).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.poll(() => removeButtons.elements().length).toBe(1);
  await expect.element(heading).toHaveFocus();
});
