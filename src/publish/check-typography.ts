/** Goes through the files of an edition as they are written, for faults of typography. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ContentError } from '../content/errors.ts';
import type { Locales } from '../content/language.ts';
import { parseSite } from '../content/parse-site.ts';
import { parseArticle, parseComments } from '../content/parse.ts';
import { repairFile, type Finding } from './repair-file.ts';

/** What was found in a file; `faults` where it cannot be read, as the build would say it. */
export interface CheckedFile {
  file: string;
  findings: Finding[];
  faults: string[];
}

type Parse = (file: string, input: unknown) => unknown;

/**
 * Yields every file that has findings, or cannot be read.
 * @param options.fix mends the files in place
 */
export async function* checkTypography(
  folder: string,
  { fix = false }: { fix?: boolean } = {},
): AsyncGenerator<CheckedFile> {
  let locales: Locales | undefined;
  const check = async (file: string, parse: Parse): Promise<CheckedFile[]> => {
    const source = await readFile(path.join(folder, file), 'utf8');
    try {
      const parsed = parse(file, JSON.parse(source));
      if (file === 'site.json') ({ locales } = parsed as { locales?: Locales });
    } catch (error) {
      const faults = error instanceof ContentError ? error.message : `${file}: ${String(error)}`;
      return [{ file, findings: [], faults: faults.split('\n') }];
    }
    const repaired = repairFile(source, locales);
    if (repaired.findings.length === 0) return [];
    if (fix) await writeFile(path.join(folder, file), repaired.source);
    return [{ file, findings: repaired.findings, faults: [] }];
  };
  // First: it says which French the edition is in.
  yield* await check('site.json', parseSite);
  for (const [subfolder, parse] of [
    ['articles', parseArticle],
    ['comments', parseComments],
  ] as const) {
    for (const name of await namesIn(path.join(folder, subfolder))) {
      yield* await check(`${subfolder}/${name}`, parse);
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.json')).sort();
}
