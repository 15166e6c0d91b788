/**
 * How an article comes to its page, and what is looked after once it is there. A part of the program
 * of its own: a prerendered page has its article in hand and needs this only at leisure.
 */
import { languages } from '../content/language.ts';
import type { Address, Article, Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import { savesData } from '../ui/when-idle.ts';
import type { SavedArticles } from '../storage/saved.ts';
import type { ArticleState } from './article-state.ts';
import { loadBlocksOf } from './rare-blocks.ts';
import { readSavedArticle } from './saved-article.ts';

export interface ArticleOptions {
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
  /** Told right before the versions that were not there yet come to the page. */
  onversions?: () => void;
  /** Told that the saved copy is of an older text than the one on the screen. */
  onoldercopy: (shown: Summary) => Promise<void>;
}

/** What is on the page: the loader, whose fields are what components show. */
export interface ArticleOnPage {
  state: ArticleState;
  related: Summary[];
  newer: Summary | undefined;
  /** Aborts when the page goes. */
  readonly signal: AbortSignal;
}

export class ArticleBringer {
  readonly #page: ArticleOnPage;
  readonly #options: ArticleOptions;
  #bringing: Promise<void> | undefined;
  /** Of the published text that is shown: a host may give a newer one than it was asked for. */
  #shownHash: string | undefined;

  constructor(page: ArticleOnPage, options: ArticleOptions) {
    this.#page = page;
    this.#options = options;
  }

  /** Brings the article: the saved copy if there is one, else what stands at the address. */
  async bring(): Promise<void> {
    const { source, slug, mayBeSaved } = this.#options;
    const { signal } = this.#page;
    const listed = source.inHand.summaryAt(slug);
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
      if (!signal.aborted) this.#page.state = { status: 'failed', error };
    }
  }

  /**
   * Brings the language versions that are not there yet.
   * @throws {ContentError} when they cannot be had, from the saved copy neither
   */
  bringVersions(summary: Summary): Promise<void> {
    this.#bringing ??= this.#bringVersions(summary).finally(() => (this.#bringing = undefined));
    return this.#bringing;
  }

  /**
   * Shows the newer text in place of the one on the screen. Returns what it is; undefined when there
   * was none, or nobody looks any more.
   * @throws {ContentError} when it cannot be had; what is on the screen then stays
   */
  async showNewer(): Promise<Summary | undefined> {
    const { newer, signal } = this.#page;
    if (!newer) return undefined;
    const { value } = await this.#options.source.article(newer.id, newer.hash, signal);
    await loadBlocksOf(value);
    if (signal.aborted) return undefined;
    if (this.#page.state.status === 'ready') this.#page.state.pictures?.release();
    this.#page.state = { status: 'ready', article: value, summary: newer };
    this.#page.newer = undefined;
    return newer;
  }

  /** What stands at the address may have been published anew since it was read. */
  async lookAgain(): Promise<void> {
    const { source, slug } = this.#options;
    try {
      const { article, related } = await source.address(slug, this.#page.signal);
      const { state, signal } = this.#page;
      if (signal.aborted || state.status !== 'ready') return;
      this.#page.related = related;
      if (article.hash !== state.summary.hash) this.#page.newer = article;
    } catch {
      // Only an offer: what is on the screen can be read on.
    }
  }

  /**
   * Once the article can be read: the other language, and where it stands, so that both are there
   * when the network is not; what has changed since a prerendered page was made; a saved copy of an
   * older text.
   */
  async completeAtLeisure({ isPrerendered }: { isPrerendered: boolean }): Promise<void> {
    const { state } = this.#page;
    if (savesData() || state.status !== 'ready') return;
    const { summary } = state;
    await Promise.all([this.#rememberAddresses(summary), isPrerendered && this.lookAgain()]);
    if (!isPrerendered) return;
    await this.#renewSavedCopy(summary);
    await this.bringVersions(summary).catch(() => {
      // Only ahead of being asked for: asked, it will be tried again, and tell.
    });
  }

  /** What is read in one language must open in the other when the network is gone. */
  async #rememberAddresses({ versions }: Summary): Promise<void> {
    const { source, slug } = this.#options;
    const others = languages
      .flatMap((language) => versions[language]?.slug ?? [])
      .filter((each) => each !== slug);
    await Promise.all(
      others.map((other) =>
        source.address(other, this.#page.signal).catch(() => {
          // Nobody has asked for it yet.
        }),
      ),
    );
  }

  async #renewSavedCopy(shown: Summary): Promise<void> {
    const { slug, saved, mayBeSaved, onoldercopy } = this.#options;
    if (!mayBeSaved()) return;
    try {
      const entry = await (await saved()).find(slug);
      if (entry && entry.hash !== shown.hash) await onoldercopy(shown);
    } catch (error) {
      // The older copy stays, and stays good.
      console.warn('The saved copy could not be renewed.', error);
    }
  }

  /** @param listed what a list said: its text need not wait for the address to answer */
  async #showPublished(address: Promise<Address>, listed: Summary | undefined): Promise<void> {
    const early = listed && expectingFailure(this.#showText(listed));
    try {
      const { article: summary, related } = await address;
      if (this.#page.signal.aborted) return;
      this.#page.related = related;
      if (summary.hash === listed?.hash) await early;
      else {
        if (this.#page.state.status !== 'ready') await this.#showText(summary);
        this.#compareWith(summary);
      }
    } catch (error) {
      const isShown = await early?.then(
        () => true,
        () => false,
      );
      if (!isShown) throw error;
    }
  }

  /** Offers what is published where a list that was out of date had another text shown. */
  #compareWith(published: Summary): void {
    const { state, signal } = this.#page;
    if (signal.aborted || state.status !== 'ready' || state.summary === published) return;
    if (this.#shownHash === published.hash) this.#page.state = { ...state, summary: published };
    else this.#page.newer = published;
  }

  async #showText(summary: Summary): Promise<void> {
    const { source, onarticle } = this.#options;
    const { signal } = this.#page;
    if (!signal.aborted) onarticle(summary);
    const { value, hash } = await source.article(summary.id, summary.hash, signal);
    await loadBlocksOf(value);
    // Of two texts of one article the first to come is read by now.
    if (signal.aborted || this.#page.state.status === 'ready') return;
    this.#page.state = { status: 'ready', article: value, summary };
    this.#shownHash = hash;
  }

  async #bringVersions({ id, hash }: Summary): Promise<void> {
    const { source, slug, saved, mayBeSaved } = this.#options;
    let whole: Article;
    try {
      whole = (await source.article(id, hash, this.#page.signal)).value;
    } catch (error) {
      const copy = mayBeSaved() ? await readSavedArticle(saved, slug, source.locales) : undefined;
      copy?.pictures?.release();
      if (!copy) throw error;
      whole = copy.article;
    }
    await loadBlocksOf(whole);
    const { state } = this.#page;
    if (state.status !== 'ready' || state.summary.hash !== hash) return;
    // What is being read stays the very same.
    const versions = { ...whole.versions, ...state.article.versions };
    this.#options.onversions?.();
    this.#page.state = { ...state, article: { ...state.article, versions } };
  }

  /**
   * Shows the saved copy and, beside it, what to read next and whether the text has changed since.
   * Returns whether there was one.
   */
  async #showSaved(address: Promise<Address>): Promise<boolean> {
    const { saved, slug, source } = this.#options;
    const copy = await readSavedArticle(saved, slug, source.locales);
    if (!copy) return false;
    const { signal } = this.#page;
    if (signal.aborted) {
      copy.pictures?.release();
      return true;
    }
    this.#page.state = copy;
    this.#options.onarticle(copy.summary);
    address.then(
      ({ article, related }) => {
        if (signal.aborted || article.id !== copy.summary.id) return;
        this.#page.related = related;
        if (article.hash !== copy.summary.hash) this.#page.newer = article;
      },
      () => {
        // Offline, most likely: the copy is on the screen, and that is what was asked for.
      },
    );
    return true;
  }
}

/** For a request whose failure is told to whoever waits for it, if anyone does. */
function expectingFailure<T>(request: Promise<T>): Promise<T> {
  request.catch(() => {
    // Told elsewhere.
  });
  return request;
}
