import type { Address, Article, Summary } from '../content/model.ts';
import { parseArticle } from '../content/parse.ts';
import { summaryOf } from '../content/summary.ts';
import type { SavedArticles } from '../storage/saved.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import { StoredPictures } from './stored-pictures.ts';

export type ArticleState =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown }
  | {
      status: 'ready';
      article: Article;
      summary: Summary;
      /** Pictures of a saved copy; absent when the article came over the network. */
      pictures?: StoredPictures;
      /** Published comments as stored with a saved copy. */
      comments?: unknown;
      /** When the saved copy that is shown was stored, in ms. */
      savedAt?: number;
    };

type ReadyState = Extract<ArticleState, { status: 'ready' }>;

interface Options {
  source: EditionSource;
  saved: () => Promise<SavedArticles>;
  /** Whether it is worth looking there before the network is asked. */
  mayBeSaved: () => boolean;
  /** As the edition’s context has it. */
  onListChanged: (listener: (file: string) => void) => () => void;
  /** A slug in either language, or the id. */
  slug: string;
  /** Told which article it is, as soon as that is known. */
  onarticle: (summary: Summary) => void;
}

/**
 * Brings one article: the saved copy when there is one, for it is there at once and without a
 * network, else what stands at the address. Lives as long as the page that shows it.
 */
export class ArticleLoader {
  state = $state.raw<ArticleState>({ status: 'loading' });
  /** What to read next; empty until known, or when it cannot be had. */
  related = $state.raw<Summary[]>([]);
  /** Set when a newer text than the one on the screen has been published. */
  newer = $state.raw<Summary | undefined>();
  readonly #options: Options;
  #closing = new AbortController();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Returns the function that gives up and lets go of the pictures. */
  start(): () => void {
    const unlisten = this.#options.onListChanged((file) => {
      if (file === `addresses/${this.#options.slug}.json`) void this.#lookAgain();
    });
    void this.load();
    return () => {
      unlisten();
      this.#close();
    };
  }

  async load(): Promise<void> {
    this.state = { status: 'loading' };
    const { signal } = this.#closing;
    const { source, slug, mayBeSaved } = this.#options;
    // At once, whatever the database says: beside a saved copy it tells what to read next.
    const address = source.address(slug, signal);
    address.catch(() => {
      // Whoever waits for it below hears of it; beside a saved copy nobody has to.
    });
    try {
      const looksFirst = mayBeSaved();
      if (looksFirst && (await this.#showSaved(address))) return;
      try {
        await this.#showPublished(await address, signal);
      } catch (error) {
        if (looksFirst || !(await this.#showSaved(address))) throw error;
      }
    } catch (error) {
      if (!signal.aborted) this.state = { status: 'failed', error };
    }
  }

  /**
   * Shows the newer text in place of the saved copy, at the reader’s word. Returns what it is, for
   * the copy to be renewed; undefined when there was none, or nobody looks any more.
   * @throws {ContentError} when it cannot be had; the saved copy then stays
   */
  async showNewer(): Promise<Summary | undefined> {
    const { newer } = this;
    if (!newer) return undefined;
    const { signal } = this.#closing;
    const { value } = await this.#options.source.article(newer.id, newer.hash, signal);
    if (signal.aborted) return undefined;
    this.#releasePictures();
    this.state = { status: 'ready', article: value, summary: newer };
    this.newer = undefined;
    return newer;
  }

  async #showPublished({ article: summary, related }: Address, signal: AbortSignal): Promise<void> {
    const { source, onarticle } = this.#options;
    if (!signal.aborted) onarticle(summary);
    const { value } = await source.article(summary.id, summary.hash, signal);
    if (signal.aborted) return;
    this.related = related;
    this.state = { status: 'ready', article: value, summary };
  }

  /** A copy that cannot be read, for whatever reason, must not stand in the way of the network. */
  async #savedCopy(): Promise<ReadyState | undefined> {
    const { slug } = this.#options;
    try {
      const saved = await this.#options.saved();
      const found = await saved.find(slug);
      const copy = found && (await saved.get(found.id));
      if (!copy) return undefined;
      const { entry, document, comments } = copy;
      const article = parseArticle(`articles/${entry.id}.json`, document);
      const pictures = new StoredPictures(await saved.pictures(entry.id));
      // Made from the text itself: an entry written by an earlier version may say less.
      const summary = summaryOf(article, entry.hash, entry.summary.comments);
      return { status: 'ready', article, summary, pictures, comments, savedAt: entry.savedAt };
    } catch (error) {
      console.warn('The saved copy cannot be read.', error);
      return undefined;
    }
  }

  /**
   * Shows the saved copy and, beside it, what to read next and whether the text has changed since.
   * Returns whether there was one.
   */
  async #showSaved(address: Promise<Address>): Promise<boolean> {
    const copy = await this.#savedCopy();
    if (!copy) return false;
    const { signal } = this.#closing;
    if (signal.aborted) {
      copy.pictures?.release();
      return true;
    }
    this.state = copy;
    this.#options.onarticle(copy.summary);
    address.then(
      ({ article, related }) => {
        if (signal.aborted || article.id !== copy.summary.id) return;
        this.related = related;
        if (article.hash !== copy.summary.hash) this.newer = article;
      },
      () => {
        // Offline, most likely: the copy is on the screen, and that is what was asked for.
      },
    );
    return true;
  }

  /** What stands at the address has been published anew since it was read. */
  async #lookAgain(): Promise<void> {
    const { source, slug } = this.#options;
    try {
      const { article, related } = await source.address(slug, this.#closing.signal);
      if (this.#closing.signal.aborted || this.state.status !== 'ready') return;
      this.related = related;
      if (article.hash !== this.state.summary.hash) this.newer = article;
    } catch {
      // Only an offer: what is on the screen can be read on.
    }
  }

  #close(): void {
    this.#closing.abort();
    this.#releasePictures();
  }

  #releasePictures(): void {
    if (this.state.status === 'ready') this.state.pictures?.release();
  }
}
