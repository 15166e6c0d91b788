/**
 * `npm run place`: how well a change of language keeps the place, over all articles of the demo
 * edition that are in both languages, at five points each, both ways and back; and how long the next
 * paint takes in the middle of the longest one and of one of 20,000 words. Builds a site of its own. Asserts
 * nothing. `--runs 3` for a quick look at the times.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { languages, otherLanguage, type Language } from '../../src/content/language.ts';
import type { Article, Block, Version } from '../../src/content/model.ts';
import { plainTextOfBlocks, wordsOf } from '../../src/content/plain-text.ts';
import { buildSite } from '../support/build-site.ts';
import { startCompressingHost, type CompressingHost } from '../support/compressing-host.ts';
import { launchOptions } from '../support/launch.ts';
import { demoFolder } from '../support/sites.ts';
import { switchLanguage } from './language-switch.ts';
import { conditions, network } from './phone.ts';
import { measurePlaces, type Kept } from './places.ts';
import { startSlowLink } from './slow-link.ts';
import { median, percentile } from './statistics.ts';
import { number, table } from './table.ts';

const { values: flags } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(flags.runs);
const made = { id: 'very-long', words: 20_000 };

type Bilingual = Article & { versions: Record<Language, Version> };

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'liseuse-place-'));
  const articles = await bilingualArticles();
  const veryLong = veryLongArticle(articles);
  const edition = join(folder, 'edition');
  const outDir = join(folder, 'site');
  await cp(demoFolder, edition, { recursive: true });
  await writeFile(join(edition, `articles/${made.id}.json`), JSON.stringify(veryLong));
  await buildSite({ edition, outDir, base: '/' });
  const host = await startCompressingHost({ dir: outDir });
  const browser = await chromium.launch(launchOptions());
  try {
    console.log(await errors(browser, host, articles));
    console.log();
    const [longest] = [...articles].sort((a, b) => lengthOf(b) - lengthOf(a));
    console.log(await times(browser, host, [longest!, veryLong]));
  } finally {
    await browser.close();
    await host.close();
    await rm(folder, { recursive: true });
  }
}

async function errors(browser: Browser, { origin }: CompressingHost, articles: Bilingual[]) {
  const rows: string[][] = [];
  const all: Kept[] = [];
  for (const from of languages) {
    const kept: Kept[] = [];
    for (const { versions } of articles) {
      const to = otherLanguage(from);
      const url = `${origin}/${from}/article/${versions[from].slug}`;
      kept.push(...(await measurePlaces(browser, { url, from, to })));
    }
    rows.push(row(`from ${from}`, kept));
    all.push(...kept);
  }
  const head = ['place, px', 'points', 'median', 'p95', 'worst', 'other block', 'back, worst'];
  return table([head, ...rows, row('both', all)]);
}

function row(name: string, kept: readonly Kept[]): string[] {
  const off = kept.map(({ offBy }) => offBy);
  return [
    name,
    `${kept.length}`,
    number(median(off), 2),
    number(percentile(off, 0.95), 2),
    number(Math.max(...off), 2),
    `${kept.filter(({ isOtherBlock }) => isOtherBlock).length}`,
    number(Math.max(...kept.map(({ backOffBy }) => backOffBy)), 2),
  ];
}

async function times(browser: Browser, host: CompressingHost, articles: Bilingual[]) {
  const line = await startSlowLink(network);
  const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '').slice(0, 40);
  const rows: string[][] = [];
  try {
    for (const article of articles) {
      const { fr, en } = article.versions;
      const paragraph = fr.body.find(({ type }) => type === 'paragraph');
      const wording = {
        headline: lettersOf(fr.headline),
        standfirst: lettersOf(fr.standfirst),
        opening: lettersOf(plainTextOfBlocks(paragraph ? [paragraph] : [])),
      };
      const visit = {
        url: `${host.origin}/fr/article/${fr.slug}`,
        proxy: line.proxy,
        wording,
        readiness: 'markAt' as const,
      };
      const measured = [];
      for (let run = 0; run < runs; run += 1) {
        const headline = lettersOf(en.headline);
        measured.push(
          await switchLanguage(browser, { host, visit, to: 'en', headline, share: 0.5 }),
        );
      }
      rows.push([
        article.id,
        `${lengthOf(article)}`,
        number(median(measured.map(({ nextPaintMs }) => nextPaintMs))),
        number(median(measured.map(({ shownMs }) => shownMs))),
      ]);
    }
  } finally {
    await line.close();
  }
  return `${conditions}\n${table([['switch, ms', 'words', 'next paint', 'shown'], ...rows])}`;
}

async function bilingualArticles(): Promise<Bilingual[]> {
  const folder = join(demoFolder, 'articles');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .map((text) => JSON.parse(text) as Article)
    .filter((article): article is Bilingual => languages.every((each) => article.versions[each]));
}

/** In French words. */
function lengthOf({ versions }: Bilingual): number {
  return wordsOf(plainTextOfBlocks(versions.fr.body)).length;
}

/** Paragraphs of all articles one after the other, again and again until there are words enough. */
function veryLongArticle(articles: Bilingual[]): Bilingual {
  const [first] = articles;
  const bodies: Record<Language, Block[]> = { fr: [], en: [] };
  const paragraphsOf = ({ body }: Version) => body.filter(({ type }) => type === 'paragraph');
  let count = 0;
  for (let round = 0; count < made.words; round += 1) {
    const { versions } = articles[round % articles.length]!;
    for (const language of languages) {
      const blocks = paragraphsOf(versions[language]);
      bodies[language].push(...blocks.map((block) => ({ ...block, id: `r${round}-${block.id}` })));
    }
    count += wordsOf(plainTextOfBlocks(paragraphsOf(versions.fr))).length;
  }
  const version = (language: Language): Version => ({
    ...first!.versions[language],
    slug: `${made.id}-${language}`,
    body: withoutFootnotes(bodies[language]),
  });
  return { ...first!, id: made.id, versions: { fr: version('fr'), en: version('en') } };
}

/** Marks whose notes were left behind would be faults. */
function withoutFootnotes(blocks: Block[]): Block[] {
  const isMark = (value: unknown) =>
    typeof value === 'object' && value !== null && 'footnote' in value;
  const text = JSON.stringify(blocks, (_, value: unknown) =>
    Array.isArray(value) ? value.filter((each) => !isMark(each)) : value,
  );
  return JSON.parse(text) as Block[];
}

await main();
