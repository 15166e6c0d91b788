import { type Lazy, lazy } from '../../lib/lazy.ts';
import type { Locales } from '../language.ts';
import type { Address, Article, Comment, FrontPage, ListPage } from '../model.ts';
import { addressIn } from '../url.ts';
import type { EditionReader, Fetched, FetchFunction, PictureBytes } from './edition-reader.ts';
import { InHand, summariesOf } from './in-hand.ts';

/**
 * The edition as the app knows it: what is in hand, and the reader of all else, a part of the
 * program that comes with the first thing asked for. Every failure is a ContentError, except an
 * abort, which stays the AbortError the caller asked for, and the browser’s own error where the reader
 * itself cannot be brought.
 */
export class EditionSource {
  /** What needs no request. */
  readonly inHand: InHand;
  /** What its text is set by. */
  readonly locales: Locales | undefined;
  readonly #base: string;
  readonly #reader: Lazy<EditionReader>;
  #ahead: { id: string; hash: string; request: Promise<Fetched<Article>> } | undefined;

  /** @param base address of the built edition’s folder, absolute or a path, ending in a slash */
  constructor(fetch: FetchFunction, base: string, inHand = new InHand(), locales?: Locales) {
    this.inHand = inHand;
    this.locales = locales;
    this.#base = base;
    this.#reader = lazy(async () => {
      const { EditionReader } = await import('./edition-reader.ts');
      return new EditionReader(fetch, base, locales);
    });
  }

  async frontPage(signal?: AbortSignal): Promise<FrontPage> {
    const front = await (await this.#load()).frontPage(signal);
    this.inHand.note(summariesOf({ front }));
    return front;
  }

  /** @param file `index.json`, `sections/ID.json`, `tags/ID.json`, or a page’s `next` */
  async listPage(file: string, signal?: AbortSignal): Promise<ListPage> {
    const page = await (await this.#load()).listPage(file, signal);
    this.inHand.note(page.articles);
    return page;
  }

  /** What stands at a slug, in whichever language, or at an article’s id. */
  async address(slugOrId: string, signal?: AbortSignal): Promise<Address> {
    const address = await (await this.#load()).address(slugOrId, signal);
    this.inHand.note([...address.related, address.article]);
    return address;
  }

  async article(id: string, hash: string, signal?: AbortSignal): Promise<Fetched<Article>> {
    const ahead = this.#ahead;
    if (ahead?.id === id && ahead.hash === hash) {
      this.#ahead = undefined;
      return ahead.request;
    }
    return (await this.#load()).article(id, hash, signal);
  }

  /**
   * Begins to bring an article that a list has told of, for a reader who is about to open it. Only
   * the latest is held, and only for that: one that failed is asked for again.
   */
  articleAhead(slugOrId: string): void {
    const summary = this.inHand.summaryAt(slugOrId);
    if (!summary || this.#ahead?.id === summary.id) return;
    const { id, hash } = summary;
    const request = this.article(id, hash);
    this.#ahead = { id, hash, request };
    request.catch(() => {
      if (this.#ahead?.request === request) this.#ahead = undefined;
    });
  }

  async comments(id: string, hash: string, signal?: AbortSignal): Promise<Fetched<Comment[]>> {
    return (await this.#load()).comments(id, hash, signal);
  }

  async picture(src: string, signal?: AbortSignal): Promise<PictureBytes> {
    return (await this.#load()).picture(src, signal);
  }

  /** Where a file of the edition stands, such as a picture for the browser to show. */
  urlOf(file: string): string {
    return addressIn(this.#base, file);
  }

  async #load(): Promise<EditionReader> {
    return this.#reader.loaded ?? (await this.#reader.load());
  }
}
