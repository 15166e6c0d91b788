import { createContext } from 'svelte';
import { picturesOfBlocks } from '../content/blocks.ts';
import { languages } from '../content/language.ts';
import type { Article, Image, Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import type { Changes } from '../storage/changes.ts';
import type { SavedCopy } from '../storage/saved-copy.ts';
import { noteSaved } from '../storage/saved-hint.ts';
import type { SavedArticles } from '../storage/saved.ts';

/** A phone shows a picture at most 430 px wide and 3 device pixels to each: 1290. */
const savedWidth = 1290;
/** 92 px in a list, and 3 device pixels to each. */
const thumbWidth = 276;

export type SaveState = 'unsaved' | 'saving' | 'saved';

/**
 * What the reader keeps. An article counts as saved only once the database has read it back; the
 * marks in lists follow the database, whichever tab wrote it.
 */
export class Library {
  /** The stored articles; brings the database’s part of the program first. */
  readonly articles: () => Promise<SavedArticles>;
  readonly changes: Changes;
  readonly #source: EditionSource;
  /** What is known of each article that was asked about; replaced whole, so that it is reactive. */
  #states = $state.raw<ReadonlyMap<string, SaveState>>(new Map());
  #asked = new Set<string>();

  constructor(articles: () => Promise<SavedArticles>, source: EditionSource, changes: Changes) {
    this.articles = articles;
    this.changes = changes;
    this.#source = source;
    changes.subscribe(({ store, articleId }) => {
      if (store === 'saved') this.#ask(articleId);
    });
  }

  /** Reactive. Unknown counts as unsaved until the database has answered. */
  stateOf(id: string): SaveState {
    const known = this.#states.get(id);
    if (known === undefined) this.#ask(id);
    return known ?? 'unsaved';
  }

  /**
   * Stores the article in both languages with its published comments and every picture it shows.
   * @throws {ContentError} when a part cannot be had; nothing is stored then
   * @throws {StorageError} when it cannot be stored
   */
  async save(summary: Summary): Promise<void> {
    const { id } = summary;
    if (this.#states.get(id) === 'saving') return;
    this.#learn([[id, 'saving']]);
    noteSaved();
    try {
      const [articles, parts] = await Promise.all([this.articles(), this.#fetchAll(summary)]);
      await articles.save(parts);
      this.#learn([[id, 'saved']]);
    } catch (error) {
      // An earlier copy may still be there.
      this.#learn([[id, 'unsaved']]);
      this.#ask(id);
      throw error;
    }
    // Asks the browser not to clear our data when space runs short. It may never answer.
    void navigator.storage?.persist?.().catch(() => false);
  }

  /** Returns what was removed, for `restore`. */
  async remove(id: string): Promise<SavedCopy | undefined> {
    const copy = await (await this.articles()).remove(id);
    this.#learn([[id, 'unsaved']]);
    return copy;
  }

  async restore(copy: SavedCopy): Promise<void> {
    await (await this.articles()).restore(copy);
    this.#learn([[copy.entry.id, 'saved']]);
  }

  async #fetchAll(summary: Summary) {
    const { id, hash, comments } = summary;
    const [article, thread] = await Promise.all([
      this.#source.article(id, hash),
      comments && this.#source.comments(id, comments.hash),
    ]);
    const shown = imagesOf(article.value).map(savedVariant);
    const thumb = article.value.image ? [thumbVariant(article.value.image)] : [];
    const sources = [...new Set([...shown, ...thumb])];
    const pictures = await Promise.all(
      sources.map(async (src) => ({ src, ...(await this.#source.picture(src)) })),
    );
    // A copy: what the list holds may be a proxy, which a database cannot store.
    // With the hash of the text that came, so that a newer one is told from it.
    const plain = JSON.parse(JSON.stringify({ ...summary, hash: article.hash })) as Summary;
    return { summary: plain, document: article.document, comments: thread?.document, pictures };
  }

  /** Looks up all that were asked for in this turn in one go. */
  #ask(id: string): void {
    this.#asked.add(id);
    if (this.#asked.size > 1) return;
    queueMicrotask(() => {
      const ids = [...this.#asked];
      this.#asked = new Set();
      void this.#lookUp(ids);
    });
  }

  async #lookUp(ids: string[]): Promise<void> {
    let saved = new Set<string>();
    try {
      saved = await (await this.articles()).savedIds(ids);
    } catch {
      // Without a database nothing is saved, and the button will say so when pressed.
    }
    // Of an article that is being saved, the end of that will tell.
    const idle = ids.filter((id) => this.#states.get(id) !== 'saving');
    this.#learn(idle.map((id) => [id, saved.has(id) ? 'saved' : 'unsaved']));
  }

  #learn(states: [id: string, state: SaveState][]): void {
    this.#states = new Map([...this.#states, ...states]);
  }
}

/** Every picture of an article, in all its languages. */
function imagesOf({ image, versions }: Article): Image[] {
  const bodies = languages.flatMap((language) => versions[language]?.body ?? []);
  return [...(image ? [image] : []), ...picturesOfBlocks(bodies).map((picture) => picture.image)];
}

/** The one size to keep for reading: the smallest that is sharp on a phone. */
export function savedVariant(image: Image): string {
  return smallestOf(image, savedWidth);
}

/** The size to show in a list of saved articles. */
export function thumbVariant(image: Image): string {
  return smallestOf(image, thumbWidth);
}

/** The smallest size of at least so many pixels in width, else the largest there is. */
function smallestOf(image: Image, width: number): string {
  const sizes = [...(image.variants ?? []), image].sort((a, b) => a.width - b.width);
  return (sizes.find((size) => size.width >= width) ?? sizes.at(-1) ?? image).src;
}

export const [getLibrary, setLibrary] = createContext<Library>();
