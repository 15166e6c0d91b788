import { languages, type Language } from '../content/language.ts';
import type { Address, Article, Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import { savesData, whenIdle } from '../lib/when-idle.ts';
import type { SavedArticles } from '../storage/saved.ts';
import type { ArticleState } from './article-state.ts';
import { loadBlocksOf } from './rare-blocks.ts';
import { readSavedArticle } from './saved-article.ts';

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
  /** Told that the saved copy is of an older text than the one on the screen. */
  onoldercopy: (shown: Summary) => Promise<void>;
}

/**
 * Brings one article: what the prerendered page carries; else the saved copy, for it is there at
 * once and without a network; else what stands at the address. Lives as long as the page that shows
 * it.
 */
export class ArticleLoader {
  state = $state.raw<ArticleState>({ status: 'loading' });
  /** What to read next; empty until known, or when it cannot be had. */
  related = $state.raw<Summary[]>([]);
  /** Set when a newer text than the one on the screen has been published. */
  newer = $state.raw<Summary | undefined>();
  readonly #options: Options;
  #closing = new AbortController();
  #bringing: Promise<void> | undefined;

  constructor(options: Options) {
    this.#options = options;
    const { source, slug } = options;
    const inHand = source.inHand.takeArticle(slug);
    if (inHand) {
      const { address, article } = inHand;
      this.related = address.related;
      this.state = { status: 'ready', article, summary: address.article };
    } else {
      this.state = { status: 'loading', summary: source.inHand.summaryAt(slug) };
    }
  }

  /** Returns the function that gives up and lets go of the pictures. */
  start(): () => void {
    const unlisten = this.#options.onListChanged((file) => {
      if (file === `addresses/${this.#options.slug}.json`) void this.#lookAgain();
    });
    let unwait: (() => void) | undefined;
    if (this.state.status === 'ready') {
      this.#options.onarticle(this.state.summary);
      unwait = whenIdle(() => void this.#completeAtLeisure());
    } else void this.load();
    return () => {
      unwait?.();
      unlisten();
      this.#close();
    };
  }

  async load(): Promise<void> {
    const { signal } = this.#closing;
    const { source, slug, mayBeSaved } = this.#options;
    const listed = source.inHand.summaryAt(slug);
    this.state = { status: 'loading', summary: listed };
    // At once, whatever the database says: beside a saved copy it tells what to read next.
    const address = expectingFailure(source.address(slug, signal));
    try {
      const looksFirst = mayBeSaved();
      if (looksFirst && (await this.#showSaved(address))) return;
      try {
        await this.#showPublished(address, listed);
      } catch (error) {
        if (looksFirst || !(await this.#showSaved(address))) throw error;
      }
    } catch (error) {
      if (!signal.aborted) this.state = { status: 'failed', error };
    }
  }

  /**
   * Brings the language versions that a prerendered page does not carry; at once where there are
   * none to bring.
   * @throws {ContentError} when they cannot be had, from the saved copy neither
   */
  bringVersions(): Promise<void> {
    const { state } = this;
    if (state.status !== 'ready') return Promise.resolve();
    const { article, summary } = state;
    const isMissing = (language: Language) =>
      summary.versions[language] !== undefined && article.versions[language] === undefined;
    if (!languages.some(isMissing)) return Promise.resolve();
    this.#bringing ??= this.#bringVersions(summary).finally(() => (this.#bringing = undefined));
    return this.#bringing;
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
    await loadBlocksOf(value);
    if (signal.aborted) return undefined;
    this.#releasePictures();
    this.state = { status: 'ready', article: value, summary: newer };
    this.newer = undefined;
    return newer;
  }

  /** @param listed what a list said: its text need not wait for the address to answer */
  async #showPublished(address: Promise<Address>, listed: Summary | undefined): Promise<void> {
    const early = listed && expectingFailure(this.#showText(listed));
    try {
      const { article: summary, related } = await address;
      if (this.#closing.signal.aborted) return;
      this.related = related;
      if (summary.hash === listed?.hash) await early;
      else if (this.state.status === 'ready') this.newer = summary;
      else await this.#showText(summary);
    } catch (error) {
      const isShown = await early?.then(
        () => true,
        () => false,
      );
      if (!isShown) throw error;
    }
  }

  async #showText(summary: Summary): Promise<void> {
    const { source, onarticle } = this.#options;
    const { signal } = this.#closing;
    if (!signal.aborted) onarticle(summary);
    const { value } = await source.article(summary.id, summary.hash, signal);
    await loadBlocksOf(value);
    // Of two texts of one article the first to come is read by now.
    if (signal.aborted || this.state.status === 'ready') return;
    this.state = { status: 'ready', article: value, summary };
  }

  async #bringVersions({ id, hash }: Summary): Promise<void> {
    const { source, mayBeSaved } = this.#options;
    let whole: Article;
    try {
      whole = (await source.article(id, hash, this.#closing.signal)).value;
    } catch (error) {
      const copy = mayBeSaved()
        ? await readSavedArticle(this.#options.saved, this.#options.slug)
        : undefined;
      copy?.pictures?.release();
      if (!copy) throw error;
      whole = copy.article;
    }
    await loadBlocksOf(whole);
    const { state } = this;
    if (state.status !== 'ready' || state.summary.hash !== hash) return;
    // What is being read stays the very same.
    const versions = { ...whole.versions, ...state.article.versions };
    this.state = { ...state, article: { ...state.article, versions } };
  }

  /** Beside a prerendered page: the other language, what has changed since, a saved copy to renew. */
  async #completeAtLeisure(): Promise<void> {
    const { slug, saved, mayBeSaved, onoldercopy } = this.#options;
    const { state } = this;
    if (savesData() || state.status !== 'ready') return;
    await Promise.all([
      this.#lookAgain(),
      this.bringVersions().catch(() => {
        // Only ahead of being asked for: asked, it will be tried again, and tell.
      }),
    ]);
    if (!mayBeSaved()) return;
    try {
      const entry = await (await saved()).find(slug);
      if (entry && entry.hash !== state.summary.hash) await onoldercopy(state.summary);
    } catch (error) {
      // The older copy stays, and stays good.
      console.warn('The saved copy could not be renewed.', error);
    }
  }

  /**
   * Shows the saved copy and, beside it, what to read next and whether the text has changed since.
   * Returns whether there was one.
   */
  async #showSaved(address: Promise<Address>): Promise<boolean> {
    const copy = await readSavedArticle(this.#options.saved, this.#options.slug);
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

/** For a request whose failure is told to whoever waits for it, if anyone does. */
function expectingFailure<T>(request: Promise<T>): Promise<T> {
  request.catch(() => {
    // Told elsewhere.
  });
  return request;
}
