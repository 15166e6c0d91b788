/** Reads the folder a newsroom writes: `site.json`, `articles/`, `comments/`, `images/`. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { ContentError } from '../content/errors.ts';
import { parseSite } from '../content/parse-site.ts';
import { parseArticle, parseComments } from '../content/parse.ts';
import { summaryOf } from '../content/summary.ts';
import { setText } from '../content/typography/set-text.ts';
import { checkEdition, type Doubt, doubtsAbout, knownNames } from './check-edition.ts';
import { EditionError } from './edition-error.ts';
import {
  type Edition,
  type EditionArticle,
  type EditionFile,
  type EditionThread,
  withoutArticle,
  withoutComments,
} from './edition.ts';
import { contentHash } from './hash.ts';
import { Vocabulary } from './related.ts';

export interface ReadEditionOptions {
  /**
   * Leaves out articles with faults, with their comments, instead of refusing the edition; of an
   * article whose comments alone have faults, only these.
   */
  keepGoing?: boolean;
}

/** What is to be held of a file. */
type Take<T> = (file: EditionFile, input: unknown) => T;

/**
 * Reads and checks a whole edition, of which it holds one text at a time.
 * @throws {EditionError} with every fault found, not only the first; with `keepGoing` only where one
 * is in site.json, without which there is no site
 */
export async function readEdition(
  folder: string,
  { keepGoing = false }: ReadEditionOptions = {},
): Promise<Edition> {
  const faults: string[] = [];
  const unreadable: string[] = [];
  const read = <T>(file: string, take: Take<T>): T | undefined => {
    try {
      const input = readJson(folder, file);
      return take({ file, hash: contentHash(JSON.stringify(input)) }, input);
    } catch (error) {
      faults.push(...faultsFrom(file, error));
      if (file.startsWith('articles/')) unreadable.push(path.posix.basename(file, '.json'));
      return undefined;
    }
  };
  const readAll = async <T>(subfolder: string, take: Take<T>): Promise<T[]> => {
    const names = await namesIn(folder, subfolder);
    return names
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => read(`${subfolder}/${name}`, take) ?? []);
  };

  const site = read('site.json', ({ file }, input) => {
    const written = parseSite(file, input);
    return setText(written, written.locales);
  });
  const images = new Set((await namesIn(folder, 'images')).map((name) => `images/${name}`));
  const known = site && knownNames(site, images);
  const doubts: Doubt[] = [];
  const vocabulary = new Vocabulary();
  const articles = await readAll('articles', (file, input): EditionArticle => {
    const article = parseArticle(file.file, input);
    if (known) doubts.push(...doubtsAbout(file.file, article, known));
    return {
      ...file,
      summary: summaryOf(article, file.hash),
      related: article.related ?? [],
      words: vocabulary.wordsOf(article),
    };
  });
  const comments = await readAll('comments', (file, input): EditionThread => {
    return { ...file, count: parseComments(file.file, input).length };
  });
  if (!site) throw new EditionError(folder, faults);
  const textOf = (file: EditionFile) => readAgain(folder, file);
  const edition = { folder, site, articles, comments, images, leftOut: [], textOf };
  faults.push(...checkEdition(edition, doubts, unreadable));
  if (faults.length > 0 && !keepGoing) throw new EditionError(folder, faults);
  return leaveOut(edition, faults);
}

/** What is left may name what was left out: that is no fault, and leads to “not found”. */
function leaveOut(edition: Edition, faults: readonly string[]): Edition {
  let left = edition;
  for (const fault of faults) {
    const [, subfolder, id] = /^(articles|comments)\/([^/:]+)\.json: /.exec(fault) ?? [];
    if (id === undefined) throw new EditionError(edition.folder, faults);
    left = (subfolder === 'articles' ? withoutArticle : withoutComments)(left, id, [fault]);
  }
  return left;
}

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

/** What lists already name by its hash must be what they were made from. */
function readAgain(folder: string, { file, hash }: EditionFile): string {
  const changed = `${file}: changed since the edition was read: build the site again`;
  try {
    const text = JSON.stringify(readJson(folder, file));
    if (contentHash(text) === hash) return text;
  } catch (error) {
    throw new Error(changed, { cause: error });
  }
  throw new Error(changed);
}

function faultsFrom(file: string, error: unknown): string[] {
  if (error instanceof ContentError) return error.message.split('\n');
  return [`${file}: ${error instanceof Error ? error.message : String(error)}`];
}

/** Sorted, so that the same edition always builds the same site. A missing folder is empty. */
async function namesIn(folder: string, subfolder: string): Promise<string[]> {
  try {
    return (await readdir(path.join(folder, subfolder))).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
