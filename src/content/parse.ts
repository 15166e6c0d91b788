/**
 * The border: `unknown` comes in, a checked value goes out, or a ContentError that names the file,
 * the path in it and what was expected. Nothing else is ever thrown, whatever the input.
 */
import * as v from 'valibot';
import { ContentError, type ContentIssue } from './errors.ts';
import type { Address, Article, Comment, FrontPage, ListPage } from './model.ts';
import * as articleSchema from './schema/article.ts';
import * as editionSchema from './schema/edition.ts';

/** Deeper than any honest article; shallow enough that no check can exhaust the stack. */
const deepest = 60;

/** @throws {ContentError} `invalid`, or `newer-format` for a file of a later format. */
export function parseArticle(file: string, input: unknown): Article {
  refuseNewerFormat(file, input, articleSchema.articleFormat);
  return parseWith(articleSchema.article, file, input);
}

/** @throws {ContentError} as parseArticle. */
export function parseComments(file: string, input: unknown): Comment[] {
  refuseNewerFormat(file, input, editionSchema.commentsFormat);
  return parseWith(editionSchema.comments, file, input).comments;
}

/** @throws {ContentError} `invalid`. */
export function parseFrontPage(file: string, input: unknown): FrontPage {
  return parseWith(editionSchema.frontPage, file, input);
}

/** @throws {ContentError} `invalid`. */
export function parseListPage(file: string, input: unknown): ListPage {
  return parseWith(editionSchema.listPage, file, input);
}

/** @throws {ContentError} `invalid`. */
export function parseAddress(file: string, input: unknown): Address {
  return parseWith(editionSchema.address, file, input);
}

/** `versions.fr.body[3].level`, from the keys that lead there. */
export function formatPath(keys: readonly unknown[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? String(key) : `${path}.${String(key)}`;
  }, '');
}

/**
 * Reads by a schema.
 * @throws {ContentError} `invalid`.
 */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, file: string, input: unknown): T {
  if (isDeeperThan(input, deepest)) {
    const expected = `expected at most ${deepest} levels of nesting`;
    throw new ContentError('invalid', file, [{ path: '', expected }]);
  }
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new ContentError('invalid', file, result.issues.map(issueFrom));
}

function issueFrom(issue: v.BaseIssue<unknown>): ContentIssue {
  const path = formatPath((issue.path ?? []).map(({ key }) => key));
  if (issue.received === 'undefined') return { path, expected: 'expected a value, found none' };
  const expected = issue.message.startsWith('expected')
    ? issue.message
    : `expected ${issue.expected ?? 'something else'}`;
  // A check of a whole object or list says itself what is wrong in it.
  const isOfWhole = issue.type === 'check' && typeof issue.input === 'object';
  return { path, expected: isOfWhole ? expected : `${expected}, found ${issue.received}` };
}

/** @throws {ContentError} `newer-format` when the input says that it is of a later format. */
export function refuseNewerFormat(file: string, input: unknown, known: string): void {
  if (typeof input !== 'object' || input === null || !('format' in input)) return;
  if (typeof input.format !== 'string') return;
  const [name, number] = splitFormat(known);
  const [inputName, inputNumber] = splitFormat(input.format);
  if (inputName === name && inputNumber > number) throw new ContentError('newer-format', file);
}

/** `liseuse/article/1` is the name `liseuse/article` and the number 1. */
function splitFormat(format: string): [string, number] {
  const cut = format.lastIndexOf('/');
  return [format.slice(0, cut), Number(format.slice(cut + 1))];
}

/** Walks by levels rather than by calls: it must stand what would break a recursion. */
function isDeeperThan(input: unknown, limit: number): boolean {
  let level: unknown[] = [input];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
