import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { Connection } from '../../../src/offline/connection.svelte.ts';
import type { MessageFromWorker } from '../../../src/offline/messages.ts';
import { watchConnection } from '../../../src/offline/watch-connection.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A connection that is watched; `answers` is whether the site can be reached. */
function watch({ answers = false, online = true } = {}) {
  const network = { answers };
  const probe = vi.fn((_url: string, _init?: RequestInit) =>
    network.answers ? Promise.resolve(new Response()) : Promise.reject(new TypeError('offline')),
  );
  vi.stubGlobal('fetch', probe);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online);
  const connection = new Connection();
  const stop = watchConnection(connection, '/news/robots.txt');
  onTestFinished(stop);
  return { connection, probe, network, stop };
}

const workerSays = (data: unknown) =>
  navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
/** Time passes, and what was asked meanwhile is answered. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('evidence', () => {
  test('of the browser', () => {
    const { connection } = watch();
    expect(connection.online).toBe(true);
    dispatchEvent(new Event('offline'));
    expect(connection.online).toBe(false);
    dispatchEvent(new Event('online'));
    expect(connection.online).toBe(true);
  });

  test('of the browser as it is at the beginning', () => {
    expect(watch({ online: false }).connection.online).toBe(false);
  });

  test('of the worker, which met the network itself', () => {
    const { connection } = watch();
    workerSays({ type: 'NETWORK', reached: false } satisfies MessageFromWorker);
    expect(connection.online).toBe(false);
    workerSays({ type: 'LIST_CHANGED', url: '/content/front.json' } satisfies MessageFromWorker);
    workerSays('something else');
    expect(connection.online).toBe(false);
    workerSays({ type: 'NETWORK', reached: true } satisfies MessageFromWorker);
    expect(connection.online).toBe(true);
  });
});

describe('while the site cannot be reached', () => {
  test('it is asked by HEAD, past every cache, until it answers', async () => {
    const { connection, probe, network } = watch();
    connection.reportFailure();
    await pass(4_900);
    expect(probe).not.toHaveBeenCalled();
    await pass(200);
    expect(probe).toHaveBeenCalledExactlyOnceWith(
      '/news/robots.txt',
      expect.objectContaining({ method: 'HEAD', cache: 'no-store' }),
    );
    expect(connection.online).toBe(false);
    network.answers = true;
    await pass(10_000);
    expect(connection.online).toBe(true);
    await pass(600_000);
    expect(probe).toHaveBeenCalledTimes(2);
  });

  test('it is asked ever more seldom, and once a minute in the end', async () => {
    const { connection, probe } = watch();
    connection.reportFailure();
    for (const [seconds, times] of [
      [5, 1],
      [10, 2],
      [20, 3],
      [40, 4],
      [60, 5],
      [60, 6],
    ] as const) {
      await pass(seconds * 1000 - 1);
      expect(probe).toHaveBeenCalledTimes(times - 1);
      await pass(1);
      expect(probe).toHaveBeenCalledTimes(times);
    }
  });

  test('and again after it was reached, it is asked soon', async () => {
    const { connection, probe, network } = watch();
    connection.reportFailure();
    await pass(35_000);
    network.answers = true;
    await pass(60_000);
    expect(connection.online).toBe(true);
    const before = probe.mock.calls.length;
    connection.reportFailure();
    await pass(5_000);
    expect(probe).toHaveBeenCalledTimes(before + 1);
  });

  test('nothing is asked on a page that nobody sees, until it is seen', async () => {
    const { connection, probe } = watch();
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    connection.reportFailure();
    await pass(600_000);
    expect(probe).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(5_000);
    expect(probe).toHaveBeenCalledOnce();
  });

  test('a page that is seen again asks soon, however long it has asked in vain', async () => {
    const { connection, probe } = watch();
    connection.reportFailure();
    await pass(100_000);
    const before = probe.mock.calls.length;
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(5_000);
    expect(probe).toHaveBeenCalledTimes(before + 1);
  });

  test('many requests that fail at once do not put the question off', async () => {
    const { connection, probe } = watch();
    for (let count = 0; count < 6; count++) {
      connection.reportFailure();
      await pass(500);
    }
    await pass(2_000);
    expect(probe).toHaveBeenCalledOnce();
  });
});

describe('once it has stopped', () => {
  test('nothing is asked or learned', async () => {
    const { connection, probe, stop } = watch();
    connection.reportFailure();
    stop();
    dispatchEvent(new Event('online'));
    workerSays({ type: 'NETWORK', reached: true });
    await pass(600_000);
    expect(probe).not.toHaveBeenCalled();
    expect(connection.online).toBe(false);
  });

  test('a question that is on its way is given up, and no other follows', async () => {
    const { connection, probe, stop } = watch();
    connection.reportFailure();
    await pass(5_000);
    stop();
    expect(probe.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    await pass(600_000);
    expect(probe).toHaveBeenCalledOnce();
  });
});
