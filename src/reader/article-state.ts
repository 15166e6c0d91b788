import type { Article, Summary } from '../content/model.ts';
import type { StoredPictures } from './stored-pictures.ts';

/** How far an article on its page has come. */
export type ArticleState =
  /** `summary`: what a list said of the article, good for the top of its page. */
  | { status: 'loading'; summary?: Summary }
  | { status: 'failed'; error: unknown }
  | {
      status: 'ready';
      /** A prerendered page carries the version of its language only; `bringVersions` the others. */
      article: Article;
      summary: Summary;
      /** Pictures of a saved copy; absent when the article came over the network. */
      pictures?: StoredPictures;
      /** Published comments as stored with a saved copy. */
      comments?: unknown;
      /** When the saved copy that is shown was stored, in ms. */
      savedAt?: number;
    };

export type ReadyArticle = Extract<ArticleState, { status: 'ready' }>;
