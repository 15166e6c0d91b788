import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { launchOptions } from './launch.ts';
import type { Witness } from './witness.ts';

/** A phone with one browser on it, which can be switched on and off and keeps its data. */
export class Device {
  readonly #baseURL: string;
  readonly #witness: Witness;
  #profile: string | undefined;
  #context: BrowserContext | undefined;

  constructor(baseURL: string, witness: Witness) {
    this.#baseURL = baseURL;
    this.#witness = witness;
  }

  /** Starts the browser, on the same data each time, and opens a tab. */
  async start(): Promise<Page> {
    this.#profile ??= await mkdtemp(join(tmpdir(), 'liseuse-'));
    const context = await chromium.launchPersistentContext(this.#profile, {
      ...launchOptions(),
      baseURL: this.#baseURL,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    this.#context = context;
    await this.#witness.watch(context);
    return context.pages()[0] ?? (await context.newPage());
  }

  /** Ends the browser as a reader does. */
  async stop(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  /** Ends the browser’s processes with no warning, as a system short of memory does. */
  async kill(): Promise<void> {
    const context = this.#context;
    const browser = context?.browser();
    if (!context || !browser) throw new Error('No browser is running');
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const closed = context.waitForEvent('close');
    for (const { id } of processInfo) process.kill(id, 'SIGKILL');
    await closed;
    this.#context = undefined;
  }

  /** Stops and forgets everything. */
  async discard(): Promise<void> {
    await this.stop();
    if (this.#profile) await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
