import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import SaveButton from '../../../src/library/SaveButton.svelte';
import SavedMark from '../../../src/library/SavedMark.svelte';
import { StorageError } from '../../../src/storage/errors.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { openTab, show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));
afterEach(() => {
  vi.restoreAllMocks();
});

const button = page.getByRole('button', { name: 'Save', exact: true });
const notice = page.getByRole('status');
const isPressed = (pressed: boolean) =>
  expect.element(button).toHaveAttribute('aria-pressed', String(pressed));

async function showButton() {
  const host = new FakeSite();
  const summary = host.publish(articleFile('tides'));
  const tab = openTab({ host });
  await show(SaveButton, { summary }, tab);
  return { ...tab, summary };
}

test('one press saves; the button is pressed once it is done and the notice says so', async () => {
  const { host, storage } = await showButton();
  const letGo = host.hold('articles/tides.json?v=h1');
  await isPressed(false);
  await button.click();
  const busy = page.getByRole('button', { name: 'Saving…' });
  await expect.element(busy).toHaveAttribute('aria-busy', 'true');
  await expect.element(busy).toHaveAttribute('aria-pressed', 'false');
  letGo();
  await isPressed(true);
  await expect.element(notice).toHaveTextContent('Saved: text and pictures are on this device.');
  expect(await storage.saved.has('tides')).toBe(true);
});

test('another press removes, and that can be taken back', async () => {
  const { storage } = await showButton();
  await button.click();
  await isPressed(true);
  const before = await storage.saved.get('tides');
  await button.click();
  await isPressed(false);
  await expect.element(notice).toHaveTextContent('The article is no longer saved.');
  expect(await storage.saved.has('tides')).toBe(false);
  await page.getByRole('button', { name: 'Undo' }).click();
  await isPressed(true);
  await expect.element(notice).toHaveTextContent('The article is saved again.');
  expect(await storage.saved.get('tides')).toEqual(before);
});

test('with the keyboard, undoing is one Tab away and ends on the button', async () => {
  await showButton();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await isPressed(true);
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await isPressed(true);
  await expect.element(button).toHaveFocus();
});

test('what fails says why, stays unpressed, and can be tried again', async () => {
  const { host } = await showButton();
  host.isOffline = true;
  await button.click();
  await expect.element(notice).toHaveTextContent('could not be saved. No network');
  await isPressed(false);
  host.isOffline = false;
  await notice.getByRole('button', { name: 'Try again' }).click();
  await isPressed(true);
});

test('a full device says so', async () => {
  const { storage } = await showButton();
  vi.spyOn(storage.saved, 'save').mockRejectedValue(new StorageError('full', 'no room'));
  await button.click();
  await expect.element(notice).toHaveTextContent('There is no room left on this device.');
  await isPressed(false);
});

test('a removal that fails says that the article is still saved', async () => {
  const { storage } = await showButton();
  await button.click();
  await isPressed(true);
  vi.spyOn(storage.saved, 'remove').mockRejectedValue(new StorageError('failed', 'no'));
  await button.click();
  await expect.element(notice).toHaveTextContent('could not be removed; it is still saved.');
  await isPressed(true);
});

test('a list’s mark comes and goes with what another tab does', async () => {
  const host = new FakeSite();
  const summary = host.publish(articleFile('tides'));
  const here = openTab({ host });
  const there = openTab({ host, name: here.storage.name });
  await show(SavedMark, { id: 'tides' }, here);
  const mark = page.getByText('saved', { exact: true });
  await expect.element(mark).not.toBeInTheDocument();
  await there.library.save(summary);
  await expect.element(mark).toBeVisible();
  await there.library.remove('tides');
  await expect.element(mark).not.toBeInTheDocument();
});
