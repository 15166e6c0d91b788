import { rememberFirstVisit } from './first-visit.ts';
import type { MessageToWorker } from './messages.ts';
import { trustedScriptUrl } from './script-url.ts';

/** A tab left open for days asks for a new version when looked at again, but not oftener than this. */
const checkEveryMs = 30 * 60_000;

export interface UpdatesOptions {
  /** Address of the worker's script. */
  workerUrl: string;
  /** The site's base path, `/` or `/news/`. */
  scope: string;
  /** The edition's folder, relative to the page or absolute. */
  contentUrl: string;
  /** For tests. */
  reload?: () => void;
}

/**
 * Registers the worker and holds the conversation about new versions. A new version installs in the
 * background, waits, and is `offered`; nothing changes until the reader accepts. One worker serves
 * all tabs, so accepting in one takes every tab to the new version: the code an old page would still
 * load is gone from then on. Each tab first runs its own `beforeReload` hooks, then reloads once.
 */
export class Updates {
  #options: UpdatesOptions;
  #registration: ServiceWorkerRegistration | undefined;
  #hooks = new Set<() => Promise<void> | void>();
  #closing = new AbortController();
  #waiting = $state(false);
  #takenOver = $state(false);
  #accepted = false;
  #reloading = false;
  #checkedAtMs = Date.now();

  constructor(options: UpdatesOptions) {
    this.#options = options;
  }

  /** A new version is ready and waits for the reader's word. */
  get offered(): boolean {
    return this.#waiting || this.#takenOver;
  }

  /**
   * Registers a piece of work (store a draft, a reading position) to be done before this tab
   * reloads. A hook that rejects stops the reload. Returns a function that takes the hook back.
   */
  beforeReload(hook: () => Promise<void> | void): () => void {
    this.#hooks.add(hook);
    return () => this.#hooks.delete(hook);
  }

  /**
   * Registers the worker, once the page has loaded: its downloads must not compete with the
   * article's. Does nothing where there are no workers; a failed registration leaves the app as it
   * is, only without its offline part, so there is nothing to say to the reader.
   */
  async start(): Promise<void> {
    const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
    if (container === undefined) return;
    const { signal } = this.#closing;
    this.#watchTakeover(container);
    document.addEventListener('visibilitychange', () => this.#checkNowAndThen(), { signal });
    await loaded();
    try {
      const registration = await container.register(trustedScriptUrl(this.#options.workerUrl), {
        scope: this.#options.scope,
        updateViaCache: 'none',
      });
      if (signal.aborted) return;
      this.#watchOffers(registration);
      // Left to itself the browser looks for a new version only once the worker has come to rest,
      // which on a busy device may be long after the page was opened.
      if (registration.active) await this.check();
    } catch (error) {
      console.warn('No offline reading: the worker could not be registered.', error);
    }
  }

  /** Asks the host whether there is a new version. Never rejects: offline is no news. */
  async check(): Promise<void> {
    this.#checkedAtMs = Date.now();
    await this.#registration?.update().catch(() => {});
  }

  /**
   * Takes the offered version: hooks, then the new worker, then one reload of every tab.
   * @throws what a hook threw; then nothing has changed and the offer stands.
   */
  async accept(): Promise<void> {
    if (!this.offered) return;
    await this.runHooks();
    const waiting = this.#registration?.waiting;
    if (!waiting) return this.#reloadOnce();
    this.#accepted = true;
    const message: MessageToWorker = { type: 'SKIP_WAITING' };
    waiting.postMessage(message);
  }

  close(): void {
    this.#closing.abort();
  }

  #watchOffers(registration: ServiceWorkerRegistration): void {
    const { signal } = this.#closing;
    this.#registration = registration;
    // A worker that waits although none is active is a first installation: no news to offer.
    const look = () => (this.#waiting = Boolean(registration.waiting && registration.active));
    const follow = (worker: ServiceWorker | null) =>
      worker?.addEventListener('statechange', look, { signal });
    follow(registration.waiting);
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing), { signal });
    look();
  }

  #watchTakeover(container: ServiceWorkerContainer): void {
    let hadWorker = container.controller !== null;
    const takeOver = () => {
      const { controller } = container;
      const isFirst = !hadWorker && !this.#accepted;
      hadWorker = controller !== null;
      if (controller === null) return;
      if (isFirst) {
        const contentUrl = new URL(this.#options.contentUrl, document.baseURI).href;
        rememberFirstVisit(controller, contentUrl);
        return;
      }
      // From here on the offer means "reload": it stays in sight should a hook fail.
      this.#takenOver = true;
      this.runHooks().then(
        () => this.#reloadOnce(),
        () => {
          // The hook's owner shows its own error. This tab stays as it is, with what is in it.
        },
      );
    };
    container.addEventListener('controllerchange', takeOver, { signal: this.#closing.signal });
  }

  /** Stores what must not be lost, as before a reload. @throws what a hook threw */
  async runHooks(): Promise<void> {
    await Promise.all([...this.#hooks].map(async (hook) => hook()));
  }

  #reloadOnce(): void {
    if (this.#reloading || this.#closing.signal.aborted) return;
    this.#reloading = true;
    const reload = this.#options.reload ?? (() => location.reload());
    reload();
  }

  #checkNowAndThen(): void {
    if (document.hidden || Date.now() - this.#checkedAtMs < checkEveryMs) return;
    void this.check();
  }
}

function loaded(): Promise<void> {
  if (document.readyState === 'complete') return Promise.resolve();
  return new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
}
