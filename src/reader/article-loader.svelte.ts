import { languages } from '../content/language.ts';
import type { Summary } from '../content/model.ts';
import { type Lazy, lazy } from '../lib/lazy.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { ArticleBringer, ArticleOptions } from './article-bringer.ts';
import type { ArticleState } from './article-state.ts';

/**
 * One article on its page: what the prerendered page carries; else the saved copy, for it is there at
 * once and without a network; else what stands at the address. Lives as long as the page.
 */
export class ArticleLoader {
  state = $state.raw<ArticleState>({ status: 'loading' });
  /** What to read next; empty until known, or when it cannot be had. */
  related = $state.raw<Summary[]>([]);
  /** Set when a newer text than the one on the screen has been published. */
  newer = $state.raw<Summary | undefined>();
  readonly #options: ArticleOptions;
  readonly #bringer: Lazy<ArticleBringer>;
  readonly #closing = new AbortController();

  constructor(options: ArticleOptions) {
    this.#options = options;
    this.#bringer = lazy(async () => {
      const { ArticleBringer } = await import('./article-bringer.ts');
      return new ArticleBringer(this, options);
    });
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

  /** Aborts when the page goes. */
  get signal(): AbortSignal {
    return this.#closing.signal;
  }

  /** Returns the function that gives up and lets go of the pictures. */
  start(): () => void {
    const { slug, onListChanged, onarticle } = this.#options;
    const unlisten = onListChanged((file) => {
      if (file !== `addresses/${slug}.json`) return;
      void this.#quietly((bringer) => bringer.lookAgain());
    });
    const isPrerendered = this.state.status === 'ready';
    if (this.state.status === 'ready') onarticle(this.state.summary);
    const begun = isPrerendered ? Promise.resolve() : this.load();
    let unwait: (() => void) | undefined;
    void begun.then(() => {
      if (this.signal.aborted) return;
      unwait = whenIdle(() => {
        void this.#quietly((bringer) => bringer.completeAtLeisure({ isPrerendered }));
      });
    });
    return () => {
      unwait?.();
      unlisten();
      this.#closing.abort();
      if (this.state.status === 'ready') this.state.pictures?.release();
    };
  }

  async load(): Promise<void> {
    const { source, slug } = this.#options;
    this.state = { status: 'loading', summary: source.inHand.summaryAt(slug) };
    try {
      await (await this.#bringer.load()).bring();
    } catch (error) {
      if (!this.signal.aborted) this.state = { status: 'failed', error };
    }
  }

  /**
   * Brings the language versions that a prerendered page does not carry; at once where there are
   * none to bring.
   * @throws {ContentError} when they cannot be had, from the saved copy neither
   */
  async bringVersions(): Promise<void> {
    const { state } = this;
    if (state.status !== 'ready') return;
    const { article, summary } = state;
    const isWhole = languages.every(
      (language) => !summary.versions[language] || article.versions[language],
    );
    if (!isWhole) await (await this.#bringer.load()).bringVersions(summary);
  }

  /** As ArticleBringer has it. */
  async showNewer(): Promise<Summary | undefined> {
    return (await this.#bringer.load()).showNewer();
  }

  /** For what nobody waits for: without the part that does it, the article can be read all the same. */
  async #quietly(work: (bringer: ArticleBringer) => Promise<void>): Promise<void> {
    await this.#bringer.load().then(work, () => undefined);
  }
}
