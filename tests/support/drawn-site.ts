import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CarriedPage } from '../../src/app/carried-page.ts';
import type { Image } from '../../src/content/model.ts';
import { buildSite } from './build-site.ts';
import { demoArticle } from './demo-edition.ts';
import { type HostileArticle, hostileArticles } from './hostile-articles.ts';
import { type ParsedPage, parsePage } from './parsed-page.ts';
import { demoFolder } from './sites.ts';

export interface DrawnPage extends ParsedPage {
  /** Relative to the site’s own path: `fr/article/SLUG.html`. */
  file: string;
  html: string;
  /** What it carries for the app. */
  carried: () => CarriedPage;
}

export interface DrawnSite {
  /** Its own path, beginning and ending in a slash. */
  base: string;
  /** Every file of it, relative to its path. */
  files: Set<string>;
  /** The pages that were drawn ahead. */
  pages: DrawnPage[];
  page: (file: string) => DrawnPage;
  /** The text of any file. */
  read: (file: string) => Promise<string>;
  hostile: HostileArticle[];
  remove: () => Promise<void>;
}

/** Builds the demo edition, and articles with hostile texts beside it, below a path. */
export async function buildDrawnSite(base: string): Promise<DrawnSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'drawn-'));
  const edition = path.join(folder, 'edition');
  const outDir = path.join(folder, 'site');
  await cp(demoFolder, edition, { recursive: true });
  const hostile = hostileArticles(demoArticle('two-tides-a-day').image as Image, 12);
  for (const { article } of hostile) {
    const file = path.join(edition, 'articles', `${article.id}.json`);
    await writeFile(file, JSON.stringify(article));
  }
  await buildSite({ edition, outDir, base });

  const entries = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(outDir, path.join(parentPath, name)))
    .map((file) => file.replaceAll(path.sep, '/'));
  const pages: DrawnPage[] = [];
  for (const file of files.filter((each) => each.endsWith('.html')).sort()) {
    const html = await readFile(path.join(outDir, file), 'utf8');
    // What carries nothing for the app is the shell, or only leads on to a page.
    if (!html.includes(' id="page-data"')) continue;
    const parsed = parsePage(html);
    const carried = () => JSON.parse(parsed.one('script', { id: 'page-data' }).text) as CarriedPage;
    pages.push({ file, html, ...parsed, carried });
  }
  const page = (file: string) => {
    const found = pages.find((each) => each.file === file);
    if (!found) throw new Error(`There is no page ${file}`);
    return found;
  };
  const remove = () => rm(folder, { recursive: true, force: true });
  const read = (file: string) => readFile(path.join(outDir, file), 'utf8');
  return { base, files: new Set(files), pages, page, read, hostile, remove };
}
