import type { Changes } from '../storage/changes.ts';
import type { SavedArticles, SavedEntry } from '../storage/saved.ts';

/** Rows read at a time. Thirty come in some 40 ms, of however many; ten thousand take seconds. */
const pageLength = 30;

type SavedListState =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown }
  | { status: 'ready'; entries: SavedEntry[]; total: number };

/** The saved articles, newest first, a page at a time; follows what any tab saves or removes. */
export class SavedList {
  state = $state.raw<SavedListState>({ status: 'loading' });
  readonly #articles: () => Promise<SavedArticles>;
  readonly #changes: Changes;

  constructor(articles: () => Promise<SavedArticles>, changes: Changes) {
    this.#articles = articles;
    this.#changes = changes;
  }

  /** Returns the function that stops following. */
  start(): () => void {
    void this.reload();
    return this.#changes.subscribe(({ store }) => {
      if (store === 'saved') void this.reload();
    });
  }

  get hasMore(): boolean {
    return this.state.status === 'ready' && this.state.entries.length < this.state.total;
  }

  /** Reads again as many rows as are shown. */
  async reload(): Promise<void> {
    const shown = this.state.status === 'ready' ? this.state.entries.length : 0;
    try {
      const limit = Math.max(pageLength, shown);
      const articles = await this.#articles();
      const [entries, total] = await Promise.all([articles.page({ limit }), articles.count()]);
      this.state = { status: 'ready', entries, total };
    } catch (error) {
      this.state = { status: 'failed', error };
    }
  }

  async loadMore(): Promise<void> {
    if (this.state.status !== 'ready') return;
    const { entries, total } = this.state;
    try {
      const older = await (
        await this.#articles()
      ).page({
        limit: pageLength,
        before: entries.at(-1),
      });
      this.state = { status: 'ready', entries: [...entries, ...older], total };
    } catch (error) {
      this.state = { status: 'failed', error };
    }
  }
}
