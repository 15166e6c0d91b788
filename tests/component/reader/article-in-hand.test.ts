/** An article that is there before it is asked for: its prerendered page carries it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startI18n } from '../../../src/i18n/messages.ts';
import { whenIdle } from '../../../src/ui/when-idle.ts';
import { articleFile } from '../../support/fake-site.ts';
import { saveData } from '../../support/save-data.ts';
import { arrive, ready, tides } from './arrive.ts';

const revised = articleFile('tides', { dateModified: '2026-11-05T08:00:00Z' });
const onlyFrench = articleFile('tides', { versions: { fr: tides.versions.fr! } });
const text = 'articles/tides.json?v=h1';
const address = 'addresses/tides-en.json';
const otherAddress = 'addresses/tides-fr.json';

beforeEach(() => startI18n('en'));
afterEach(() => {
  vi.restoreAllMocks();
});

/** Until what was to be done when idle has begun. */
const idle = () => new Promise<void>((resolve) => whenIdle(resolve));

describe('an article that its page carries', () => {
  test('is there at once, without a request, and is told', async () => {
    const { loader, host, seen, start } = await arrive({ carriedIn: 'en' });
    expect(loader.state).toMatchObject({ status: 'ready', article: { id: 'tides' } });
    expect(loader.related.map(({ id }) => id)).toEqual(['moon']);
    start();
    expect(seen.map(({ id }) => id)).toEqual(['tides']);
    expect(host.requests).toEqual([]);
  });

  test('brings its other language when that is asked for; what is read stays the very same', async () => {
    const { loader, host } = await arrive({ carriedIn: 'en' });
    const before = await ready(loader);
    await Promise.all([loader.bringVersions(), loader.bringVersions()]);
    const { article } = await ready(loader);
    expect(article.versions.en).toBe(before.article.versions.en);
    expect(article.versions.fr).toEqual(tides.versions.fr);
    await loader.bringVersions();
    expect(host.requests).toEqual([text]);
  });

  test('has nothing to bring where it is in one language', async () => {
    const { loader, host } = await arrive({
      carriedIn: 'fr',
      document: onlyFrench,
      slug: 'tides-fr',
    });
    await loader.bringVersions();
    expect(host.requests).toEqual([]);
  });

  test('takes its other language from the saved copy where there is no network', async () => {
    const { loader, host } = await arrive({ carriedIn: 'en', savedAs: tides });
    const made = vi.spyOn(URL, 'createObjectURL');
    const released = vi.spyOn(URL, 'revokeObjectURL');
    host.isOffline = true;
    await loader.bringVersions();
    const { article, savedAt } = await ready(loader);
    expect(article.versions.fr?.headline).toBe('Texte: tides');
    expect(savedAt).toBeUndefined();
    expect(released.mock.calls.length).toBe(made.mock.calls.length);
  });

  test.each([
    ['no saved copy', { savedAs: undefined }],
    ['nothing saved on this device', { savedAs: tides, mayBeSaved: false }],
  ])('tells that its other language cannot be had, with %s, and stays', async (_, setup) => {
    const { loader, host } = await arrive({ carriedIn: 'en', ...setup });
    const before = loader.state;
    host.isOffline = true;
    await expect(loader.bringVersions()).rejects.toMatchObject({ kind: 'offline' });
    expect(loader.state).toBe(before);
    host.isOffline = false;
    await loader.bringVersions();
    expect((await ready(loader)).article.versions.fr).toBeDefined();
  });
});

describe('at leisure', () => {
  test('brings the other language, and both addresses, for when the network is gone', async () => {
    const { loader, host, start } = await arrive({ carriedIn: 'en' });
    const before = await ready(loader);
    start();
    await expect.poll(() => [...host.requests].sort()).toEqual([address, otherAddress, text]);
    await expect.poll(async () => (await ready(loader)).article.versions.fr).toBeDefined();
    expect((await ready(loader)).article.versions.en).toBe(before.article.versions.en);
    expect(loader.newer).toBeUndefined();
  });

  test('offers a text that has been published since the page was drawn', async () => {
    const { loader, host, start } = await arrive({ carriedIn: 'en' });
    host.publish(revised, { hash: 'h2' });
    start();
    await expect.poll(() => loader.newer?.hash).toBe('h2');
    expect((await ready(loader)).article.dateModified).toBeUndefined();
    await loader.showNewer();
    expect((await ready(loader)).article.dateModified).toBe(revised.dateModified);
    expect(loader.newer).toBeUndefined();
  });

  test('renews a saved copy of an older text, with the text on the screen', async () => {
    const { renewed, start } = await arrive({ carriedIn: 'en', savedAs: tides, savedHash: 'h0' });
    start();
    await expect.poll(() => renewed.map(({ hash }) => hash)).toEqual(['h1']);
  });

  test.each([
    ['of this text', { savedAs: tides }],
    ['that is none', {}],
    ['on a device where nothing was saved', { savedAs: tides, savedHash: 'h0', mayBeSaved: false }],
  ])('leaves a saved copy %s', async (_, setup) => {
    const { loader, renewed, start } = await arrive({ carriedIn: 'en', ...setup });
    start();
    await expect.poll(async () => (await ready(loader)).article.versions.fr).toBeDefined();
    expect(renewed).toEqual([]);
  });

  test('without a network leaves the page as it is', async () => {
    const { loader, host, start } = await arrive({ carriedIn: 'en' });
    host.isOffline = true;
    const before = loader.state;
    start();
    await expect.poll(() => host.requests).toContain(text);
    await idle();
    expect(loader.state).toBe(before);
    expect(loader.newer).toBeUndefined();
  });

  test('remembers the other address of an article that was brought, and brings no more', async () => {
    const { loader, host, start } = await arrive();
    start();
    await ready(loader);
    await expect.poll(() => host.requests).toContain(otherAddress);
    await idle();
    expect([...host.requests].sort()).toEqual([address, otherAddress, text]);
  });

  test('brings nothing for a reader who spares data', async () => {
    saveData(true);
    const { loader, host, start } = await arrive({ carriedIn: 'en' });
    start();
    await idle();
    // Waits for the part that would bring it.
    await loader.showNewer();
    await idle();
    expect(host.requests).toEqual([]);
  });

  test('brings nothing for a reader who has left', async () => {
    const { host, start } = await arrive({ carriedIn: 'en' });
    start()();
    await idle();
    await idle();
    expect(host.requests).toEqual([]);
  });
});
