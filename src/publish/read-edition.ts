/** Reads the folder a newsroom writes: `site.json`, `articles/`, `comments/`, `images/`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError } from '../content/errors.ts';
import { parseSite } from '../content/parse-site.ts';
import { parseArticle, parseComments } from '../content/parse.ts';
import { checkEdition } from './check-edition.ts';
import { EditionError } from './edition-error.ts';
import { type Edition, type EditionFile, withoutArticle, withoutComments } from './edition.ts';
import { contentHash } from './hash.ts';

type Parse<T> = (file: string, input: unknown) => T;

export interface ReadEditionOptions {
  /**
   * Leaves out articles with faults, with their comments, instead of refusing the edition; of an
   * article whose comments alone have faults, only these.
   */
  keepGoing?: boolean;
}

/**
 * Reads and checks a whole edition.
 * @throws {EditionError} with every fault found, not only the first; with `keepGoing` only where one
 * is in site.json, without which there is no site
 */
export async function readEdition(
  folder: string,
  { keepGoing = false }: ReadEditionOptions = {},
): Promise<Edition> {
  const faults: string[] = [];
  const unreadable: string[] = [];
  const read = async <T>(file: string, parse: Parse<T>): Promise<EditionFile<T> | undefined> => {
    try {
      return await readFileOf(folder, file, parse);
    } catch (error) {
      faults.push(...faultsFrom(file, error));
      if (file.startsWith('articles/')) unreadable.push(path.posix.basename(file, '.json'));
      return undefined;
    }
  };
  const readAll = async <T>(subfolder: string, parse: Parse<T>): Promise<EditionFile<T>[]> => {
    const found: EditionFile<T>[] = [];
    for (const name of await namesIn(folder, subfolder)) {
      if (!name.endsWith('.json')) continue;
      const one = await read(`${subfolder}/${name}`, parse);
      if (one) found.push(one);
    }
    return found;
  };

  const site = await read('site.json', parseSite);
  const articles = await readAll('articles', parseArticle);
  const comments = await readAll('comments', parseComments);
  const images = new Set((await namesIn(folder, 'images')).map((name) => `images/${name}`));
  if (!site) throw new EditionError(folder, faults);
  const edition = { folder, site: site.value, articles, comments, images, leftOut: [] };
  faults.push(...checkEdition(edition, unreadable));
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

async function readFileOf<T>(
  folder: string,
  file: string,
  parse: Parse<T>,
): Promise<EditionFile<T>> {
  const document = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as unknown;
  const json = JSON.stringify(document);
  return { file, value: parse(file, document), json, hash: contentHash(json) };
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
