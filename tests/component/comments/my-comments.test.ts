import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { startI18n, switchLanguage } from '../../../src/i18n/messages.ts';
import { commentAt, commentInput } from '../storage/support.ts';
import { openTab, showMyComments } from './support.ts';

beforeEach(() => startI18n('en'));

const comments = page.getByRole('article');
const notice = page.getByRole('status');

test('comments stand by article, newest first, each with the way to its place', async () => {
  const tab = openTab();
  const about = { en: { slug: 'grid', headline: 'The grid' } };
  await tab.comments.restore({ ...commentAt('a', 1000), text: 'Oldest' });
  await tab.comments.restore({ ...commentAt('b', 2000), text: 'Other', articleId: 'grid', about });
  await tab.comments.restore({ ...commentAt('c', 3000), text: 'Newest' });
  await showMyComments(tab);

  await expect.element(page.getByText('3 comments on this device')).toBeVisible();
  const headings = page.getByRole('heading', { level: 2 });
  const languages = headings.elements().map((heading) => heading.getAttribute('lang'));
  expect(headings.elements().map(({ textContent }) => textContent)).toEqual([
    'Les marées',
    'The grid',
  ]);
  expect(languages).toEqual(['fr', null]);
  expect(comments.elements().map((element) => element.id)).toEqual([
    'comment-c',
    'comment-a',
    'comment-b',
  ]);
  await expect
    .element(comments.last().getByRole('link', { name: 'See it in the article' }))
    .toHaveAttribute('href', '/fr/article/grid#comment-b');
});

test('how long ago follows the time and the language while one looks', async () => {
  const writtenAt = Date.parse('2026-11-04T15:20:00Z');
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: writtenAt });
  try {
    const tab = openTab();
    await tab.comments.restore(commentAt('a', writtenAt));
    await showMyComments(tab);
    const time = page.getByText(/just now|ago|il y a/);
    await expect.element(time).toHaveTextContent('just now');
    vi.advanceTimersByTime(3 * 60_000);
    await expect.element(time).toHaveTextContent('3 min ago');
    await switchLanguage('fr');
    await expect.element(time).toHaveTextContent('il y a 3 min');
    await expect
      .element(time)
      .toHaveAttribute('title', expect.stringContaining('4\u00a0novembre 2026 à'));
  } finally {
    vi.useRealTimers();
  }
});

test('headlines and comments have their spaces set', async () => {
  const tab = openTab();
  const about = { fr: { slug: 'oui', headline: 'Oui ?' } };
  await tab.comments.restore({ ...commentAt('a', 1000), about, text: 'Ah !', language: 'fr' });
  await showMyComments(tab);
  await expect.poll(() => document.querySelector('h2')?.textContent).toBe('Oui\u202f?');
  expect(document.querySelector('article [lang]')?.textContent).toBe('Ah\u202f!');
});

test('thirty are shown, then the rest', async () => {
  const tab = openTab();
  for (let n = 1; n <= 65; n += 1) await tab.comments.restore(commentAt(`c${n}`, n));
  await showMyComments(tab);
  await expect.element(comments.first()).toHaveAttribute('id', 'comment-c65');
  expect(comments.elements()).toHaveLength(30);
  const more = page.getByRole('button', { name: 'Show more' });
  await more.click();
  await vi.waitFor(() => expect(comments.elements()).toHaveLength(60));
  await more.click();
  await vi.waitFor(() => expect(comments.elements()).toHaveLength(65));
  await expect.element(comments.last()).toHaveAttribute('id', 'comment-c1');
  await expect.element(more).not.toBeInTheDocument();
});

test('a deleted comment hands the focus on, and comes back', async () => {
  const tab = openTab();
  await tab.comments.restore({ ...commentAt('a', 1000), text: 'Older' });
  await tab.comments.restore({ ...commentAt('b', 2000), text: 'Newer' });
  await showMyComments(tab);
  await comments.first().getByRole('button', { name: 'Delete' }).click();
  await expect.element(page.getByText('Newer')).not.toBeInTheDocument();
  await expect.element(comments.first()).toHaveFocus();
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('Newer')).toBeVisible();
  expect(await tab.comments.page({ limit: 3 })).toHaveLength(2);
});

test('with no comments there is a way on', async () => {
  await showMyComments(openTab());
  await expect.element(page.getByRole('heading', { name: 'You have not written' })).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Choose an article' }))
    .toHaveAttribute('href', '/fr/');
});

test('a database that fails is told, and tried again', async () => {
  const tab = openTab();
  await tab.comments.add(commentInput({ text: 'Still here' }));
  const run = vi.spyOn(tab.db, 'run').mockRejectedValueOnce(new Error('gone'));
  await showMyComments(tab);
  await expect.element(page.getByRole('alert')).toBeVisible();
  run.mockRestore();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByText('Still here')).toBeVisible();
});

test('what another tab writes shows at once', async () => {
  const tab = openTab();
  await showMyComments(tab);
  await expect.element(page.getByRole('link', { name: 'Choose an article' })).toBeVisible();
  await openTab(tab.name).comments.add(commentInput({ text: 'From over there' }));
  await expect.element(page.getByText('From over there')).toBeVisible();
});
