import type { ListPage, Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import { Loader } from './loader.svelte.ts';

/** The pages of a list so far, newest first, and the address of the next. */
interface LoadedList {
  pages: Summary[][];
  next?: string;
}

/** A list of any length, a page at a time: all that has been loaded, and what follows. */
export class ListLoader extends Loader<LoadedList> {
  isLoadingMore = $state(false);
  moreError = $state.raw<unknown>();
  #pageCount: number;
  readonly #source: EditionSource;

  /**
   * @param file `index.json`, `sections/ID.json` or `tags/ID.json`
   * @param pageCount how many pages to begin with: as many as a reader who comes back had before
   */
  constructor(source: EditionSource, file: string, pageCount = 1) {
    // The first page may have changed and handed articles on to the next: all are read again.
    const drawn = source.inHand.takeList(file);
    super((signal) => this.#loadPages(file, signal), drawn && begun(drawn));
    this.#source = source;
    this.#pageCount = pageCount;
  }

  get pages(): Summary[][] {
    return this.state.status === 'ready' ? this.state.value.pages : [];
  }

  get hasMore(): boolean {
    return this.state.status === 'ready' && this.state.value.next !== undefined;
  }

  get pageCount(): number {
    return this.#pageCount;
  }

  async loadMore(): Promise<void> {
    if (this.state.status !== 'ready' || this.isLoadingMore) return;
    const { value } = this.state;
    if (value.next === undefined) return;
    this.isLoadingMore = true;
    this.moreError = undefined;
    try {
      const longer = joined(value, await this.#source.listPage(value.next));
      // Unless the list has been read anew meanwhile, and goes on elsewhere.
      if (this.state.value !== value) return;
      this.state = { status: 'ready', value: longer };
      this.#pageCount += 1;
    } catch (error) {
      this.moreError = error;
    } finally {
      this.isLoadingMore = false;
    }
  }

  async #loadPages(file: string, signal: AbortSignal): Promise<LoadedList> {
    let list = begun(await this.#source.listPage(file, signal));
    for (let count = 1; count < this.#pageCount && list.next !== undefined; count += 1) {
      try {
        list = joined(list, await this.#source.listPage(list.next, signal));
      } catch (error) {
        // A longer list that is on the screen stays; else the newest articles are better than none.
        if (this.state.status === 'ready') throw error;
        this.#pageCount = count;
      }
    }
    return list;
  }
}

/** While a site is being published an article may stand on two pages: it is shown once. */
function joined({ pages }: LoadedList, { articles, next }: ListPage): LoadedList {
  const shown = new Set(pages.flat().map(({ id }) => id));
  return { pages: [...pages, articles.filter(({ id }) => !shown.has(id))], next };
}

function begun({ articles, next }: ListPage): LoadedList {
  return { pages: [articles], next };
}
