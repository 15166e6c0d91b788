/**
 * `npm run scale`: what a build costs as an edition grows. Makes editions of 50, 1,000 and 10,000
 * articles in two languages from the words of the demo edition, builds a site over each, then builds
 * it again with one article changed, and again with one added. Prints seconds, the most memory the
 * build held and how many pages it drew; asserts no time. `--counts 50,1000` for a quick look.
 */
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Article, Version } from '../../src/content/model.ts';
import { demoFolder } from '../support/sites.ts';
import { table } from './table.ts';

const { values: flags } = parseArgs({
  options: { counts: { type: 'string', default: '50,1000,10000' } },
});
const counts = flags.counts.split(',').map(Number);
const root = join(import.meta.dirname, '../..');

interface Cost {
  seconds: number;
  /** The most the build’s process held, in MB. */
  peakMB: number;
  /** What the build itself says of its pages. */
  pages: string;
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'liseuse-scale-'));
  try {
    const rows: string[][] = [];
    for (const count of counts) {
      const edition = join(folder, `edition-${count}`);
      const outDir = join(folder, `site-${count}`);
      await makeEdition(edition, count);
      const first = await build(edition, outDir);
      await change(edition);
      const again = await build(edition, outDir);
      // The newest, as a newsroom adds them: lists begin with it, and others are now related to it.
      await addArticle(edition, count + 1, await demoArticles());
      const withOneMore = await build(edition, outDir);
      rows.push(
        row(`${count}`, 'first', first, count),
        row('', 'one article changed', again, count),
        row('', 'one article added', withOneMore, count + 1),
      );
      await rm(outDir, { recursive: true });
    }
    const head = ['articles', 'build', 's', 'ms an article', 'peak MB', 'pages'];
    console.log(table([head, ...rows]));
  } finally {
    if (!process.env['KEEP']) await rm(folder, { recursive: true });
  }
}

function row(count: string, name: string, { seconds, peakMB, pages }: Cost, articles: number) {
  const each = ((seconds * 1000) / articles).toFixed(1);
  return [count, name, seconds.toFixed(1), each, peakMB.toFixed(0), pages];
}

/** Texts of true length: each article takes the words of one of the demo edition. */
async function makeEdition(folder: string, count: number): Promise<void> {
  await mkdir(join(folder, 'articles'), { recursive: true });
  await cp(join(demoFolder, 'site.json'), join(folder, 'site.json'));
  await cp(join(demoFolder, 'images'), join(folder, 'images'), { recursive: true });
  const originals = await demoArticles();
  for (let number = 1; number <= count; number += 1) await addArticle(folder, number, originals);
}

async function addArticle(folder: string, number: number, originals: Article[]): Promise<void> {
  const bilingual = originals.filter(({ versions }) => versions.fr && versions.en);
  // The first are the demo edition’s own: others link to them.
  const original = originals[number - 1] ?? bilingual[number % bilingual.length]!;
  const id = number <= originals.length ? original.id : `${original.id}-${number}`;
  await writeFile(
    join(folder, 'articles', `${id}.json`),
    JSON.stringify(made(original, id, number)),
  );
}

async function demoArticles(): Promise<Article[]> {
  const folder = join(demoFolder, 'articles');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text) => JSON.parse(text) as Article);
}

function made(original: Article, id: string, number: number): Article {
  const renamed = (version: Version | undefined): Version | undefined =>
    version && {
      ...version,
      slug: id === original.id ? version.slug : `${version.slug}-${number}`,
      headline: `${version.headline} (${number})`,
    };
  return {
    ...original,
    id,
    related: undefined,
    datePublished: new Date(Date.UTC(2020, 0, 1, number)).toISOString(),
    dateModified: undefined,
    versions: { fr: renamed(original.versions.fr), en: renamed(original.versions.en) },
  };
}

async function change(folder: string): Promise<void> {
  const [name] = (await readdir(join(folder, 'articles'))).sort();
  const file = join(folder, 'articles', name!);
  const article = JSON.parse(await readFile(file, 'utf8')) as Article;
  article.dateModified = new Date(Date.UTC(2026, 0, 1)).toISOString();
  await writeFile(file, JSON.stringify(article));
}

async function build(edition: string, outDir: string): Promise<Cost> {
  const args = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', outDir];
  const env = { ...process.env, CONTENT: edition, NODE_ENV: 'production' };
  const startMs = performance.now();
  const child = spawn(process.execPath, args, { env, cwd: root });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  let peakMB = 0;
  const watch = setInterval(() => {
    void readPeak(child.pid).then((megabytes) => (peakMB = Math.max(peakMB, megabytes)));
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`The site could not be built:\n${output}`);
  const pages = /Pages: (\d+ drawn, \d+ unchanged)/.exec(output)?.[1] ?? 'none';
  return { seconds: (performance.now() - startMs) / 1000, peakMB, pages };
}

/** Linux tells the most a process has held (VmHWM); elsewhere 0. */
async function readPeak(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000;
}

await main();
