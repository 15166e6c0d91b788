import type { ListPage, Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import { Loader } from './loader.svelte.ts';

/** A list of any length, a page at a time. */
export class ListLoader extends Loader<ListPage> {
  #older = $state.raw<Summary[]>([]);
  #next = $state.raw<string | undefined>();
  isLoadingMore = $state(false);
  moreError = $state.raw<unknown>();
  readonly #source: EditionSource;

  /** @param file `index.json`, `sections/ID.json` or `tags/ID.json` */
  constructor(source: EditionSource, file: string) {
    super(async (signal) => {
      const page = await source.listPage(file, signal);
      // A first page that changed may have handed articles on to the next: start over from it.
      this.#older = [];
      this.#next = page.next;
      return page;
    });
    this.#source = source;
  }

  /** All that has been loaded, newest first. */
  get articles(): Summary[] {
    return this.state.status === 'ready' ? [...this.state.value.articles, ...this.#older] : [];
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  async loadMore(): Promise<void> {
    const asked = this.#next;
    if (asked === undefined || this.isLoadingMore) return;
    this.isLoadingMore = true;
    this.moreError = undefined;
    try {
      const page = await this.#source.listPage(asked);
      // The first page has been read anew meanwhile, and goes on elsewhere.
      if (this.#next !== asked) return;
      const shown = new Set(this.articles.map(({ id }) => id));
      this.#older = [...this.#older, ...page.articles.filter(({ id }) => !shown.has(id))];
      this.#next = page.next;
    } catch (error) {
      this.moreError = error;
    } finally {
      this.isLoadingMore = false;
    }
  }
}
