import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import FrontView from '../../../src/edition/FrontView.svelte';
import ListView from '../../../src/edition/ListView.svelte';
import { ListLoader } from '../../../src/edition/list-loader.svelte.ts';
import { startI18n } from '../../../src/i18n/messages.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { openTab, show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));

const first = 'sections/science.json';
const second = 'sections/science/2.json?v=p2';

/** A section whose list has two pages; the second holds one article of the first again. */
function publishList() {
  const host = new FakeSite();
  const [moon, tides, rails] = ['moon', 'tides', 'rails'].map((id) =>
    host.publish(articleFile(id)),
  );
  host.put(first, { articles: [moon, tides], next: second });
  host.put(second, { articles: [tides, rails] });
  return { host, moon, tides, rails };
}

function openList() {
  const site = publishList();
  const list = new ListLoader(site.host.source, first);
  onTestFinished(list.start());
  return { ...site, list };
}

const ids = (list: ListLoader) => list.pages.flat().map(({ id }) => id);
const isReady = (list: ListLoader) => expect.poll(() => list.state.status).toBe('ready');

describe('a list of several pages', () => {
  test('goes on where it stopped, without showing an article twice', async () => {
    const { list } = openList();
    await isReady(list);
    expect(ids(list)).toEqual(['moon', 'tides']);
    expect(list.hasMore).toBe(true);
    await list.loadMore();
    expect(ids(list)).toEqual(['moon', 'tides', 'rails']);
    expect(list.hasMore).toBe(false);
  });

  test('two presses at once ask once', async () => {
    const { list, host } = openList();
    await isReady(list);
    await Promise.all([list.loadMore(), list.loadMore()]);
    expect(host.requests).toEqual([first, second]);
    expect(ids(list)).toEqual(['moon', 'tides', 'rails']);
  });

  test('what fails to come leaves what is there, and can be tried again', async () => {
    const { list, host } = openList();
    await isReady(list);
    host.isOffline = true;
    await list.loadMore();
    expect(list.moreError).toMatchObject({ kind: 'offline' });
    expect(ids(list)).toEqual(['moon', 'tides']);
    host.isOffline = false;
    await list.loadMore();
    expect(list.moreError).toBeUndefined();
    expect(ids(list)).toEqual(['moon', 'tides', 'rails']);
  });

  test('a newer first page is read with as many after it; one that fails changes nothing', async () => {
    const { list, host } = openList();
    await isReady(list);
    await list.loadMore();
    host.isOffline = true;
    await list.retry();
    expect(ids(list)).toEqual(['moon', 'tides', 'rails']);
    host.isOffline = false;
    host.put(first, { articles: [host.publish(articleFile('new'))], next: second });
    await list.retry();
    expect(ids(list)).toEqual(['new', 'tides', 'rails']);
    expect(list.hasMore).toBe(false);
  });

  test('begins with as many pages as a reader who comes back had, or as many as there are', async () => {
    const { host } = publishList();
    const list = new ListLoader(host.source, first, 2);
    onTestFinished(list.start());
    await isReady(list);
    expect(ids(list)).toEqual(['moon', 'tides', 'rails']);
    host.put(second, { articles: 'none' });
    const shorter = new ListLoader(host.source, first, 2);
    onTestFinished(shorter.start());
    await isReady(shorter);
    expect(ids(shorter)).toEqual(['moon', 'tides']);
    expect(shorter.hasMore).toBe(true);
  });

  test('more that was asked for before the list began anew is not added to it', async () => {
    const { list, host, rails } = openList();
    await isReady(list);
    const letGo = host.hold(second);
    const more = list.loadMore();
    const next = 'sections/science/2.json?v=p3';
    host.put(first, { articles: [host.publish(articleFile('new'))], next });
    host.put(next, { articles: [rails] });
    await list.retry();
    letGo();
    await more;
    expect(ids(list)).toEqual(['new']);
    await list.loadMore();
    expect(ids(list)).toEqual(['new', 'rails']);
  });

  test('who has left is shown nothing more', async () => {
    const { host } = publishList();
    const list = new ListLoader(host.source, first);
    host.hold(first);
    const stop = list.start();
    await expect.poll(() => host.requests).toContain(first);
    stop();
    await expect.poll(() => host.givenUp).toEqual([first]);
    expect(list.state.status).toBe('loading');
  });
});

