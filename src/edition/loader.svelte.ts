import { whenIdle } from '../ui/when-idle.ts';

/** One attempt at loading something: never a mix of flags. */
export type Loading<T> =
  { status: 'loading' } | { status: 'ready'; value: T } | { status: 'failed'; error: unknown };

/**
 * Loads one thing and holds how far that has come. What was there stays on the screen while it is
 * loaded again, and stays when that fails.
 */
export class Loader<T> {
  state = $state.raw<Loading<T>>({ status: 'loading' });
  readonly #load: (signal: AbortSignal) => Promise<T>;
  #attempt = new AbortController();

  /** @param inHand what is shown at once, where there is something; it may be an old copy */
  constructor(load: (signal: AbortSignal) => Promise<T>, inHand?: T) {
    this.#load = load;
    if (inHand !== undefined) this.state = { status: 'ready', value: inHand };
  }

  /** Loads, or looks at leisure whether what is shown is still so. Returns the function that gives up. */
  start(): () => void {
    if (this.state.status !== 'ready') void this.retry();
    const unwait = this.state.status === 'ready' ? whenIdle(() => void this.retry()) : undefined;
    return () => {
      unwait?.();
      this.#attempt.abort();
    };
  }

  async retry(): Promise<void> {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    if (this.state.status === 'failed') this.state = { status: 'loading' };
    try {
      const value = await this.#load(signal);
      if (!signal.aborted && !this.#shows(value)) this.state = { status: 'ready', value };
    } catch (error) {
      if (signal.aborted || this.state.status === 'ready') return;
      this.state = { status: 'failed', error };
    }
  }

  /** What has not changed is not drawn again. */
  #shows(value: T): boolean {
    const { state } = this;
    return state.status === 'ready' && JSON.stringify(state.value) === JSON.stringify(value);
  }
}
