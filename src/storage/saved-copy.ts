/** A saved article whole, as it goes in and out of the three stores that hold its parts. */
import type { Summary } from '../content/model.ts';
import { rangeOf } from './pages.ts';
import type { SavedEntry, SavedPicture } from './schema.ts';
import type { ReadTransaction, WriteTransaction } from './transaction.ts';

export const savedStores: ('saved' | 'savedBodies' | 'savedPictures')[] = [
  'saved',
  'savedBodies',
  'savedPictures',
];
type SavedTransaction = WriteTransaction<typeof savedStores>;

/** All that is kept of one article: enough to put it back as it was. */
export interface SavedCopy {
  entry: SavedEntry;
  document: unknown;
  comments?: unknown;
  pictures: SavedPicture[];
}

/** What to save. Plain data: a proxy (Svelte's `$state`) cannot be stored. */
export interface SaveInput {
  summary: Summary;
  /** The article file as fetched. */
  document: unknown;
  /** The file of its published comments as fetched. */
  comments?: unknown;
  pictures: { src: string; type: string; bytes: ArrayBuffer }[];
}

/** The copy that an input makes; of several pictures with the same src, the last. */
export function copyOf(input: SaveInput, savedAt: number): SavedCopy {
  const { summary, document, comments } = input;
  const { id, hash, versions } = summary;
  const bySrc = new Map(
    input.pictures.map(({ src, type, bytes }) => [src, { articleId: id, src, type, bytes }]),
  );
  const pictures = [...bySrc.values()];
  const slugs = [...new Set([id, ...Object.values(versions).map(({ slug }) => slug)])];
  const bytes =
    textBytes(document) +
    textBytes(comments) +
    pictures.reduce((sum, picture) => sum + picture.bytes.byteLength, 0);
  const entry = { id, savedAt, hash, slugs, summary, bytes };
  return { entry, document, ...(comments !== undefined && { comments }), pictures };
}

/** Reads a copy within a transaction, which may go on to write. */
export async function readCopy(
  transaction: SavedTransaction | ReadTransaction<typeof savedStores>,
  id: string,
): Promise<SavedCopy | undefined> {
  const entry = await transaction.objectStore('saved').get(id);
  const body = await transaction.objectStore('savedBodies').get(id);
  if (!entry || !body) return undefined;
  const pictures = await transaction.objectStore('savedPictures').getAll(rangeOf(id));
  const { document, comments } = body;
  return { entry, document, ...(comments !== undefined && { comments }), pictures };
}

/** Writes a copy in place of whatever there is of that article. */
export async function writeCopy(transaction: SavedTransaction, copy: SavedCopy): Promise<void> {
  const { entry, document, comments, pictures } = copy;
  await deleteCopy(transaction, entry.id);
  await transaction.objectStore('saved').put(entry);
  await transaction
    .objectStore('savedBodies')
    .put({ id: entry.id, document, ...(comments !== undefined && { comments }) });
  for (const picture of pictures) await transaction.objectStore('savedPictures').put(picture);
}

export async function deleteCopy(transaction: SavedTransaction, id: string): Promise<void> {
  await transaction.objectStore('saved').delete(id);
  await transaction.objectStore('savedBodies').delete(id);
  await transaction.objectStore('savedPictures').delete(rangeOf(id));
}

/** Whether all of the text and every picture, at its length, is there again. */
export function isSameCopy(one: SavedCopy, other: SavedCopy): boolean {
  const lengths = new Map(other.pictures.map(({ src, bytes }) => [src, bytes.byteLength]));
  return (
    asText(one.entry) === asText(other.entry) &&
    asText(one.document) === asText(other.document) &&
    asText(one.comments) === asText(other.comments) &&
    one.pictures.length === other.pictures.length &&
    one.pictures.every(({ src, bytes }) => lengths.get(src) === bytes.byteLength)
  );
}

function asText(value: unknown): string {
  // Not for `undefined`, whatever the type says.
  return JSON.stringify(value) ?? '';
}

function textBytes(value: unknown): number {
  return new TextEncoder().encode(asText(value)).length;
}
