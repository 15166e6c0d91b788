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

  constructor(load: (signal: AbortSignal) => Promise<T>) {
    this.#load = load;
  }

  /** Loads, or loads again. Returns the function that gives up. */
  start(): () => void {
    void this.retry();
    return () => this.#attempt.abort();
  }

  async retry(): Promise<void> {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    if (this.state.status === 'failed') this.state = { status: 'loading' };
    try {
      const value = await this.#load(signal);
      if (!signal.aborted) this.state = { status: 'ready', value };
    } catch (error) {
      if (signal.aborted || this.state.status === 'ready') return;
      this.state = { status: 'failed', error };
    }
  }
}
