import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import CopyStatus from '../../../src/reader/CopyStatus.svelte';
import { articleFile } from '../../support/fake-site.ts';
import { show } from '../../support/stage.ts';
import { arrive, failed, isAlive, picture, ready, tides } from './arrive.ts';

const revised = articleFile('tides', { dateModified: '2026-11-05T08:00:00Z' });

beforeEach(() => startI18n('en'));
afterEach(() => {
  vi.restoreAllMocks();
});

describe('from the network', () => {
  test('text, what to read next, and which article it is before its text is there', async () => {
    const { loader, host, seen, start } = await arrive();
    const letGo = host.hold('articles/tides.json?v=h1');
    start();
    await expect.poll(() => seen.map(({ id }) => id)).toEqual(['tides']);
    expect(loader.state.status).toBe('loading');
    letGo();
    const state = await ready(loader);
    expect(state.article.versions.en?.headline).toBe('Text: tides');
    expect(state.savedAt).toBeUndefined();
    expect(loader.related.map(({ id }) => id)).toEqual(['moon']);
    expect(loader.newer).toBeUndefined();
  });

  test('no network: says so, and a second try brings it', async () => {
    const { loader, host, start } = await arrive();
    host.isOffline = true;
    start();
    await failed(loader).toMatchObject({ kind: 'offline' });
    host.isOffline = false;
    await loader.load();
    expect(loader.state.status).toBe('ready');
  });

  test('an address that leads nowhere is not found', async () => {
    const { loader, start } = await arrive({ slug: 'gone' });
    start();
    await failed(loader).toMatchObject({ kind: 'not-found' });
  });

  test('a text that breaks the format is an error, not a page', async () => {
    const { loader, host, start } = await arrive();
    host.put('articles/tides.json?v=h1', { ...tides, versions: {} });
    start();
    await failed(loader).toMatchObject({ kind: 'invalid' });
  });

  test('who leaves gives up the request and is shown nothing more', async () => {
    const { loader, host, seen, start } = await arrive();
    host.hold('addresses/tides-en.json');
    const stop = start();
    await expect.poll(() => host.requests).toContain('addresses/tides-en.json');
    stop();
    await expect.poll(() => host.givenUp).toEqual(['addresses/tides-en.json']);
    expect(seen).toEqual([]);
    expect(loader.state.status).toBe('loading');
  });
});

