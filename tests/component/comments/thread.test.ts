import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import { commentInput } from '../storage/support.ts';
import {
  commentsFile,
  discussedTides,
  fillDisk,
  openTab,
  publishedComment,
  showThread,
  siteOf,
  tides,
} from './support.ts';

beforeEach(() => startI18n('en'));
afterEach(() => localStorage.removeItem('liseuse.name'));

const writeBox = page.getByRole('button', { name: 'Write a comment' });
const textField = page.getByRole('textbox', { name: 'Your comment' });
const notice = page.getByRole('status');

/** A comment by a bit of its text. */
const commentOf = (text: string) => page.getByRole('article').filter({ hasText: text });

async function write(text: string) {
  await writeBox.click();
  await textField.fill(text);
  await page.getByRole('button', { name: 'Keep on this device' }).click();
}

test('a comment is written, stored, shown, and has the focus', async () => {
  const tab = openTab();
  await showThread(tab);
  await expect.element(page.getByText('Nobody has written anything yet.')).toBeVisible();

  await writeBox.click();
  await expect.element(textField).toHaveFocus();
  await textField.fill('And the Moon?\nIt pulls.\n\nTwice a day.');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ana');
  await page.getByRole('button', { name: 'Keep on this device' }).click();

  const comment = commentOf('And the Moon?');
  await expect.element(comment).toHaveFocus();
  await expect.element(comment).toHaveAccessibleName(/^Ana just now/);
  await expect.element(comment.getByText('only on this device')).toBeVisible();
  await expect.element(comment.getByText('Twice a day.')).toBeVisible();
  await expect.element(notice).toHaveTextContent('Your comment is kept on this device.');
  await expect.element(textField).not.toBeInTheDocument();
  const stored = await tab.comments.ofArticle('tides');
  expect(stored).toMatchObject([
    {
      text: 'And the Moon?\nIt pulls.\n\nTwice a day.',
      author: 'Ana',
      language: 'en',
      about: {
        fr: { slug: 'tides-fr', headline: 'Le titre' },
        en: { slug: 'tides-en', headline: 'Headline' },
      },
    },
  ]);
  await expect.element(comment).toHaveAttribute('id', `comment-${stored[0]?.id}`);
  expect(await tab.drafts.get('tides')).toBeUndefined();
});

test('a comment has its spaces set in its own language, and is edited as it was written', async () => {
  const text = 'Ah ! « Oui »';
  const file = commentsFile(publishedComment('c1', { text, language: 'fr' }));
  const tab = openTab(undefined, siteOf(file).source);
  await tab.comments.add(commentInput({ text }));
  await tab.comments.add(commentInput({ text: 'Ah !', language: 'en' }));
  await showThread(tab, discussedTides);
  const set = 'Ah\u202f! «\u202fOui\u202f»';
  const texts = () =>
    [...document.querySelectorAll('article [lang]')].map((each) => each.textContent);
  await expect.poll(texts).toEqual([set, set, 'Ah !']);

  await page.getByRole('button', { name: 'Edit' }).first().click();
  await expect.element(textField).toHaveValue(text);
});

