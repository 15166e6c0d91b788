/**
 * Reads a built edition over HTTP. Every answer is checked before it is handed on, with its spaces set
 * (but for comments: they are set as they are drawn, for one’s own may be written on); every failure
 * is a ContentError, except an abort, which stays the AbortError the caller asked for. A part of the
 * program of its own, with the checks of the format: a prerendered page begins without it.
 */
import { versionIn, versionOf } from '../../lib/file-version.ts';
import { ContentError } from '../errors.ts';
import type { Locales } from '../language.ts';
import type { Address, Article, Comment, FrontPage, ListPage } from '../model.ts';
import {
  parseAddress,
  parseArticle,
  parseComments,
  parseFrontPage,
  parseListPage,
} from '../parse.ts';
import { setText } from '../typography/set-text.ts';
import { addressIn } from '../url.ts';

/** A file as it came, for storing, beside what it says, for showing. */
export interface Fetched<T> {
  value: T;
  document: unknown;
  /**
   * Of the text that came. Seldom another than was asked for: a host that is being updated may still
   * have the text before it. Where it cannot be checked, the one that was asked for.
   */
  hash: string;
}

/** The text of a file, and its hash if the address names one and it can be checked. */
interface Answer {
  text: string;
  isPage: boolean;
  hash?: string;
}

export interface PictureBytes {
  type: string;
  bytes: ArrayBuffer;
}

export type FetchFunction = (url: string, init?: RequestInit) => Promise<Response>;

export class EditionReader {
  readonly #fetch: FetchFunction;
  readonly #base: string;
  readonly #locales: Locales | undefined;

  /** @param base address of the built edition’s folder, absolute or a path, ending in a slash */
  constructor(fetch: FetchFunction, base: string, locales?: Locales) {
    this.#fetch = fetch;
    this.#base = base;
    this.#locales = locales;
  }

  async frontPage(signal?: AbortSignal): Promise<FrontPage> {
    const file = 'front.json';
    return setText(parseFrontPage(file, (await this.#json(file, signal)).document), this.#locales);
  }

  /** @param file `index.json`, `sections/ID.json`, `tags/ID.json`, or a page’s `next` */
  async listPage(file: string, signal?: AbortSignal): Promise<ListPage> {
    return setText(parseListPage(file, (await this.#json(file, signal)).document), this.#locales);
  }

  /** What stands at a slug, in whichever language, or at an article’s id. */
  async address(slugOrId: string, signal?: AbortSignal): Promise<Address> {
    const file = `addresses/${encodeURIComponent(slugOrId)}.json`;
    return setText(parseAddress(file, (await this.#json(file, signal)).document), this.#locales);
  }

  async article(id: string, hash: string, signal?: AbortSignal): Promise<Fetched<Article>> {
    const file = `articles/${id}.json`;
    const { document, hash: found } = await this.#json(`${file}?v=${hash}`, signal);
    const value = setText(parseArticle(file, document), this.#locales);
    return { value, document, hash: found ?? hash };
  }

  async comments(id: string, hash: string, signal?: AbortSignal): Promise<Fetched<Comment[]>> {
    const file = `comments/${id}.json`;
    const { document, hash: found } = await this.#json(`${file}?v=${hash}`, signal);
    return { value: parseComments(file, document), document, hash: found ?? hash };
  }

  async picture(src: string, signal?: AbortSignal): Promise<PictureBytes> {
    const response = await this.#get(src, { signal });
    const type = response.headers.get('Content-Type') ?? '';
    if (!type.startsWith('image/')) throw new ContentError('not-found', src);
    try {
      return { type, bytes: await response.arrayBuffer() };
    } catch (error) {
      throw asContentError(src, error);
    }
  }

  async #json(file: string, signal?: AbortSignal): Promise<{ document: unknown; hash?: string }> {
    const { text, isPage, hash } = await this.#version(file, signal);
    try {
      return { document: JSON.parse(text) as unknown, hash };
    } catch {
      // Hosts that answer every unknown address with the app’s own page do it with status 200.
      if (isPage) throw new ContentError('not-found', file);
      throw new ContentError('invalid', file, [{ path: '', expected: 'expected JSON' }]);
    }
  }

  /** Asks once more, past every cache, when the text is not the version that the address names. */
  async #version(file: string, signal?: AbortSignal): Promise<Answer> {
    const answer = await this.#text(file, { signal });
    if (answer.hash === undefined || answer.hash === versionIn(file)) return answer;
    try {
      return await this.#text(file, { signal, cache: 'reload' });
    } catch (error) {
      // Another version is better than none, unless the host has withdrawn it, or nobody waits.
      if (error instanceof ContentError && error.kind !== 'not-found') return answer;
      throw error;
    }
  }

  async #text(file: string, init: RequestInit): Promise<Answer> {
    const response = await this.#get(file, init);
    const isPage = response.headers.get('Content-Type')?.includes('html') ?? false;
    let text: string;
    try {
      text = await response.text();
    } catch (error) {
      throw asContentError(file, error);
    }
    if (versionIn(file) === undefined) return { text, isPage };
    return { text, isPage, hash: await versionOf(new TextEncoder().encode(text)) };
  }

  async #get(file: string, init: RequestInit): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetch(addressIn(this.#base, file), init);
    } catch (error) {
      throw asContentError(file, error);
    }
    if (response.ok) return response;
    const isGone = response.status === 404 || response.status === 410;
    throw new ContentError(isGone ? 'not-found' : 'server', file);
  }
}

/** `fetch` rejects with a TypeError for every fault of the network. */
function asContentError(file: string, error: unknown): unknown {
  const isAbort = error instanceof DOMException && error.name === 'AbortError';
  return isAbort ? error : new ContentError('offline', file);
}
