import { SvelteMap } from 'svelte/reactivity';
import type { Language } from '../content/language.ts';
import type { Comment, Summary } from '../content/model.ts';
import type { OwnComment } from '../storage/comments.ts';
import { draftKey, type DraftPlace } from '../storage/drafts.ts';
import { aboutOf } from './about.ts';
import type { CommentsContext } from './context.ts';
import { waitingPlaces } from './draft-slots.ts';
import { Draft } from './draft.svelte.ts';
import { publishedComments } from './published-comments.ts';
import { buildThread, countComments, type ThreadNode } from './thread.ts';

/** One of the two halves of a thread. */
export type Part<T> =
  { status: 'loading' } | { status: 'ready'; comments: T[] } | { status: 'failed'; error: unknown };

/** A form on the screen. Its text outlives the component: comments around it may move. */
export interface OpenForm {
  key: string;
  place: DraftPlace;
  draft: Draft;
  /** The comment as it was when the form was opened. */
  editing?: OwnComment;
  /** The author of the comment that is answered; empty for one without a name. */
  answers?: string;
  /** Whether the reader asked for it, rather than a draft that was waiting. */
  takesFocus: boolean;
  stop: () => void;
}

interface FormOptions {
  /** The comment to answer. */
  parent?: Comment | OwnComment;
  /** The comment to change. */
  editing?: OwnComment;
}

/** What is new about a comment when it is sent. */
export interface Written {
  text: string;
  author: string;
  language: Language;
}

/**
 * How long one’s own comments, and the form below, wait for the published ones above them, lest what
 * an address led to be pushed out of sight. A network that hangs must not hide them.
 */
const patienceMs = 2000;

/**
 * The comments on one article: those published with the edition and the reader’s own, each loaded
 * and failing by itself; and the forms that are open among them. Lives as long as the article’s page.
 */
export class ThreadState {
  published = $state.raw<Part<Comment>>({ status: 'loading' });
  own = $state.raw<Part<OwnComment>>({ status: 'loading' });
  /** Until both halves are known, or patience is at its end: the thread then comes at once. */
  isWaiting = $state(true);
  readonly nodes = $derived(
    this.isWaiting ? [] : buildThread(commentsOf(this.published), commentsOf(this.own)),
  );
  readonly count = $derived(countComments(this.nodes));
  readonly forms = new SvelteMap<string, OpenForm>();
  readonly #context: CommentsContext;
  readonly #summary: Summary;
  readonly #stored: unknown;
  readonly #closing = new AbortController();
  #ownAttempt = 0;
  /** Where drafts wait for a form. */
  #waiting: DraftPlace[] = [];

  /** @param stored the comments file as kept with a saved article; asked before the network */
  constructor(context: CommentsContext, summary: Summary, stored?: unknown) {
    this.#context = context;
    this.#summary = summary;
    this.#stored = stored;
  }