test('the name is remembered for the next comment', async () => {
  await showThread(openTab());
  await writeBox.click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('  Ana ');
  await textField.fill('One');
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect.element(commentOf('One')).toHaveFocus();
  await writeBox.click();
  await expect.element(page.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ana');
});

test('a comment without a name is said to be yours, and nothing is sent without text', async () => {
  const tab = openTab();
  await showThread(tab);
  await write('   ');
  await expect.element(textField).toHaveFocus();
  expect(await tab.comments.ofArticle('tides')).toEqual([]);

  await textField.fill('Here');
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect.element(commentOf('Here')).toHaveAccessibleName(/^You just now/);
});

test('a reply stands under the published comment it answers', async () => {
  const { source } = siteOf(commentsFile(publishedComment('c1')));
  const tab = openTab(undefined, source);
  await showThread(tab, discussedTides);

  await commentOf('The Earth is falling.').getByRole('button', { name: 'Reply' }).click();
  const field = page.getByRole('textbox', { name: 'Reply to Science desk' });
  await expect.element(field).toHaveFocus();
  await field.fill('Towards the Moon?');
  await page.getByRole('button', { name: 'Keep on this device' }).click();

  await expect.element(commentOf('Towards the Moon?')).toHaveFocus();
  expect(await tab.comments.ofArticle('tides')).toMatchObject([{ parent: 'c1' }]);
  const answers = page
    .getByRole('listitem')
    .filter({ hasText: 'The Earth is falling.' })
    .getByRole('listitem');
  await expect.element(answers).toHaveTextContent('Towards the Moon?');
  await expect.element(page.getByText('2 comments')).toBeInTheDocument();
});

test('a comment is edited in its place', async () => {
  const tab = openTab();
  const { id } = await tab.comments.add(commentInput({ text: 'Teh Moon', author: 'Ana' }));
  await showThread(tab);

  await commentOf('Teh Moon').getByRole('button', { name: 'Edit' }).click();
  await expect.element(textField).toHaveValue('Teh Moon');
  await textField.fill('The Moon');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect.element(commentOf('The Moon')).toHaveFocus();
  await expect.element(commentOf('The Moon').getByText('edited')).toBeVisible();
  expect(await tab.comments.ofArticle('tides')).toMatchObject([
    // It was kept as French: its words say otherwise.
    { id, text: 'The Moon', author: 'Ana', language: 'en' },
  ]);
});

test('a deleted comment hands the focus on, and comes back', async () => {
  const tab = openTab();
  const first = await tab.comments.add(commentInput({ text: 'First' }));
  await tab.comments.add(commentInput({ text: 'Second', parent: first.id }));
  await showThread(tab);

  await commentOf('First').getByRole('button', { name: 'Delete' }).click();
  await expect.element(commentOf('First')).not.toBeInTheDocument();
  await expect.element(commentOf('Second')).toHaveFocus();
  await expect
    .element(commentOf('Second').getByText('The comment this one answers is no longer here.'))
    .toBeVisible();
  expect(await tab.comments.ofArticle('tides')).toMatchObject([{ text: 'Second' }]);

  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.element(commentOf('First')).toHaveFocus();
  await expect.element(notice).toHaveTextContent('The comment is back.');
  expect(await tab.comments.ofArticle('tides')).toMatchObject([first, { text: 'Second' }]);
});

test('with the keyboard, taking a deletion back is one Tab away', async () => {
  const tab = openTab();
  await tab.comments.add(commentInput({ text: 'Only' }));
  await showThread(tab);
  const button = commentOf('Only').getByRole('button', { name: 'Delete' });
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(writeBox).toHaveFocus();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(commentOf('Only')).toHaveFocus();
});

test('when the last comment is deleted, the focus goes to where one writes', async () => {
  const tab = openTab();
  await tab.comments.add(commentInput({ text: 'Only' }));
  await showThread(tab);
  await commentOf('Only').getByRole('button', { name: 'Delete' }).click();
  await expect.element(writeBox).toHaveFocus();
});

test('a comment that cannot be stored stays in its form, which says why', async () => {
  const tab = openTab();
  await showThread(tab);
  const free = fillDisk('comments');
  await write('Do not lose me');

  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(/could not be stored.*no.* room/i);
  await expect.element(textField).toHaveValue('Do not lose me');
  expect(await tab.drafts.get('tides')).toBe('Do not lose me');
  expect(await tab.comments.ofArticle('tides')).toEqual([]);

  free();
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  await expect.element(commentOf('Do not lose me')).toHaveFocus();
  expect(await tab.drafts.get('tides')).toBeUndefined();
});

test('the form stays until the comment is in the database', async () => {
  const tab = openTab();
  await showThread(tab);
  let store = () => {};
  const stored = new Promise<void>((resolve) => (store = resolve));
  const add = tab.comments.add.bind(tab.comments);
  vi.spyOn(tab.comments, 'add').mockImplementation(async (...input) => {
    await stored;
    return add(...input);
  });
  await write('Wait for it');

  await vi.waitFor(() => expect(tab.comments.add).toHaveBeenCalledOnce());
  await expect.element(textField).toHaveValue('Wait for it');
  await page.getByRole('button', { name: 'Keep on this device' }).click();
  store();
  await expect.element(textField).not.toBeInTheDocument();
  expect(await tab.comments.ofArticle('tides')).toHaveLength(1);
});

test('hostile text is text', async () => {
  const hostile = [
    '<img src=x onerror="document.title=`taken`"><script>document.title="taken"</script>',
    'javascript:alert(1) data:text/html,x https://user@evil.test/',
    'see https://example.org/a?b=1&c=<b>2</b>',
  ].join('\n\n');
  const file = commentsFile(publishedComment('c1', { text: hostile, author: '<b>Eve</b>' }));
  const tab = openTab(undefined, siteOf(file).source);
  await tab.comments.add(commentInput({ text: hostile, author: '<i>Me</i>' }));
  const { container } = await showThread(tab, discussedTides);

  await expect.element(page.getByText('<b>Eve</b>')).toBeVisible();
  await expect.element(page.getByText('<i>Me</i>')).toBeVisible();
  expect(container.textContent).toContain('<img src=x onerror=');
  expect(container.querySelector('img, script, b, i')).toBeNull();
  expect(document.title).not.toBe('taken');
  const linked = [...container.querySelectorAll('a')];
  expect(linked.map(({ href }) => href)).toEqual(Array(2).fill('https://example.org/a?b=1&c='));
  for (const link of linked) expect(link.rel).toBe('nofollow ugc noopener');
});

test('each comment says which language it is in', async () => {
  const tab = openTab(undefined, siteOf(commentsFile(publishedComment('c1'))).source);
  await tab.comments.add(commentInput({ text: 'Et la Lune ?', language: 'fr' }));
  await showThread(tab, discussedTides);
  const langOf = (text: string) =>
    page.getByText(text).element().closest('[lang]')?.getAttribute('lang');
  await expect.element(page.getByText('Et la Lune ?')).toBeVisible();
  await expect.element(page.getByText('The Earth is falling.')).toBeVisible();
  expect(langOf('Et la Lune ?')).toBe('fr');
  expect(langOf('The Earth is falling.')).toBe('en');
});

test('a comment is in the language it was written in, whatever that of the page', async () => {
  const tab = openTab();
  await showThread(tab);
  await writeBox.click();
  for (const [text, language] of [
    ['Et la Lune, qui la tire ?', 'fr'],
    ['And who pulls the Moon?', 'en'],
    // Nothing tells: that of the page.
    ['Bravo', 'en'],
  ] as const) {
    await textField.fill(text);
    await page.getByRole('button', { name: 'Keep on this device' }).click();
    await expect.element(page.getByText(text)).toBeVisible();
    expect(page.getByText(text).element().closest('[lang]')?.getAttribute('lang')).toBe(language);
    await writeBox.click();
  }
});

test('without the published comments one’s own are there, and trying again brings the rest', async () => {
  const { source, answer } = siteOf();
  const tab = openTab(undefined, source);
  await tab.comments.add(commentInput({ text: 'Mine' }));
  await showThread(tab, discussedTides);

  await expect.element(commentOf('Mine')).toBeVisible();
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be loaded');
  answer.mockResolvedValue(Response.json(commentsFile(publishedComment('c1'))));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(commentOf('The Earth is falling.')).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('one’s own comments wait for the published ones above them, but not for ever', async () => {
  const { source, answer } = siteOf();
  let publish = (_file: Response) => {};
  answer.mockReturnValue(new Promise((resolve) => (publish = resolve)));
  const tab = openTab(undefined, source);
  await tab.comments.add(commentInput({ text: 'Mine' }));
  const read = vi.spyOn(tab.comments, 'ofArticle');
  await showThread(tab, discussedTides);
  await expect.element(page.getByText('Loading…')).toBeInTheDocument();
  await vi.waitFor(() => expect(read).toHaveResolved());
  await tick();
  await expect.element(commentOf('Mine')).not.toBeInTheDocument();
  await expect.element(commentOf('Mine'), { timeout: 4000 }).toBeVisible();
  publish(Response.json(commentsFile(publishedComment('c1'))));
  await expect.element(commentOf('The Earth is falling.')).toBeVisible();
});

test('without a database the published comments are there, and the trouble is told', async () => {
  const tab = openTab(undefined, siteOf(commentsFile(publishedComment('c1'))).source);
  vi.spyOn(tab.db, 'run').mockRejectedValue(new Error('gone'));
  await showThread(tab, discussedTides);
  await expect.element(commentOf('The Earth is falling.')).toBeVisible();
  await expect.element(page.getByRole('alert')).toBeVisible();
});

test('a saved article shows the comments saved with it, without the network', async () => {
  const { source, answer } = siteOf();
  await showThread(
    openTab(undefined, source),
    discussedTides,
    commentsFile(publishedComment('c1')),
  );
  await expect.element(commentOf('The Earth is falling.')).toBeVisible();
  expect(answer).not.toHaveBeenCalled();
});

test('saved comments that cannot be read give way to the network', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { source } = siteOf(commentsFile(publishedComment('c1')));
  await showThread(openTab(undefined, source), discussedTides, { format: 'liseuse/comments/1' });
  await expect.element(commentOf('The Earth is falling.')).toBeVisible();
});

test('what another tab writes and deletes shows at once', async () => {
  const tab = openTab();
  const other = openTab(tab.name);
  await showThread(tab);
  await expect.element(page.getByText('Nobody has written anything yet.')).toBeVisible();
  const { id } = await other.comments.add(commentInput({ text: 'From over there' }));
  await expect.element(commentOf('From over there')).toBeVisible();
  await other.comments.remove(id);
  await expect.element(commentOf('From over there')).not.toBeInTheDocument();
});

test('an edit survives that its comment is deleted in another tab', async () => {
  const tab = openTab();
  const other = openTab(tab.name);
  const { id } = await tab.comments.add(commentInput({ text: 'Old' }));
  await showThread(tab);
  await commentOf('Old').getByRole('button', { name: 'Edit' }).click();
  await textField.fill('New');
  await other.comments.remove(id);
  await expect.element(page.getByText('no longer here')).toBeVisible();
  await expect.element(textField).toHaveValue('New');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.element(commentOf('New')).toHaveFocus();
  expect(await tab.comments.ofArticle('tides')).toMatchObject([{ id, text: 'New' }]);
});

test('the thread speaks French', async () => {
  await startI18n('fr');
  const tab = openTab();
  await tab.comments.add(commentInput({ author: '' }));
  await showThread(tab, tides);
  const comment = page.getByRole('article', { name: 'Vous à l’instant' });
  await expect.element(comment.getByText('sur cet appareil seulement')).toBeVisible();
  await expect.element(comment.getByRole('button', { name: 'Répondre' })).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Écrire un commentaire' })).toBeVisible();
});
