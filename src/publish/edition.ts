import type { Article, Comment, Site } from '../content/model.ts';

/** The folder of the published edition, below the site’s own path. */
export const publishedFolder = 'content';

/** A file that was read: its name in the folder, what it says, and how it is published. */
export interface EditionFile<T> {
  file: string;
  value: T;
  /** The file as the author wrote it, without white space: fields that we ignore are kept. */
  json: string;
  /** Of `json`: the published address is made immutable with it. */
  hash: string;
}

export interface Edition {
  folder: string;
  site: Site;
  articles: EditionFile<Article>[];
  comments: EditionFile<Comment[]>[];
  /** Names of the pictures, relative to the folder. */
  images: Set<string>;
  /** What is wrong with files that were left out, a line for each fault; see readEdition. */
  leftOut: string[];
}

/** The edition without one of its articles, and without what was published about it. */
export function withoutArticle(edition: Edition, id: string, faults: readonly string[]): Edition {
  return {
    ...withoutComments(edition, id, faults),
    articles: edition.articles.filter(({ file }) => file !== `articles/${id}.json`),
  };
}

/** The edition without the published comments on an article, which stays. */
export function withoutComments(edition: Edition, id: string, faults: readonly string[]): Edition {
  return {
    ...edition,
    comments: edition.comments.filter(({ file }) => file !== `comments/${id}.json`),
    leftOut: [...edition.leftOut, ...faults],
  };
}
