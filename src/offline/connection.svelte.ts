import { listenToWorker } from './worker-messages.ts';

/** How long to wait before asking again whether the site can be reached, in ms. */
const firstProbeMs = 5_000;
const slowestProbeMs = 60_000;

export interface ConnectionOptions {
  /**
   * A small file of the site. It is asked for by HEAD, which the worker leaves alone, so that the
   * answer can only come from the network.
   */
  probeUrl: string;
}

/**
 * Whether the site can be reached: the last evidence there is. `navigator.onLine` is one witness
 * only, true in a hotel's captive network and on a train between two masts; what requests really
 * met weighs more. Lives as long as the app.
 */
export class Connection {
  #online = $state(true);
  #probeUrl: string;
  #probe: ReturnType<typeof setTimeout> | undefined;
  #probeMs = firstProbeMs;
  #closing = new AbortController();

  constructor({ probeUrl }: ConnectionOptions) {
    this.#probeUrl = probeUrl;
  }

  /**
   * Begins to watch; before that the site counts as reachable. Returns the function that stops, for
   * good.
   */
  listen(): () => void {
    const { signal } = this.#closing;
    this.#learn(navigator.onLine);
    addEventListener('online', () => this.#learn(true), { signal });
    addEventListener('offline', () => this.#learn(false), { signal });
    document.addEventListener('visibilitychange', () => this.#probeSoon(), { signal });
    const unlisten = listenToWorker((message) => {
      if (message.type === 'NETWORK') this.#learn(message.reached);
    });
    return () => {
      unlisten();
      this.#closing.abort();
      clearTimeout(this.#probe);
    };
  }

  get online(): boolean {
    return this.#online;
  }

  /** A request got no answer at all. (An answer of any status is a success.) */
  reportFailure(): void {
    this.#learn(false);
  }

  /**
   * A request got an answer. Counts only while no worker stands between: with one, the answer may
   * have come out of its cache, and the worker itself tells what the network did.
   */
  reportSuccess(): void {
    if (navigator.serviceWorker?.controller) return;
    this.#learn(true);
  }

  #learn(online: boolean): void {
    this.#online = online;
    if (online) this.#probeMs = firstProbeMs;
    this.#probeSoon();
  }

  /** Offline and on screen: asks again from time to time, ever more seldom. */
  #probeSoon(): void {
    clearTimeout(this.#probe);
    if (this.#online || document.hidden || this.#closing.signal.aborted) return;
    this.#probe = setTimeout(() => void this.#ask(), this.#probeMs);
    this.#probeMs = Math.min(this.#probeMs * 2, slowestProbeMs);
  }

  async #ask(): Promise<void> {
    const { signal } = this.#closing;
    try {
      await fetch(this.#probeUrl, { method: 'HEAD', cache: 'no-store', signal });
      this.#learn(true);
    } catch {
      // No answer is what we expected: ask again later (unless closed meanwhile).
      this.#probeSoon();
    }
  }
}
