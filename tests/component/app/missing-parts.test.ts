import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { onMissingParts } from '../../../src/app/missing-parts.ts';

const running = 'https://news.example/assets/index-1a.js';
const pageOf = (script: string) =>
  `<!doctype html><script type="module" crossorigin src="/assets/${script}"></script>`;
const same = pageOf('index-1a.js');
const newer = pageOf('index-2b.js');

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

interface Host {
  /** What it answers the page’s address with; an error for no answer. */
  answer?: string | Error;
  beforeReload?: () => Promise<void>;
  entryUrl?: string;
}

/** A page that runs a version, on a host that may have another. */
function open({ answer = newer, beforeReload, entryUrl = running }: Host = {}) {
  const fetched = vi.fn((_url: string, _init?: RequestInit) =>
    answer instanceof Error ? Promise.reject(answer) : Promise.resolve(new Response(answer)),
  );
  vi.stubGlobal('fetch', fetched);
  const reload = vi.fn();
  const stored = vi.fn(beforeReload ?? (() => Promise.resolve()));
  const stop = onMissingParts({ entryUrl, beforeReload: stored, reload });
  onTestFinished(stop);
  return { fetched, reload, stored, stop };
}

/** As Vite tells that a part could not be brought, and until what follows has been done. */
async function missAPart() {
  dispatchEvent(new Event('vite:preloadError', { cancelable: true }));
  await new Promise((resolve) => setTimeout(resolve));
}

describe('a part that is missing', () => {
  test('because there is a newer version: what is being written is stored, then the page reloads', async () => {
    const { reload, stored, fetched } = open();
    await missAPart();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    expect(stored.mock.invocationCallOrder[0]).toBeLessThan(reload.mock.invocationCallOrder[0]!);
    expect(fetched).toHaveBeenCalledExactlyOnceWith(location.href, { cache: 'no-store' });
  });

  test('from a page that has reloaded already keeps the page: no loop', async () => {
    const first = open();
    await missAPart();
    await vi.waitFor(() => expect(first.reload).toHaveBeenCalledOnce());
    first.stop();
    // The host gave the old page again, from some cache on the way.
    const again = open();
    await missAPart();
    expect(again.fetched).not.toHaveBeenCalled();
    expect(again.reload).not.toHaveBeenCalled();
  });

  test('in the version after that one reloads again, into the next', async () => {
    const first = open();
    await missAPart();
    await vi.waitFor(() => expect(first.reload).toHaveBeenCalledOnce());
    first.stop();
    const second = open({
      entryUrl: 'https://news.example/assets/index-2b.js',
      answer: pageOf('index-3c.js'),
    });
    await missAPart();
    await vi.waitFor(() => expect(second.reload).toHaveBeenCalledOnce());
  });

  test('on a host that gives now one version, now another, is not followed in a ring: each is left once', async () => {
    const other = 'https://news.example/assets/index-2b.js';
    for (const [entryUrl, answer] of [
      [running, newer],
      [other, same],
    ] as const) {
      const left = open({ entryUrl, answer });
      await missAPart();
      await vi.waitFor(() => expect(left.reload).toHaveBeenCalledOnce());
      left.stop();
    }
    const back = open();
    await missAPart();
    expect(back.fetched).not.toHaveBeenCalled();
    expect(back.reload).not.toHaveBeenCalled();
  });

  test('beside another that is missing reloads once', async () => {
    const { reload } = open();
    dispatchEvent(new Event('vite:preloadError'));
    await missAPart();
    await vi.waitFor(() => expect(reload).toHaveBeenCalled());
    await missAPart();
    expect(reload).toHaveBeenCalledOnce();
  });

  test.each([
    ['where the host has the version that runs', same],
    ['without a network', new TypeError('Failed to fetch')],
    ['where the host answers with something else', 'Service unavailable'],
    ['where someone else’s page is in the way', '<!doctype html><title>Sign in</title>'],
  ])('%s keeps the page', async (_, answer) => {
    const { reload, stored, fetched } = open({ answer });
    await missAPart();
    expect(fetched).toHaveBeenCalledOnce();
    expect(stored).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
    expect(sessionStorage).toHaveLength(0);
  });

  test('keeps the page where a draft could not be stored, and tries again the next time', async () => {
    const beforeReload = vi.fn(() => Promise.resolve());
    beforeReload.mockRejectedValueOnce(new Error('no room'));
    const { reload } = open({ beforeReload });
    await missAPart();
    await vi.waitFor(() => expect(beforeReload).toHaveBeenCalledOnce());
    expect(reload).not.toHaveBeenCalled();
    await missAPart();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  test('keeps the page where nothing can be remembered: it could reload for ever', async () => {
    const { reload } = open();
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    onTestFinished(() => void vi.restoreAllMocks());
    await missAPart();
    expect(reload).not.toHaveBeenCalled();
  });

  test('is no longer heard of once the page is gone', async () => {
    const { fetched, stop } = open();
    stop();
    await missAPart();
    expect(fetched).not.toHaveBeenCalled();
  });
});
