/** A site that has been visited before: its worker is installed and its article kept. */
import { setTimeout } from 'node:timers/promises';
import type { Browser, BrowserContext } from '@playwright/test';
import type { CompressingHost } from '../support/compressing-host.ts';
import { clearCaches } from '../support/stored.ts';
import type { Wording } from './notes.ts';
import { network, newPhone, slowCpu, visit } from './phone.ts';

/** The least that makes a page open offline. Goes with an article at the path it names. */
export const minimalWorker = (path: string) => `
const name = 'kept';
const install = async () => {
  const cache = await caches.open(name);
  await cache.add('${path}');
  await skipWaiting();
};
const answer = async (request) => (await caches.match(request)) ?? fetch(request);
addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => event.respondWith(answer(event.request)));
`;

export interface KeptVisit {
  /** Until headline and standfirst were painted, in ms since the navigation began. */
  contentAt: number;
  /** Until the first paragraph was too, which may be further down than the screen. */
  textAt: number;
  /** What the host sent before that: bytes, and the addresses. */
  bytes: number;
  addresses: string[];
}

interface Options {
  host: CompressingHost;
  path: string;
  wording: Wording;
}

export class KeptSite {
  readonly #context: BrowserContext;
  readonly #options: Options;

  private constructor(context: BrowserContext, options: Options) {
    this.#context = context;
    this.#options = options;
  }

  /**
   * Visits the site twice, the second time from its worker.
   * @param options.worker address of a worker to register; by default the page does it
   * @param options.isSaved whether the reader saves the article, after which the caches of what was
   * read lately are emptied: only the saved copy is left
   */
  static async warm(
    browser: Browser,
    options: Options & { worker?: string; isSaved?: boolean },
  ): Promise<KeptSite> {
    const { host, path, wording, worker, isSaved = false } = options;
    const context = await newPhone(browser, wording);
    const site = new KeptSite(context, options);
    const page = await context.newPage();
    const url = host.origin + path;
    await visit(page, { url });
    if (worker) await page.evaluate((file) => void navigator.serviceWorker.register(file), worker);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await site.#untilQuiet();
    await visit(page, { url });
    await site.#untilQuiet();
    if (isSaved) {
      await page.locator('header button[aria-pressed=false]').click();
      await page.locator('header button[aria-pressed=true]').waitFor();
      await clearCaches(page);
    }
    await page.close();
    return site;
  }

  /** With no network: from the device, or not at all. */
  async openOffline(options: { isWorkerStopped: boolean }): Promise<KeptVisit> {
    const { host } = this.#options;
    await this.#context.setOffline(true);
    // The browser itself looks for a new worker, whatever it was told of the network.
    host.cut(true);
    try {
      return await this.#open(options);
    } finally {
      host.cut(false);
      await this.#context.setOffline(false);
    }
  }

  /** With a host as far away as a phone’s: what was sent before the text was there is counted. */
  async openOnline(): Promise<KeptVisit> {
    const { host } = this.#options;
    host.delay(network.roundTripMs);
    try {
      return await this.#open({ isWorkerStopped: false });
    } finally {
      host.delay(0);
      // The browser looks for a new worker some seconds after a visit: not during the next.
      await this.#untilQuiet(4_000);
    }
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  async #open({ isWorkerStopped }: { isWorkerStopped: boolean }): Promise<KeptVisit> {
    const { host, path } = this.#options;
    const page = await this.#context.newPage();
    const session = await slowCpu(page);
    if (isWorkerStopped) {
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
    }
    const before = host.answers.length;
    const { contentAt, textAt, timeOrigin } = await visit(page, { url: host.origin + path });
    const sent = host.answers
      .slice(before)
      .filter(({ sentAt }) => sentAt <= timeOrigin + contentAt);
    await page.close();
    return {
      contentAt,
      textAt,
      bytes: sent.reduce((sum, { bytes }) => sum + bytes, 0),
      addresses: sent.map((answer) => answer.path),
    };
  }

  /** Until the site has asked for nothing for so long: its worker may still be storing. */
  async #untilQuiet(quietMs = 1_000): Promise<void> {
    const { host } = this.#options;
    const start = Date.now();
    while (Date.now() - Math.max(start, host.askedAt()) < quietMs) await setTimeout(100);
  }
}