describe('the page of a section', () => {
  const headlines = page.getByRole('heading', { level: 2 });

  test('shows more, says what went wrong, and keeps what is there', async () => {
    const tab = openTab(publishList());
    await show(ListView, { file: first }, tab);
    await expect.poll(() => headlines.elements().length).toBe(2);
    tab.host.isOffline = true;
    const more = page.getByRole('button', { name: 'Show more' });
    await more.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('No network');
    await expect.element(page.getByRole('link', { name: 'Text: moon' })).toBeVisible();
    tab.host.isOffline = false;
    await more.click();
    await expect.element(page.getByRole('link', { name: 'Text: rails' })).toBeVisible();
    await expect.element(more).not.toBeInTheDocument();
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  test('that cannot be had says so, with ways on', async () => {
    const tab = openTab(publishList());
    tab.host.isOffline = true;
    await show(ListView, { file: first }, tab);
    await expect.element(page.getByRole('alert')).toHaveTextContent('No network');
    tab.host.isOffline = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.element(page.getByRole('link', { name: 'Text: moon' })).toBeVisible();
  });

  test('with nothing in it says so', async () => {
    const tab = openTab();
    tab.host.put(first, { articles: [] });
    await show(ListView, { file: first }, tab);
    await expect
      .element(page.getByRole('heading', { name: 'No articles here yet.' }))
      .toBeVisible();
  });

  test('follows the list when the worker has found a newer one', async () => {
    const tab = openTab(publishList());
    await show(ListView, { file: first }, tab);
    await expect.poll(() => headlines.elements().length).toBe(2);
    tab.host.put(first, { articles: [tab.host.publish(articleFile('new'))] });
    tab.listChanged('tags/other.json');
    tab.listChanged(first);
    await expect.element(page.getByRole('link', { name: 'Text: new' })).toBeVisible();
    expect(tab.host.requests.filter((file) => file === first)).toHaveLength(2);
  });
});

describe('the front page', () => {
  function publishFront() {
    const { host, moon, tides, rails } = publishList();
    const file = articleFile('seul');
    const { fr } = file.versions;
    const alone = host.publish({ ...file, versions: { fr: fr! } });
    host.put('front.json', {
      lead: moon,
      sections: [
        { id: 'news', articles: [tides, rails, alone] },
        { id: 'unknown', articles: [tides] },
      ],
    });
    return host;
  }

  test('has the lead story, then each section with its articles', async () => {
    await show(FrontView, {}, openTab({ host: publishFront() }));
    await expect.element(page.getByRole('heading', { name: 'Text: moon' })).toBeVisible();
    const section = page.getByRole('region', { name: 'News' });
    expect(section.getByRole('listitem').elements()).toHaveLength(3);
    expect(page.getByRole('region').elements()).toHaveLength(1);
    const all = section.getByRole('link', { name: 'See all: News' });
    expect(all.element().getAttribute('href')).toBe('/en/section/news');
    const story = section.getByRole('link', { name: 'Text: tides' });
    expect(story.element().getAttribute('href')).toBe('/en/article/tides-en');
  });

  test('says which language an article is in that is not in the reader’s', async () => {
    await show(FrontView, {}, openTab({ host: publishFront() }));
    const alone = page.getByRole('article').filter({ hasText: 'Texte: seul' });
    await expect.element(alone.getByText('In French')).toBeVisible();
    expect(alone.getByRole('heading').element().getAttribute('lang')).toBe('fr');
    const other = page.getByRole('article').filter({ hasText: 'Text: tides' });
    expect(other.getByRole('heading').element().getAttribute('lang')).toBeNull();
  });
});
