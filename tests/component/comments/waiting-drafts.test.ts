import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { keepLastWords } from '../../../src/comments/last-words.ts';
import { startI18n } from '../../../src/i18n/messages.ts';
import { commentInput } from '../storage/support.ts';
import {
  commentsFile,
  discussedTides,
  openTab,
  publishedComment,
  showThread,
  siteOf,
} from './support.ts';

beforeEach(() => startI18n('en'));
afterEach(() => localStorage.clear());

const textField = page.getByRole('textbox', { name: 'Your comment' });
const replyField = page.getByRole('textbox', { name: 'Reply to Science desk' });
const gone = page.getByText('The comment this one answers is no longer here.');
const post = page.getByRole('button', { name: 'Keep on this device' });

test('all drafts of the thread are found by one reading', async () => {
  const file = commentsFile(publishedComment('c1'), publishedComment('c2'));
  const tab = openTab(undefined, siteOf(file).source);
  const own = await tab.comments.add(commentInput());
  await tab.drafts.put(`tides/reply/${own.id}`, 'To myself');
  const readAll = vi.spyOn(tab.drafts, 'ofArticle');
  const readOne = vi.spyOn(tab.drafts, 'get');
  await showThread(tab, discussedTides);
  await expect
    .element(page.getByRole('textbox', { name: 'Reply to Ana' }))
    .toHaveValue('To myself');
  expect(readAll).toHaveBeenCalledOnce();
  // By the one form that is open.
  expect(readOne.mock.calls).toEqual([[`tides/reply/${own.id}`]]);
});

test('a reply whose parent is gone is there, and can be sent', async () => {
  const tab = openTab();
  await tab.drafts.put('tides/reply/gone', 'An answer');
  await showThread(tab);
  await expect.element(textField).toHaveValue('An answer');
  await expect.element(gone).toBeVisible();
  await expect.element(textField).not.toHaveFocus();
  await post.click();
  await expect.element(page.getByRole('article')).toHaveTextContent('An answer');
  expect(await tab.comments.ofArticle('tides')).toMatchObject([{ parent: 'gone' }]);
  expect(await tab.drafts.ofArticle('tides')).toEqual([]);
});

test('an edit whose comment was deleted is there, and is sent as a comment of its own', async () => {
  const tab = openTab();
  await tab.drafts.put('tides/edit/gone', 'New words');
  await showThread(tab);
  await expect.element(textField).toHaveValue('New words');
  await expect.element(gone).toBeVisible();
  await post.click();
  await expect.element(page.getByRole('article')).toHaveTextContent('New words');
  expect(await tab.comments.ofArticle('tides')).toMatchObject([{ text: 'New words' }]);
  expect(await tab.drafts.ofArticle('tides')).toEqual([]);
});

test('a reply waits for published comments that fail, and opens once they are there', async () => {
  const { source, answer } = siteOf();
  const tab = openTab(undefined, source);
  await tab.drafts.put('tides', 'On the article');
  await tab.drafts.put('tides/reply/c1', 'An answer');
  await showThread(tab, discussedTides);
  await expect.element(textField).toHaveValue('On the article');
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be loaded');
  // Nobody knows whether its parent is gone.
  await expect.element(gone).not.toBeInTheDocument();

  answer.mockResolvedValue(Response.json(commentsFile(publishedComment('c1'))));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(replyField).toHaveValue('An answer');
  await expect.element(gone).not.toBeInTheDocument();
});

test('a form that was closed does not open again when comments change', async () => {
  const tab = openTab();
  const other = openTab(tab.name);
  await tab.drafts.put('tides/reply/gone', 'An answer');
  await showThread(tab);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(textField).not.toBeInTheDocument();
  await other.comments.add(commentInput({ text: 'From over there' }));
  await expect.element(page.getByRole('article')).toHaveTextContent('From over there');
  await expect.element(textField).not.toBeInTheDocument();
});

test('last words that the database never got open their form, of this article only', async () => {
  keepLastWords('tides/reply/c1#2', { text: 'Only just', earlier: [] });
  keepLastWords('tides-2', { text: 'Elsewhere', earlier: [] });
  const tab = openTab(undefined, siteOf(commentsFile(publishedComment('c1'))).source);
  await showThread(tab, discussedTides);
  await expect.element(replyField).toHaveValue('Only just');
  await expect.element(textField).not.toBeInTheDocument();
});