describe('from the saved copy', () => {
  test('is there with its pictures while the network is still at it', async () => {
    const { loader, host, seen, start } = await arrive({ savedAs: tides });
    host.hold('addresses/tides-en.json');
    start();
    const state = await ready(loader);
    expect(state.savedAt).toBeCloseTo(Date.now(), -4);
    expect(seen).toMatchObject([{ id: 'tides', versions: { fr: { slug: 'tides-fr' } } }]);
    const url = state.pictures?.urlOf(picture.src) ?? '';
    const response = await fetch(url);
    expect((await response.arrayBuffer()).byteLength).toBe(8);
    expect(response.headers.get('Content-Type')).toBe('image/webp');
  });

  test('has its spaces set, as its summary has', async () => {
    const french = { ...tides.versions.fr!, headline: 'Quoi ?' };
    const savedAs = { ...tides, versions: { ...tides.versions, fr: french } };
    const { loader, start } = await arrive({ savedAs });
    start();
    const { article, summary } = await ready(loader);
    expect(article.versions.fr?.headline).toBe('Quoi\u202f?');
    expect(summary.versions.fr?.headline).toBe('Quoi\u202f?');
  });

  test('is found without a network even where the device has forgotten it', async () => {
    const { loader, host, start } = await arrive({ savedAs: tides, mayBeSaved: false });
    host.isOffline = true;
    start();
    expect((await ready(loader)).savedAt).toBeDefined();
  });

  test('is not waited for where nothing was ever saved', async () => {
    const { loader, start, saved } = await arrive({ mayBeSaved: false });
    const find = vi.spyOn(await saved(), 'find');
    start();
    await ready(loader);
    expect(find).not.toHaveBeenCalled();
  });

  test.each(['tides', 'tides-fr', 'tides-en'])('without a network, at %s', async (slug) => {
    const { loader, host, start } = await arrive({ savedAs: tides, slug });
    host.isOffline = true;
    start();
    const { article } = await ready(loader);
    expect(article.id).toBe('tides');
    expect(loader.newer).toBeUndefined();
  });

  test.each([
    ['of another format', { ...tides, format: 'liseuse/article/9' }],
    ['cut short', { format: 'liseuse/article/1', id: 'tides' }],
    ['no article at all', 'tides'],
  ])('one that cannot be read (%s) does not stand in the way', async (_, savedAs) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { loader, start } = await arrive({ savedAs });
    start();
    const state = await ready(loader);
    expect(state.article.versions.en?.headline).toBe('Text: tides');
    expect(state.savedAt).toBeUndefined();
    expect(warn).toHaveBeenCalledOnce();
  });

  test('a database that does not open does not stand in the way', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { loader, start, storage } = await arrive({ savedAs: tides });
    vi.spyOn(storage.saved, 'find').mockRejectedValue(new Error('no database'));
    start();
    expect((await ready(loader)).savedAt).toBeUndefined();
  });

  test('its pictures are let go when the reader leaves', async () => {
    const { loader, start } = await arrive({ savedAs: tides });
    const stop = start();
    const url = (await ready(loader)).pictures?.urlOf(picture.src) ?? '';
    expect(await isAlive(url)).toBe(true);
    stop();
    expect(await isAlive(url)).toBe(false);
  });

  test('its pictures are let go when the reader leaves before it is shown', async () => {
    const made = vi.spyOn(URL, 'createObjectURL');
    const { loader, start, storage } = await arrive({ savedAs: tides });
    const { pictures } = storage.saved;
    let stop = () => {};
    vi.spyOn(storage.saved, 'pictures').mockImplementation(async (id) => {
      const found = await pictures.call(storage.saved, id);
      stop();
      return found;
    });
    stop = start();
    await expect.poll(() => made.mock.results.length).toBe(1);
    await expect.poll(() => isAlive(String(made.mock.results[0]?.value))).toBe(false);
    expect(loader.state.status).toBe('loading');
  });
});

describe('a newer text than the saved copy', () => {
  async function arriveAtOldCopy() {
    const reader = await arrive({ savedAs: tides });
    reader.host.publish(revised, { hash: 'h2' });
    reader.start();
    const state = await ready(reader.loader);
    const onrenewed = vi.fn(() => Promise.resolve());
    await show(CopyStatus, { loader: reader.loader, savedAt: state.savedAt, onrenewed }, reader);
    return { ...reader, onrenewed, url: state.pictures?.urlOf(picture.src) ?? '' };
  }
  const offer = page.getByRole('button', { name: 'Read the updated version' });

  test('is offered, and not put in its place unasked', async () => {
    const { loader } = await arriveAtOldCopy();
    await expect.element(offer).toBeVisible();
    await expect.element(page.getByText(/^Copy from .* 20\d\d/)).toBeVisible();
    expect((await ready(loader)).article.dateModified).toBeUndefined();
  });

  test('takes its place at a press, and the old pictures go', async () => {
    const { loader, url, onrenewed } = await arriveAtOldCopy();
    await offer.click();
    await expect.element(offer).not.toBeInTheDocument();
    expect(onrenewed).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ id: 'tides', hash: 'h2' }),
    );
    const state = await ready(loader);
    expect(state.article.dateModified).toBe(revised.dateModified);
    expect(state.savedAt).toBeUndefined();
    expect(await isAlive(url)).toBe(false);
  });

  test('that cannot be had leaves the copy and its pictures, and says why', async () => {
    const { loader, host, url } = await arriveAtOldCopy();
    await expect.element(offer).toBeVisible();
    host.isOffline = true;
    await offer.click();
    await expect.element(page.getByRole('status')).toHaveTextContent('No network');
    expect((await ready(loader)).savedAt).toBeDefined();
    expect(await isAlive(url)).toBe(true);
    await expect.element(offer).toBeVisible();
  });

  test('the same text is no news', async () => {
    const { loader, start } = await arrive({ savedAs: tides });
    start();
    await ready(loader);
    await expect.poll(() => loader.related.length).toBe(1);
    expect(loader.newer).toBeUndefined();
  });
});
