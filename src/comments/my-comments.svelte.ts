import type { Changes } from '../storage/changes.ts';
import type { OwnComment, OwnComments } from '../storage/comments.ts';

/** Rows read at a time: the newest thirty by index come as fast of ten thousand as of fifty. */
const pageLength = 30;

type MyCommentsState =
  | { status: 'loading' }
  | { status: 'failed'; error: unknown }
  | { status: 'ready'; comments: OwnComment[]; hasMore: boolean };

/** What the reader wrote about one article, newest first. */
export interface ArticleComments {
  articleId: string;
  /** As the newest of the comments knows the article. */
  about: OwnComment['about'];
  comments: OwnComment[];
}

/** The reader’s own comments, newest first, a page at a time; follows what any tab writes. */
export class MyComments {
  state = $state.raw<MyCommentsState>({ status: 'loading' });
  /** Why the next page could not be read; what is there stays. */
  moreError = $state.raw<unknown>();
  readonly groups = $derived(
    this.state.status === 'ready' ? groupByArticle(this.state.comments) : [],
  );
  readonly #comments: OwnComments;
  readonly #changes: Changes;
  #attempt = 0;

  constructor(comments: OwnComments, changes: Changes) {
    this.#comments = comments;
    this.#changes = changes;
  }

  /** Returns the function that stops following. */
  start(): () => void {
    void this.load();
    return this.#changes.subscribe(({ store }) => {
      if (store === 'comments') void this.load();
    });
  }

  /** Reads, or reads again, as many rows as are shown. */
  async load(): Promise<void> {
    const shown = this.state.status === 'ready' ? this.state.comments.length : 0;
    await this.#read(Math.max(pageLength, shown));
  }

  async loadMore(): Promise<void> {
    if (this.state.status === 'ready') await this.#read(pageLength, this.state.comments);
  }

  /** Reads `count` rows after those given. */
  async #read(count: number, newer: readonly OwnComment[] = []): Promise<void> {
    const attempt = (this.#attempt += 1);
    try {
      // One more than is shown tells whether there are more.
      const rows = await this.#comments.page({ limit: count + 1, before: newer.at(-1) });
      if (attempt !== this.#attempt) return;
      const comments = [...newer, ...rows.slice(0, count)];
      this.state = { status: 'ready', comments, hasMore: rows.length > count };
      this.moreError = undefined;
    } catch (error) {
      if (attempt !== this.#attempt) return;
      if (this.state.status === 'ready') this.moreError = error;
      else this.state = { status: 'failed', error };
    }
  }
}

/** The article commented on last comes first. */
function groupByArticle(comments: readonly OwnComment[]): ArticleComments[] {
  const groups = new Map<string, ArticleComments>();
  for (const comment of comments) {
    const { articleId, about } = comment;
    const group = groups.get(articleId);
    if (group) group.comments.push(comment);
    else groups.set(articleId, { articleId, about, comments: [comment] });
  }
  return [...groups.values()];
}
