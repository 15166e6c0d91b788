/** Something the reader keeps was written, here or in another tab. Read it again if you show it. */
export interface Change {
  store: 'saved' | 'comments';
  articleId: string;
}

type Listener = (change: Change) => void;

/** Tells every part of the app, in this tab and in the others, what was written. */
export class Changes {
  readonly #listeners = new Set<Listener>();
  readonly #channel: BroadcastChannel | undefined;

  /** @param channelName null where there are no other tabs: when a page is drawn ahead of time */
  constructor(channelName: string | null = 'liseuse-changes') {
    if (channelName === null || typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel(channelName);
    this.#channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // A tab with another version of the app may speak differently.
      if (isChange(data)) this.#tell(data);
    });
  }

  /** Call once the write is committed: listeners read at once. */
  post(change: Change): void {
    this.#tell(change);
    this.#channel?.postMessage(change);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    // Its own function: the same listener may be subscribed twice and leave once.
    const own: Listener = (change) => listener(change);
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Hears and tells the other tabs nothing more. */
  close(): void {
    this.#listeners.clear();
    this.#channel?.close();
  }

  #tell(change: Change): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(change);
      } catch (error) {
        // The write is done: a listener that fails must neither undo that nor silence the next.
        reportError(error);
      }
    }
  }
}

function isChange(data: unknown): data is Change {
  if (typeof data !== 'object' || data === null) return false;
  const { store, articleId } = data as Partial<Record<keyof Change, unknown>>;
  return (store === 'saved' || store === 'comments') && typeof articleId === 'string';
}
