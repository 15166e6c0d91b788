import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import { StorageError } from '../../../src/storage/errors.ts';
import { commentInput } from '../storage/support.ts';
import {
  commentsFile,
  discussedTides,
  fillDisk,
  openTab,
  publishedComment,
  showThread,
  siteOf,
} from './support.ts';

beforeEach(() => startI18n('en'));
afterEach(() => localStorage.clear());

const writeBox = page.getByRole('button', { name: 'Write a comment' });
const textField = page.getByRole('textbox', { name: 'Your comment' });

test('what is typed is stored while one types on', async () => {
  const tab = openTab();
  await showThread(tab);
  await writeBox.click();
  await expect.element(textField).toHaveFocus();
  // No rest of 300 ms in the whole: a draft that waits for one would not be stored.
  const endMs = performance.now() + 2000;
  let stored: string | undefined;
  do {
    await userEvent.keyboard('a');
    stored = await tab.drafts.get('tides');
  } while ((stored?.length ?? 0) < 3 && performance.now() < endMs);
  expect(stored).toMatch(/^a{3,}$/);
});

test('a draft is there again, without taking the focus', async () => {
  const tab = openTab();
  const { unmount } = await showThread(tab);
  await writeBox.click();
  await textField.fill('Half');
  // At once after the last letter: it is stored as the form goes.
  await textField.fill('Half a thought');
  await unmount();

  await showThread(openTab(tab.name));
  await expect.element(textField).toHaveValue('Half a thought');
  await expect.element(page.getByText('Your draft was waiting for you.')).toBeVisible();
  await expect.element(textField).not.toHaveFocus();
});

test('a draft is in the database a second later, though nothing closed the form', async () => {
  const tab = openTab();
  await showThread(tab);
  await writeBox.click();
  await textField.fill('Half');
  await textField.fill('Half a thought');
  await vi.waitFor(
    async () => expect(await openTab(tab.name).drafts.get('tides')).toBe('Half a thought'),
    1000,
  );
});

test('drafts of a reply and of an edit open again in their places', async () => {
  const { source } = siteOf(commentsFile(publishedComment('c1')));
  const tab = openTab(undefined, source);
  const own = await tab.comments.add(commentInput({ text: 'Old' }));
  await tab.drafts.put('tides/reply/c1', 'An answer');
  await tab.drafts.put(`tides/edit/${own.id}`, 'New');
  await showThread(tab, discussedTides);
  await expect
    .element(page.getByRole('textbox', { name: 'Reply to Science desk' }))
    .toHaveValue('An answer');
  await expect.element(textField).toHaveValue('New');
  await page.getByRole('button', { name: 'Save changes' }).click();
  expect(await tab.drafts.get(`tides/edit/${own.id}`)).toBeUndefined();
});

test('cancelling drops the draft and hands the focus back; undoing brings it back', async () => {
  const tab = openTab();
  await tab.comments.add(commentInput({ text: 'Said' }));
  await showThread(tab);
  const reply = page.getByRole('button', { name: 'Reply' });
  await reply.click();
  const field = page.getByRole('textbox', { name: 'Reply to Ana' });
  await field.fill('Never mind');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(reply).toHaveFocus();
  await expect.element(field).not.toBeInTheDocument();
  const { id = '' } = (await tab.comments.ofArticle('tides'))[0] ?? {};
  expect(await tab.drafts.get(`tides/reply/${id}`)).toBeUndefined();

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.element(field).toHaveValue('Never mind');
  await vi.waitFor(async () =>
    expect(await tab.drafts.get(`tides/reply/${id}`)).toBe('Never mind'),
  );
});

test('of two tabs neither writes over the other’s draft', async () => {
  const tab = openTab();
  await showThread(tab);
  await writeBox.click();
  await textField.fill('Here');
  const other = openTab(tab.name);
  await vi.waitFor(async () => expect(await other.drafts.get('tides')).toBe('Here'));
  await other.drafts.put('tides', 'There');
  await textField.fill('Here too');
  await vi.waitFor(async () => expect(await tab.drafts.get('tides#2')).toBe('Here too'));
  expect(await tab.drafts.get('tides')).toBe('There');

  // Sent from here, the other’s is still kept, and is what the next form starts with.
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await writeBox.click();
  await expect.element(textField).toHaveValue('There');
  expect(await tab.drafts.get('tides#2')).toBeUndefined();
});

test('a text typed before the draft was read stands, and both are kept', async () => {
  const tab = openTab();
  await tab.drafts.put('tides', 'Kept before');
  const get = tab.drafts.get.bind(tab.drafts);
  let isSlow = true;
  vi.spyOn(tab.drafts, 'get').mockImplementation(async (key) => {
    await vi.waitFor(() => expect(isSlow).toBe(false), 5000);
    return get(key);
  });
  await showThread(tab);
  await textField.fill('Typed meanwhile');
  isSlow = false;
  await vi.waitFor(async () => expect(await get('tides#2')).toBe('Typed meanwhile'));
  await expect.element(textField).toHaveValue('Typed meanwhile');
  expect(await get('tides')).toBe('Kept before');
});

test('a draft that cannot be stored says why, and is stored once it can be', async () => {
  const tab = openTab();
  await showThread(tab);
  const free = fillDisk('drafts');
  await writeBox.click();
  await textField.fill('Still here');
  await expect.element(page.getByText(/draft is not stored.*room/i)).toBeVisible();
  free();
  await expect.element(page.getByText('Draft kept'), { timeout: 5000 }).toBeVisible();
  expect(await tab.drafts.get('tides')).toBe('Still here');
});

test('before the app reloads the last letter is stored, and a failure stops the reload', async () => {
  const tab = openTab();
  await showThread(tab);
  await writeBox.click();
  const put = tab.drafts.put.bind(tab.drafts);
  const slowPut = vi.spyOn(tab.drafts, 'put').mockImplementation(async (...draft) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await put(...draft);
  });
  await textField.fill('Al');
  await textField.fill('All');
  await Promise.all([...tab.hooks].map((hook) => hook()));
  expect(await tab.drafts.get('tides')).toBe('All');

  slowPut.mockRejectedValue(new StorageError('full', 'No room'));
  await textField.fill('All of it');
  await expect(Promise.all([...tab.hooks].map((hook) => hook()))).rejects.toThrow('No room');
});

test('letters typed as the page goes are there again', async () => {
  const tab = openTab();
  const { unmount } = await showThread(tab);
  await writeBox.click();
  await textField.fill('Half');
  await vi.waitFor(async () => expect(await tab.drafts.get('tides')).toBe('Half'));
  // What a page that is going begins to write is dropped.
  vi.spyOn(tab.drafts, 'put').mockReturnValue(new Promise(() => {}));
  await textField.fill('Half a thought');
  dispatchEvent(new PageTransitionEvent('pagehide'));
  await unmount();

  const next = openTab(tab.name);
  await showThread(next);
  await expect.element(textField).toHaveValue('Half a thought');
  await vi.waitFor(async () => expect(await next.drafts.get('tides')).toBe('Half a thought'));
  expect(await next.drafts.get('tides#2')).toBeUndefined();
  await vi.waitFor(() => expect(localStorage.length).toBe(0));
});

test('a thread that is left takes its hooks back', async () => {
  const tab = openTab();
  const { unmount } = await showThread(tab);
  await writeBox.click();
  await expect.element(textField).toHaveFocus();
  expect(tab.hooks.size).toBe(1);
  await unmount();
  expect(tab.hooks.size).toBe(0);
});
