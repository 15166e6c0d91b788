import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Article } from '../../src/content/model.ts';
import { EditionError } from '../../src/publish/edition-error.ts';
import { madeSite } from './made-edition.ts';

/** Text is written as it is, anything else as JSON. */
export type Files = Record<string, unknown>;

/** A folder that is gone when the test is over. */
export async function temporaryFolder(files: Files = {}): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'edition-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFiles(folder, files);
  return folder;
}

/** Writes files into a folder, in place of those that are there. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
}

/** The files of a small sound edition with these articles, to which others can be added. */
export function editionFiles(articles: readonly Article[], more: Files = {}): Files {
  const files = articles.map((article) => [`articles/${article.id}.json`, article] as const);
  return { 'site.json': madeSite, ...Object.fromEntries(files), ...more };
}

/**
 * Every fault for which an edition is refused.
 * @throws {Error} when it is not refused
 */
export async function editionFaults(work: () => unknown): Promise<readonly string[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof EditionError) return error.faults;
    throw error;
  }
  throw new Error('The edition was not refused');
}
