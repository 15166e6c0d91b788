import { unwrap } from 'idb';
import { onTestFinished } from 'vitest';
import type { Summary } from '../../../src/content/model.ts';
import { Changes } from '../../../src/storage/changes.ts';
import type { Change } from '../../../src/storage/changes.ts';
import { OwnComments } from '../../../src/storage/comments.ts';
import type { OwnComment, OwnCommentInput } from '../../../src/storage/comments.ts';
import { Database } from '../../../src/storage/db.ts';
import { Drafts } from '../../../src/storage/drafts.ts';
import { SavedArticles } from '../../../src/storage/saved.ts';
import type { SavedCopy, SaveInput } from '../../../src/storage/saved.ts';

/** A database name that no other test has; the database goes when the test ends. */
export function freshName(): string {
  const name = `test-${crypto.randomUUID()}`;
  onTestFinished(() => {
    indexedDB.deleteDatabase(name);
  });
  return name;
}

/** A Database that lets go of its connection when the test ends. */
export function openDatabase(...options: ConstructorParameters<typeof Database>): Database {
  const db = new Database(...options);
  onTestFinished(() => db.close());
  return db;
}

export function openChanges(channelName: string): Changes {
  const changes = new Changes(channelName);
  onTestFinished(() => changes.close());
  return changes;
}

/** The storage of one tab; another one with the same name is another tab. */
export function openStorage(name = freshName()) {
  const db = openDatabase(name);
  const changes = openChanges(name);
  const heard: Change[] = [];
  changes.subscribe((change) => heard.push(change));
  const saved = new SavedArticles(db, changes);
  const comments = new OwnComments(db, changes);
  return { name, db, changes, heard, saved, comments, drafts: new Drafts(db) };
}

/** All that is saved, to compare before and after. */
export async function everything({ db }: { db: Database }) {
  return db.run(async (connection) => {
    const transaction = connection.transaction(['saved', 'savedBodies', 'savedPictures']);
    return {
      saved: await transaction.objectStore('saved').getAll(),
      bodies: await transaction.objectStore('savedBodies').getAll(),
      pictures: await transaction.objectStore('savedPictures').getAll(),
    };
  });
}

/** The connection under a Database, without idb around it. */
export function rawConnection(db: Database): Promise<IDBDatabase> {
  return db.run(async (connection) => unwrap(connection));
}

/** A connection as another tab may hold it that neither listens nor lets go. */
export async function stubbornConnection(name: string, version: number): Promise<IDBDatabase> {
  const request = indexedDB.open(name, version);
  const connection = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  onTestFinished(() => connection.close());
  return connection;
}

export function summaryOf(id: string, hash = 'h1'): Summary {
  return {
    id,
    hash,
    section: 'science',
    tags: [],
    datePublished: '2026-11-04T15:20:00Z',
    originalLanguage: 'fr',
    versions: {
      fr: { slug: `${id}-fr`, headline: 'Le titre', standfirst: 'Le chapô', wordCount: 500 },
      en: { slug: `${id}-en`, headline: 'Headline', standfirst: 'Standfirst', wordCount: 480 },
    },
  };
}

export function pictureOf(src: string, size: number): SaveInput['pictures'][number] {
  const bytes = new Uint8Array(size).map((_, index) => index % 251);
  return { src, type: 'image/webp', bytes: bytes.buffer };
}

export function inputOf(id: string, changed: Partial<SaveInput> = {}): SaveInput {
  return {
    summary: summaryOf(id),
    document: { id, versions: { fr: { body: ['Première version'] }, en: { body: ['First'] } } },
    comments: { comments: [{ id: 'c1', text: 'Bien vu' }] },
    pictures: [pictureOf('images/a.webp', 2000), pictureOf('images/b.webp', 3000)],
    ...changed,
  };
}

/** A row of the saved list with a time of its own, as `restore` takes it. */
export function copyAt(id: string, savedAt: number): SavedCopy {
  const slugs = [id];
  const entry = { id, savedAt, hash: 'h1', slugs, summary: summaryOf(id), bytes: 2 };
  return { entry, document: {}, pictures: [] };
}

export function commentInput(changed: Partial<OwnCommentInput> = {}): OwnCommentInput {
  return {
    articleId: 'tides',
    text: 'Et la Lune ?',
    language: 'fr',
    author: 'Ana',
    about: { fr: { slug: 'les-marees', headline: 'Les marées' } },
    ...changed,
  };
}

export function commentAt(id: string, createdAt: number): OwnComment {
  return { ...commentInput(), id, createdAt };
}
