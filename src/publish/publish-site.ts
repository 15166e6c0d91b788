/** Writes a site over an edition: what readers download, the pages, and what machines read. */
import path from 'node:path';
import { languages } from '../content/language.ts';
import { buildEdition } from './build-edition.ts';
import { type Edition, publishedFolder, withoutArticle } from './edition.ts';
import { articleJsonSchema, articleSchemaFile } from './json-schema.ts';
import { machineFiles } from './machine-files.ts';
import { OutputFolder } from './output-folder.ts';
import { DrawingError, type PageFile, type Prerender } from './prerender.ts';
import { signposts } from './signposts.ts';
import type { SiteFile } from './site-file.ts';

/** What is written here: a file stays where it has not changed, and goes where it is not written. */
export const ownFolders = [publishedFolder, 'feeds', ...languages];

/** How many pages of the site were drawn, and how many are those of the last build. */
export interface PageCounts {
  drawn: number;
  kept: number;
}

export interface PublishOptions {
  edition: Edition;
  outDir: string;
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
  /** Makes what draws the pages of an edition; absent where pages are not drawn ahead. */
  prerender?: (edition: Edition) => Prerender;
  /** Pages with nothing of the edition in them. */
  readersPages: readonly SiteFile[];
  /** Leaves out an article that cannot be drawn. */
  keepGoing: boolean;
}

/**
 * Returns the edition as it was published, without what had to be left out.
 * @throws {DrawingError} for a page that cannot be drawn
 */
export async function publishSite(
  options: PublishOptions,
): Promise<{ edition: Edition; counts: PageCounts }> {
  let { edition } = options;
  const drawn = new Set<string>();
  for (;;) {
    const { counts, undrawn } = await publish(edition, options, drawn);
    if (undrawn.size === 0) return { edition, counts };
    // Lists and related articles are without them too: all is written anew.
    for (const [id, fault] of undrawn) edition = withoutArticle(edition, id, [fault]);
  }
}

/**
 * Also returns which articles cannot be drawn, and why.
 * @param drawn files of the pages drawn since the last build, also before an article was left out
 */
async function publish(
  edition: Edition,
  options: PublishOptions,
  drawn: Set<string>,
): Promise<{ counts: PageCounts; undrawn: Map<string, string> }> {
  const { outDir, prerender, keepGoing } = options;
  const output = new OutputFolder(outDir);
  const counts = { drawn: 0, kept: 0 };
  const undrawn = new Map<string, string>();
  const write = async (pages: Iterable<PageFile>) => {
    for (const page of pages) {
      try {
        await writePage(page, output, drawn);
      } catch (error) {
        const id = error instanceof DrawingError ? error.articleId : undefined;
        if (!keepGoing || id === undefined) throw error;
        undrawn.set(id, (error as DrawingError).message);
        continue;
      }
      counts[drawn.has(page.file) ? 'drawn' : 'kept'] += 1;
    }
  };
  const pages = prerender?.(edition);
  for (const published of buildEdition(edition)) {
    await output.write(`${publishedFolder}/${published.file}`, published.json);
    if (pages) await write(pages.pagesOf(published));
  }
  for (const image of edition.images) {
    await output.copy(path.join(edition.folder, image), `${publishedFolder}/${image}`);
  }
  if (pages) await write(pages.plainPages());
  for (const { file, text } of otherFiles(edition, options)) await output.write(file, text);
  await output.removeOthers(ownFolders);
  return { counts, undrawn };
}

/** What is neither downloaded by the app nor drawn; one by one, for an article has two of them. */
function* otherFiles(
  edition: Edition,
  { base, prerender, readersPages }: PublishOptions,
): Generator<SiteFile> {
  yield* readersPages;
  if (prerender) yield* signposts(edition, base);
  yield* machineFiles(edition, base);
  yield { file: articleSchemaFile, text: JSON.stringify(articleJsonSchema()) };
}

/** `<!doctype html>\n<html lang="fr" dir="ltr" data-source="0123456789ab"` */
const beginningLength = 120;

async function writePage(
  { file, source, draw }: PageFile,
  output: OutputFolder,
  drawn: Set<string>,
): Promise<void> {
  const there = await output.beginningOf(file, beginningLength);
  if (there?.includes(` data-source="${source}"`)) {
    output.keep(file);
  } else {
    await output.write(file, await draw());
    drawn.add(file);
  }
}
