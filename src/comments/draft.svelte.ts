import type { Drafts } from '../storage/drafts.ts';
import { StorageError } from '../storage/errors.ts';
import { draftSlotKey, draftSlots, findDraft } from './draft-slots.ts';
import { dropLastWords, keepLastWords } from './last-words.ts';

/** Typing is stored at once, then this often: a crash costs less than half a second of it. */
const restMs = 300;
/** After a failure: a full disk does not get better for being asked three times a second. */
const retryMs = 3000;

interface DraftOptions {
  drafts: Drafts;
  /** From `draftKey`. */
  key: string;
  /** What the form starts with, and what is not worth keeping: the comment that is edited. */
  initial?: string;
  /** What the reader wrote here before, when it is at hand. */
  text?: string;
}

/** A text as it is typed, and its copy in the database. */
export class Draft {
  /** Whether the text was found rather than typed just now. */
  wasRestored = $state(false);
  /** Why the text could not be kept or looked for; undefined once it could. */
  error = $state.raw<unknown>();
  #text = $state('');
  #isDirty = false;
  #isTouched = false;
  /** What the database holds of ours, as far as we know. Anything else there is another tab’s. */
  #known = $state.raw<string | undefined>();
  /** What is being written. */
  #onItsWay: string | undefined;
  #slot = 0;
  /** Where last words of this text may lie. Left there, they would come back in place of later ones. */
  #lastWordsKey: string | undefined;
  #isHandedOver = false;
  #writing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWaiting = false;
  readonly #drafts: Drafts;
  readonly #key: string;
  readonly #initial: string;

  constructor({ drafts, key, initial = '', text }: DraftOptions) {
    this.#drafts = drafts;
    this.#key = key;
    this.#initial = initial;
    this.#text = text ?? initial;
    this.#isDirty = text !== undefined;
  }

  get text(): string {
    return this.#text;
  }

  set text(text: string) {
    if (text === this.#text) return;
    this.#text = text;
    this.#isTouched = true;
    this.#isDirty = true;
    this.#storeSoon();
  }

  /** Whether closing the form would lose something. */
  get isWorthKeeping(): boolean {
    return this.#text.trim() !== '' && this.#text !== this.#initial;
  }

  /** Whether what is on the screen is in the database. */
  get isKept(): boolean {
    return this.#known !== undefined && this.#known === this.#text;
  }

  /**
   * Brings back what was kept, and from then on keeps what is typed, however the page ends.
   * Returns the function that keeps the last of it and stops.
   */
  start(beforeReload: (hook: () => Promise<void>) => () => void): () => void {
    const closing = new AbortController();
    const { signal } = closing;
    addEventListener('pagehide', () => this.#storeLast(), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && this.#storeNow(), {
      signal,
    });
    const takeBack = beforeReload(() => this.flush());
    if (this.#isDirty) this.#storeSoon();
    else void this.#restore();
    return () => {
      closing.abort();
      takeBack();
      clearTimeout(this.#timer);
      // Nothing is to be scheduled after this.
      this.#isWaiting = true;
      this.#storeNow();
    };
  }

  /** Resolves once all that was typed so far is in the database; rejects with a StorageError. */
  async flush(): Promise<void> {
    while ((this.#isDirty || this.#writing) && !this.#isHandedOver) {
      // One write at a time: the later text must not be overtaken by the earlier.
      this.#writing ??= this.#store().finally(() => (this.#writing = undefined));
      await this.#writing;
    }
  }

  /**
   * Stores the text for good. `store` is to drop the draft at the key it gets in the transaction
   * that stores the text. When it rejects, so does this, and the draft is as it was.
   */
  async handOver<T>(store: (key: string) => Promise<T>): Promise<T> {
    await this.flush().catch(() => {
      // Worth a try all the same: the form tells if that fails too.
    });
    // A write after this one would bring the draft back.
    this.#isHandedOver = true;
    try {
      const result = await store(this.#slotKey());
      this.#dropLastWords();
      return result;
    } catch (error) {
      this.#isHandedOver = false;
      throw error;
    }
  }

  /** Drops the text, here and in the database. */
  async discard(): Promise<void> {
    this.#text = this.#initial;
    this.#isTouched = true;
    this.#isDirty = true;
    await this.flush();
  }

  #slotKey(slot = this.#slot): string {
    return draftSlotKey(this.#key, slot);
  }

  async #restore(): Promise<void> {
    try {
      const found = await findDraft(this.#drafts, this.#key);
      // What the reader has typed in the meantime stands; it will be kept beside what was found.
      if (!found || this.#isTouched) return;
      this.#slot = found.slot;
      this.#known = found.known;
      this.#text = found.text;
      this.wasRestored = true;
      this.#lastWordsKey = this.#slotKey();
      if (found.text === found.known) return this.#dropLastWords();
      this.#isDirty = true;
      await this.flush();
    } catch (error) {
      this.error = error;
    }
  }

  #storeLast(): void {
    if (this.#isHandedOver || (!this.#isDirty && !this.#writing)) return;
    this.#dropLastWords();
    this.#lastWordsKey = this.#slotKey();
    const earlier = [this.#known, this.#onItsWay].filter((text) => text !== undefined);
    keepLastWords(this.#lastWordsKey, { text: this.#text, earlier });
    // For a page that comes back: the browser may only have put it aside.
    this.#storeNow();
  }

  #dropLastWords(): void {
    if (this.#lastWordsKey !== undefined) dropLastWords(this.#lastWordsKey);
    this.#lastWordsKey = undefined;
  }

  #storeNow(): void {
    this.flush().catch(() => {
      // `error` says it.
    });
  }

  #storeSoon(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    const rest = () => {
      this.#timer = setTimeout(
        () => {
          this.#isWaiting = false;
          if (this.#isDirty) this.#storeSoon();
        },
        this.error === undefined ? restMs : retryMs,
      );
    };
    void this.flush().then(rest, rest);
  }

  async #store(): Promise<void> {
    this.#isDirty = false;
    this.#onItsWay = this.#text === this.#initial ? '' : this.#text;
    try {
      await this.#write(this.#onItsWay);
      this.error = undefined;
      // Unless there is more to write, the database has them now.
      if (!this.#isDirty) this.#dropLastWords();
    } catch (error) {
      this.#isDirty = true;
      this.error = error;
      throw error;
    }
  }

  /** Writes over nothing but what this draft wrote or restored itself. */
  async #write(text: string): Promise<void> {
    for (const slot of draftSlots.slice(this.#slot)) {
      const stored = await this.#drafts.get(this.#slotKey(slot));
      const known = slot === this.#slot ? this.#known : undefined;
      if (stored !== undefined && stored !== known && stored !== text) continue;
      await this.#drafts.put(this.#slotKey(slot), text);
      this.#slot = slot;
      this.#known = text === '' ? undefined : text;
      return;
    }
    throw new StorageError('failed', `Other drafts take all places of ${this.#key}`);
  }
}
