import type { Article, Site, Summary } from '../content/model.ts';
import { parseArticle } from '../content/parse.ts';

/** The folder of the published edition, below the site’s own path. */
export const publishedFolder = 'content';

/** A file that was read, and can be read again: its name in the folder, and what names its text. */
export interface EditionFile {
  file: string;
  /** Of the text as it is published, whose address is made immutable with it. */
  hash: string;
}

/** What is held of an article. Its text, which is the most of it, is read again where it is needed. */
export interface EditionArticle extends EditionFile {
  /** As lists have it, but for its comments. */
  summary: Summary;
  /** Ids of articles, as the author named them. */
  related: readonly string[];
  /** Numbers of the words by which it is compared with others; see related.ts. */
  words: Uint32Array;
}

/** The published comments on an article. */
export interface EditionThread extends EditionFile {
  count: number;
}

/** What is needed of all articles at once, some 4 kB of each: their texts can be larger than memory. */
export interface Edition {
  folder: string;
  /** Its labels with their spaces set, as all show them; texts of articles are as they were written. */
  site: Site;
  articles: EditionArticle[];
  comments: EditionThread[];
  /** Names of the pictures, relative to the folder. */
  images: Set<string>;
  /** What is wrong with files that were left out, a line for each fault; see readEdition. */
  leftOut: string[];
  /**
   * Gives a file as its author wrote it, without white space: fields that we ignore are kept.
   * @throws {Error} when it is no longer the text that was read
   */
  textOf: (file: EditionFile) => string;
}

/** An article with its text. @throws {Error} as `textOf` */
export function wholeArticle(edition: Edition, { id, hash }: Summary): Article {
  const file = `articles/${id}.json`;
  return parseArticle(file, JSON.parse(edition.textOf({ file, hash })));
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
