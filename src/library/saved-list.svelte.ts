import type { Locales } from '../content/language.ts';
import { setText } from '../content/typography/set-text.ts';
import type { Changes } from '../storage/changes.ts';
import type { SavedArticles, SavedEntry } from '../storage/saved.ts';

/** Rows read at a time. Thirty come in some 40 ms, of however many; ten thousand take seconds. */
const pageLength = 30;

type SavedListState =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown }
  | { status: 'ready'; entries: SavedEntry[]; hasMore: boolean };

/** The saved articles, newest first, a page at a time; follows what any tab saves or removes. */
export class SavedList {
  state = $state.raw<SavedListState>({ status: 'loading' });
  /**
   * How many there are in all. Comes after the rows, which must not wait for it: counting ten
   * thousand takes longer than reading thirty.
   */
  total = $state.raw<number | undefined>();
  /** Why the rows on the screen could not be brought up to date, or not be followed by more. */
  error = $state.raw<unknown>();
  #turn = 0;
  readonly #articles: () => Promise<SavedArticles>;
  readonly #changes: Changes;
  readonly #locales: Locales | undefined;

  /** @param locales what the text of the list is set by */
  constructor(articles: () => Promise<SavedArticles>, changes: Changes, locales?: Locales) {
    this.#articles = articles;
    this.#changes = changes;
    this.#locales = locales;
  }

  /** Returns the function that stops following. */
  start(): () => void {
    void this.reload();
    return this.#changes.subscribe(({ store }) => {
      if (store === 'saved') void this.reload();
    });
  }

  /** Reads again as many rows as are shown. */
  async reload(): Promise<void> {
    const shown = this.state.status === 'ready' ? this.state.entries.length : 0;
    await this.#read(async (articles) => {
      const list = await this.#readPage(articles, { limit: Math.max(pageLength, shown) });
      return { list, total: () => articles.count() };
    });
  }

  async loadMore(): Promise<void> {
    if (this.state.status !== 'ready') return;
    const { entries } = this.state;
    await this.#read(async (articles) => {
      const older = await this.#readPage(articles, { limit: pageLength, before: entries.at(-1) });
      return { list: { ...older, entries: [...entries, ...older.entries] } };
    });
  }

  /** One row more than wanted tells whether there are more. */
  async #readPage(
    articles: SavedArticles,
    { limit, before }: { limit: number; before?: SavedEntry },
  ): Promise<ReadyState> {
    const rows = await articles.page({ limit: limit + 1, before });
    const entries = rows.slice(0, limit).map(({ summary, ...entry }) => ({
      ...entry,
      summary: setText(summary, this.#locales),
    }));
    return { status: 'ready', entries, hasMore: rows.length > limit };
  }

  /** Of several readings only the latest counts. What is shown stays when one fails. */
  async #read(
    rows: (articles: SavedArticles) => Promise<{ list: ReadyState; total?: () => Promise<number> }>,
  ): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    this.error = undefined;
    try {
      const { list, total } = await rows(await this.#articles());
      if (turn !== this.#turn) return;
      this.state = list;
      const count = await total?.();
      if (turn === this.#turn && count !== undefined) this.total = count;
    } catch (error) {
      if (turn !== this.#turn) return;
      if (this.state.status === 'ready') this.error = error;
      else this.state = { status: 'failed', error };
    }
  }
}

type ReadyState = Extract<SavedListState, { status: 'ready' }>;
