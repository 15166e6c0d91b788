/**
 * The records and the stores of the database, and the numbered upgrades that make them.
 * A change here without an upgrade loses or hides what readers have on their devices.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Language } from '../content/language.ts';
import type { Summary } from '../content/model.ts';

/** What a list needs of a saved article: no text, no pictures. */
export interface SavedEntry {
  id: string;
  /** Milliseconds since 1970; of the first save, whatever was refreshed since. */
  savedAt: number;
  /** Of the article file that was saved. */
  hash: string;
  /** The id and the slugs of all versions: any address of the article finds it. */
  slugs: string[];
  summary: Summary;
  /** Of text and pictures together. */
  bytes: number;
}

export interface SavedBody {
  id: string;
  /** The article file as fetched; parsed again when it is read. */
  document: unknown;
  /** Its published comments as fetched, where there are any. */
  comments?: unknown;
}

export interface SavedPicture {
  articleId: string;
  /** As the article names it, relative to the edition's folder. */
  src: string;
  /** Media type. */
  type: string;
  bytes: ArrayBuffer;
}

/** A comment that this reader wrote; it is on this device only. */
export interface OwnComment {
  id: string;
  articleId: string;
  /** The id of the comment it answers, published or own. */
  parent?: string;
  text: string;
  language: Language;
  author: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  editedAt?: number;
  /** Names the article in "my comments", where it may be long gone from the edition. */
  about: Partial<Record<Language, { slug: string; headline: string }>>;
}

interface Draft {
  key: string;
  text: string;
  /** Milliseconds since 1970. */
  updatedAt: number;
}

export interface Schema extends DBSchema {
  saved: {
    key: string;
    value: SavedEntry;
    indexes: { bySavedAt: [number, string]; bySlug: string };
  };
  savedBodies: { key: string; value: SavedBody };
  savedPictures: { key: [string, string]; value: SavedPicture };
  comments: {
    key: string;
    value: OwnComment;
    indexes: { byArticle: [string, number, string]; byCreatedAt: [number, string] };
  };
  drafts: { key: string; value: Draft };
}

export type Connection = IDBPDatabase<Schema>;

/** Synchronous but for its requests: waiting for anything else would end its transaction early. */
export type Upgrade = (
  db: Connection,
  transaction: IDBPTransaction<Schema, ArrayLike<StoreNames<Schema>>, 'versionchange'>,
) => void;

/** The name on readers' devices: another name means all of them lose their data. */
export const databaseName = 'liseuse';

/**
 * Upgrade number N turns version N into version N + 1; the database's version is their count.
 * Append only: one that was ever published is never changed, since devices that ran it will not
 * run it again.
 */
export const upgrades: readonly Upgrade[] = [
  // The indexes that order by time end in the id, so that two of the same moment have an order
  // too and a page can start exactly after the last row of the one before.
  (db) => {
    const saved = db.createObjectStore('saved', { keyPath: 'id' });
    saved.createIndex('bySavedAt', ['savedAt', 'id']);
    saved.createIndex('bySlug', 'slugs', { multiEntry: true });
    db.createObjectStore('savedBodies', { keyPath: 'id' });
    db.createObjectStore('savedPictures', { keyPath: ['articleId', 'src'] });
    const comments = db.createObjectStore('comments', { keyPath: 'id' });
    comments.createIndex('byArticle', ['articleId', 'createdAt', 'id']);
    comments.createIndex('byCreatedAt', ['createdAt', 'id']);
    db.createObjectStore('drafts', { keyPath: 'key' });
  },
];
