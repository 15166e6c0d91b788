import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { findDraft } from '../../../src/comments/draft-slots.ts';
import { Draft } from '../../../src/comments/draft.svelte.ts';
import { findLastWords, keepLastWords } from '../../../src/comments/last-words.ts';
import { startI18n } from '../../../src/i18n/messages.ts';
import { fillDisk, openTab, showThread } from './support.ts';

beforeEach(() => startI18n('en'));
afterEach(() => localStorage.clear());

const writeBox = page.getByRole('button', { name: 'Write a comment' });
const textField = page.getByRole('textbox', { name: 'Your comment' });

/** A page that was left as its last write went through: it did not live to drop the last words. */
async function leaveWith(text: string) {
  const tab = openTab();
  await tab.drafts.put('tides', text);
  keepLastWords('tides', { text, earlier: [] });
  return tab;
}

test('last words that the database got as well do not hide what is typed later', async () => {
  const tab = await leaveWith('Half');
  const { unmount } = await showThread(tab);
  await expect.element(textField).toHaveValue('Half');
  await textField.fill('Half a thought');
  await vi.waitFor(async () => expect(await tab.drafts.get('tides')).toBe('Half a thought'));
  await unmount();
  await showThread(openTab(tab.name));
  await expect.element(textField).toHaveValue('Half a thought');
});

test('a comment that was sent does not come back as a draft', async () => {
  const tab = await leaveWith('A thought');
  const { unmount } = await showThread(tab);
  await expect.element(textField).toHaveValue('A thought');
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect.element(page.getByRole('article')).toHaveFocus();
  await unmount();
  expect(await findDraft(tab.drafts, 'tides')).toBeUndefined();
});

test.each(['Keep on this device', 'Cancel'])(
  'last words that could not be stored go with their text: %s',
  async (button) => {
    const tab = openTab();
    await showThread(tab);
    const free = fillDisk('drafts');
    await writeBox.click();
    await textField.fill('A thought');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(findLastWords('tides')?.text).toBe('A thought');
    if (button === 'Cancel') free();
    await page.getByRole('button', { name: button }).click();
    await expect.element(textField).not.toBeInTheDocument();
    expect(await findDraft(tab.drafts, 'tides')).toBeUndefined();
  },
);

test('last words that another text was typed beside outlive it', async () => {
  const tab = openTab();
  const draft = new Draft({ drafts: tab.drafts, key: 'tides', text: 'Typed' });
  keepLastWords('tides', { text: 'Before', earlier: [] });
  await draft.flush();
  await draft.handOver((key) => tab.drafts.remove(key));
  expect(await findDraft(tab.drafts, 'tides')).toMatchObject({ text: 'Before' });
});