  /** Loads everything and opens the forms whose drafts wait. Returns the function that stops. */
  start(): () => void {
    void Promise.all([this.loadPublished(), this.loadOwn()]).then(() => this.#stopWaiting());
    void this.#findWaiting();
    const unsubscribe = this.#context.changes.subscribe(({ store, articleId }) => {
      if (store === 'comments' && articleId === this.#summary.id) void this.loadOwn();
    });
    const patience = setTimeout(() => this.#stopWaiting(), patienceMs);
    return () => {
      this.#closing.abort();
      unsubscribe();
      clearTimeout(patience);
      for (const form of this.forms.values()) form.stop();
    };
  }

  /** Whether the thread is all there is, so that what is missing in it is gone. */
  get isComplete(): boolean {
    const { isWaiting, published, own } = this;
    return !isWaiting && published.status === 'ready' && own.status === 'ready';
  }

  async loadPublished(): Promise<void> {
    const { signal } = this.#closing;
    this.published = { status: 'loading' };
    try {
      const { source } = this.#context;
      const comments = await publishedComments(source, this.#summary, this.#stored, signal);
      if (!signal.aborted) this.published = { status: 'ready', comments };
    } catch (error) {
      if (!signal.aborted) this.published = { status: 'failed', error };
    }
    this.#openWaiting();
  }

  /** What is on the screen stays when reading again fails. */
  async loadOwn(): Promise<void> {
    const attempt = (this.#ownAttempt += 1);
    try {
      const comments = await this.#context.comments.ofArticle(this.#summary.id);
      if (attempt === this.#ownAttempt) this.own = { status: 'ready', comments };
      this.#openWaiting();
    } catch (error) {
      if (this.own.status !== 'ready') this.own = { status: 'failed', error };
    }
  }

  /** The form at a place, where one is open; without a comment, the one under the thread. */
  formAt(options: FormOptions = {}): OpenForm | undefined {
    return this.forms.get(draftKey(this.#placeOf(options)));
  }

  /** Forms whose comment is gone: what was typed into them is not to go with it. */
  get strandedForms(): OpenForm[] {
    return [...this.forms.values()].filter(({ place }) => this.#lacksComment(place));
  }

  /** Opens the form at a place, with the draft that waits there. */
  open({ parent, editing }: FormOptions): void {
    const place = this.#placeOf({ parent, editing });
    this.#openAt(place, { editing, answers: parent?.author, takesFocus: true });
  }

  /** Takes back the closing of a form whose text was dropped. */
  reopen({ place, editing, answers }: OpenForm, text: string): void {
    this.#openAt(place, { editing, answers, text, takesFocus: true });
  }

  close(form: OpenForm): void {
    form.stop();
    this.forms.delete(form.key);
  }

  /**
   * Stores what a form holds, and only then closes it. Resolves once the comment is in the thread.
   * Rejects with a StorageError; the form and its draft then stay.
   */
  async send(form: OpenForm, written: Written): Promise<OwnComment> {
    const { editing } = form;
    const comment = await form.draft.handOver((key) =>
      editing ? this.#edit(editing, written, key) : this.#add(form, written, key),
    );
    await this.loadOwn();
    this.close(form);
    return comment;
  }

  #openAt(
    place: DraftPlace,
    { text, ...shown }: Pick<OpenForm, 'editing' | 'answers' | 'takesFocus'> & { text?: string },
  ): void {
    const key = draftKey(place);
    if (this.forms.has(key) || this.#closing.signal.aborted) return;
    const { drafts, beforeReload } = this.#context;
    const draft = new Draft({ drafts, key, initial: shown.editing?.text, text });
    const stop = draft.start(beforeReload);
    this.forms.set(key, { key, place, draft, stop, ...shown });
  }

  #add({ place }: OpenForm, written: Written, key: string): Promise<OwnComment> {
    const { articleId, parent } = place;
    const about = aboutOf(this.#summary);
    return this.#context.comments.add({ ...written, articleId, parent, about }, key);
  }

  async #edit(comment: OwnComment, { text, language }: Written, key: string): Promise<OwnComment> {
    const { comments, drafts } = this.#context;
    const stored = await comments.ofArticle(comment.articleId);
    if (stored.some(({ id }) => id === comment.id))
      return comments.edit(comment.id, { text, language }, key);
    // Deleted in another tab while it was edited here: what the reader wrote last counts.
    const edited = { ...comment, text, language, editedAt: Date.now() };
    await comments.restore(edited);
    await drafts.remove(key);
    return edited;
  }

  #placeOf({ parent, editing }: FormOptions): DraftPlace {
    return { articleId: this.#summary.id, parent: parent?.id, editing: editing?.id };
  }

  #stopWaiting(): void {
    this.isWaiting = false;
    this.#openWaiting();
  }

  async #findWaiting(): Promise<void> {
    try {
      this.#waiting = await waitingPlaces(this.#context.drafts, this.#summary.id);
      this.#openWaiting();
    } catch {
      // No database: the reader’s own comments could not be read either, and that is said.
    }
  }

  /** Opens the forms of drafts that wait, each once its comment is there or known to be gone. */
  #openWaiting(): void {
    const places = this.#waiting;
    this.#waiting = places.filter((place) => !this.isComplete && this.#lacksComment(place));
    for (const place of places.filter((place) => !this.#waiting.includes(place))) {
      const editing = commentsOf(this.own).find(({ id }) => id === place.editing);
      const parent = allOf(this.nodes).find(({ comment }) => comment.id === place.parent);
      this.#openAt(place, { editing, answers: parent?.comment.author, takesFocus: false });
    }
  }

  /** Whether what is answered or edited is not in the thread; only one’s own can be edited. */
  #lacksComment({ editing, parent }: DraftPlace): boolean {
    const id = editing ?? parent;
    if (id === undefined) return false;
    return !allOf(this.nodes).some(
      ({ comment, origin }) => comment.id === id && (origin === 'own' || editing === undefined),
    );
  }
}

function commentsOf<T>(part: Part<T>): T[] {
  return part.status === 'ready' ? part.comments : [];
}

function allOf(nodes: readonly ThreadNode[]): ThreadNode[] {
  return nodes.flatMap((node) => [node, ...allOf(node.replies)]);
}
