/**
 * `npx tsx tests/figures/typography.ts`: what it costs to set the spaces of a long article, 20,000
 * words of the demo edition, and how many cases of the tables pass. `whole` also finds the texts in the
 * article and puts them back. The first time counts: a page sets its text once, before the engine has
 * made it fast. Times are those of Node on this machine; a CPU slowed to a quarter is not tried, but told
 * by four times as much. Asserts no time.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { eachBlock, inlineRuns } from '../../src/content/blocks.ts';
import type { Article, Block } from '../../src/content/model.ts';
import { plainTextOfBlocks, wordsOf } from '../../src/content/plain-text.ts';
import { repairText } from '../../src/content/typography/repair.ts';
import { setParagraph, setText } from '../../src/content/typography/set-text.ts';
import { setSpaces } from '../../src/content/typography/spaces.ts';
import { demoFolder } from '../support/sites.ts';
import { repairCases } from '../unit/content/typography/repair-cases.ts';
import { rowsOf } from '../unit/content/typography/rows.ts';
import { spaceCases } from '../unit/content/typography/space-cases.ts';
import { median } from './statistics.ts';
import { number, table } from './table.ts';

const words = 20_000;
const firstTimes = 9;
const laterTimes = 30;

/** The languages that have rules. */
const languages = ['fr', 'en'] as const;
type Ruled = (typeof languages)[number];

const tasks = ['spaces', 'whole'] as const;
type Task = (typeof tasks)[number];

function main(): void {
  const [, , language, task] = process.argv;
  if (language) return printTimes(language as Ruled, task as Task);
  const rows = languages.flatMap((each) =>
    tasks.map((task) => {
      const times = Array.from({ length: firstTimes }, () => timesInNewProcess(each, task));
      const first = median(times.map(([time]) => time ?? NaN));
      const later = median(times.flatMap(([, ...others]) => others));
      return [`${each}, ${task}`, number(first, 1), number(4 * first, 1), number(later, 1)];
    }),
  );
  console.log(table([[`${words} words, ms`, 'first', 'first × 4', 'later'], ...rows]));
  console.log();
  console.log(table([['cases', 'pass', 'of'], casesOf('display'), casesOf('repair')]));
}

function timesInNewProcess(language: Ruled, task: Task): number[] {
  const args = [...process.execArgv, import.meta.filename, language, task];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout) as number[];
}

function printTimes(language: Ruled, task: Task): void {
  const article = longArticle(language);
  const paragraphs = [...eachBlock(article.versions[language]?.body ?? [])].flatMap(inlineRuns);
  const run = {
    spaces: () => paragraphs.map((inlines) => setParagraph(inlines, language)),
    whole: () => setText<Article>(article),
  }[task];
  const times = Array.from({ length: laterTimes }, () => {
    const startMs = performance.now();
    run();
    return performance.now() - startMs;
  });
  console.log(JSON.stringify(times));
}

/** An article of the demo edition with blocks of all of them, again and again until there are enough. */
function longArticle(language: Ruled): Article {
  const folder = join(demoFolder, 'articles');
  const articles = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Article)
    .filter(({ versions }) => versions[language]);
  const blocks = articles.flatMap(({ versions }) => versions[language]?.body ?? []);
  const body: Block[] = [];
  for (let count = 0, index = 0; count < words; index += 1) {
    const block = structuredClone(blocks[index % blocks.length]) as Block;
    body.push(block);
    count += wordsOf(plainTextOfBlocks([block])).length;
  }
  const [article] = articles;
  const version = article?.versions[language];
  if (!article || !version) throw new Error(`The demo edition has nothing in ${language}`);
  return { ...article, versions: { [language]: { ...version, body } } };
}

function casesOf(kind: 'display' | 'repair'): string[] {
  const cases = rowsOf(kind === 'display' ? spaceCases : repairCases).flatMap((row) =>
    row.cases.map(({ before, after }) => {
      const set = kind === 'display' ? setSpaces(before, row.locale) : undefined;
      return (set ?? repairText(before, row.locale).text) === after;
    }),
  );
  return [kind, `${cases.filter(Boolean).length}`, `${cases.length}`];
}

main();
