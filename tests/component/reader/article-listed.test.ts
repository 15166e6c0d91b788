/** An article of which a list has told: its text need not wait for its address to answer. */
import { beforeEach, describe, expect, test } from 'vitest';
import { startI18n } from '../../../src/i18n/messages.ts';
import { versionOf } from '../../../src/lib/file-version.ts';
import { whenIdle } from '../../../src/ui/when-idle.ts';
import { articleFile } from '../../support/fake-site.ts';
import { arrive, failed, ready, tides } from './arrive.ts';

const revised = articleFile('tides', { dateModified: '2026-11-05T08:00:00Z' });
const text = 'articles/tides.json?v=h1';
const address = 'addresses/tides-en.json';

beforeEach(() => startI18n('en'));

/** Until what was to be done when idle has begun. */
const idle = () => new Promise<void>((resolve) => whenIdle(resolve));

describe('an article that a list has told of', () => {
  test('is shown by what the list said while its text is on the way', async () => {
    const { loader, host, start, summary } = await arrive({ listedHash: 'h1' });
    expect(loader.state).toEqual({ status: 'loading', summary });
    const letGo = host.hold(text);
    start();
    expect(loader.state).toEqual({ status: 'loading', summary });
    letGo();
    await ready(loader);
  });

  test('is there before its address has answered', async () => {
    const { loader, host, start } = await arrive({ listedHash: 'h1', mayBeSaved: false });
    const letGo = host.hold(address);
    start();
    expect((await ready(loader)).article.id).toBe('tides');
    expect(loader.related).toEqual([]);
    letGo();
    await expect.poll(() => loader.related.map(({ id }) => id)).toEqual(['moon']);
    expect(loader.newer).toBeUndefined();
  });

  test('is there though its address does not answer', async () => {
    const { loader, host, start } = await arrive({ listedHash: 'h1' });
    host.remove(address);
    start();
    expect((await ready(loader)).article.id).toBe('tides');
  });

  test('and cannot be had is an error, and another try shows what the list said again', async () => {
    const { loader, host, start } = await arrive({ listedHash: 'h1', mayBeSaved: false });
    host.isOffline = true;
    start();
    await failed(loader).toMatchObject({ kind: 'offline' });
    host.isOffline = false;
    const loading = loader.load();
    expect(loader.state).toMatchObject({ status: 'loading', summary: { id: 'tides' } });
    await loading;
    expect(loader.state.status).toBe('ready');
  });
});

describe('a list that was out of date', () => {
  const newText = 'articles/tides.json?v=h2';
  async function arriveByOldList() {
    const reader = await arrive({ listedHash: 'h1', mayBeSaved: false });
    reader.host.publish(revised, { hash: 'h2' });
    return reader;
  }
  const isNew = async ({ loader }: Awaited<ReturnType<typeof arrive>>) =>
    (await ready(loader)).article.dateModified !== undefined;

  test('shows its text where that comes first, and offers the newer', async () => {
    const reader = await arriveByOldList();
    const letGo = reader.host.hold(address);
    reader.start();
    expect(await isNew(reader)).toBe(false);
    letGo();
    await expect.poll(() => reader.loader.newer?.hash).toBe('h2');
    expect(await isNew(reader)).toBe(false);
  });

  test('offers the newer text, too, where the older one came while that was on its way', async () => {
    const reader = await arriveByOldList();
    const letGo = { old: reader.host.hold(text), new: reader.host.hold(newText) };
    reader.start();
    await expect.poll(() => reader.host.requests).toContain(newText);
    letGo.old();
    expect(await isNew(reader)).toBe(false);
    letGo.new();
    await expect.poll(() => reader.loader.newer?.hash).toBe('h2');
  });

  test('shows the newer text where that comes first, and nothing takes its place', async () => {
    const reader = await arriveByOldList();
    const letGo = reader.host.hold(text);
    reader.start();
    expect(await isNew(reader)).toBe(true);
    letGo();
    await idle();
    expect(await isNew(reader)).toBe(true);
    expect(reader.loader.newer).toBeUndefined();
  });

  test('offers nothing where the host gave the newer text, whichever was asked for', async () => {
    const hashOf = async (document: unknown) =>
      (await versionOf(new TextEncoder().encode(JSON.stringify(document))))!;
    const [old, now] = [await hashOf(tides), await hashOf(revised)];
    const reader = await arrive({ listedHash: old, mayBeSaved: false });
    reader.host.publish(revised, { hash: now });
    reader.host.put(`articles/tides.json?v=${old}`, revised);
    const letGo = reader.host.hold(address);
    reader.start();
    expect(await isNew(reader)).toBe(true);
    letGo();
    await expect.poll(async () => (await ready(reader.loader)).summary.hash).toBe(now);
    expect(reader.loader.newer).toBeUndefined();
  });
});
