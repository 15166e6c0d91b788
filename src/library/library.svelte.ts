import { createContext } from 'svelte';
import type { Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import type { Changes } from '../storage/changes.ts';
import type { SavedCopy } from '../storage/saved-copy.ts';
import { noteSaved } from '../storage/saved-hint.ts';
import type { SavedArticles } from '../storage/saved.ts';

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

  /** As the database has it now. Where there is none, nothing is saved. */
  async isSaved(id: string): Promise<boolean> {
    await this.#lookUp([id]);
    return this.#states.get(id) === 'saved';
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
      const [articles, parts] = await Promise.all([this.articles(), this.#gather(summary)]);
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

  /** Most who read save nothing: how to comes when it is asked for. */
  async #gather(summary: Summary) {
    const { gatherArticle } = await import('./gather-article.ts');
    return gatherArticle(summary, this.#source);
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

export const [getLibrary, setLibrary] = createContext<Library>();
