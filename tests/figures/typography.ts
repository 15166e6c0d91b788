/**
 * `npm run typography`: what it costs to set the spaces of a long article, 20,000 words of the demo
 * edition, in Chromium with a CPU slowed to a quarter and in Node; and how many cases of the tables pass.
 * The first time counts: a page sets its text once, before the engine has made it fast. Asserts no
 * time. `--runs 3` for a quick look.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Article, Block } from '../../src/content/model.ts';
import { plainTextOfBlocks, wordsOf } from '../../src/content/plain-text.ts';
import { repairText } from '../../src/content/typography/repair.ts';
import { setSpaces } from '../../src/content/typography/spaces.ts';
import { launchOptions } from '../support/launch.ts';
import { demoFolder } from '../support/sites.ts';
import { repairCases } from '../unit/content/typography/repair-cases.ts';
import { rowsOf } from '../unit/content/typography/rows.ts';
import { spaceCases } from '../unit/content/typography/space-cases.ts';
import { slowdown } from './phone.ts';
import { median } from './statistics.ts';
import { number, table } from './table.ts';
import { bundledTasks, timesInPage } from './typography-in-page.ts';
import { ruled, tasks, timesOf, type Job, type Ruled, type Task } from './typography-tasks.ts';

const { values: flags, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '9' } },
  allowPositionals: true,
});
const words = 20_000;
const laterTimes = 30;
const aimMs = 10;

async function main(): Promise<void> {
  const [language, task] = positionals;
  if (language) return console.log(JSON.stringify(timesOf(job(language as Ruled, task as Task))));
  const script = await bundledTasks();
  const browser = await chromium.launch(launchOptions());
  const rows: string[][] = [];
  for (const each of ruled) {
    for (const task of tasks) {
      const inPage = await timesOfRuns(() => timesInPage(browser, script, job(each, task)));
      const inNode = await timesOfRuns(() => timesInNewProcess(each, task));
      const slow = [inPage.first, inPage.later].map((ms) => [number(ms, 1), reached(ms)]);
      rows.push([
        `${each}, ${task}`,
        ...slow.flat(),
        number(inNode.first, 1),
        number(inNode.later, 1),
      ]);
    }
  }
  await browser.close();
  console.log(
    `Chromium with CPU ${slowdown}x slower, aim < ${aimMs} ms; Node with the CPU as it is`,
  );
  const head = ['first', 'aim', 'later', 'aim', 'Node, first', 'later'];
  console.log(table([[`${words} words, ms`, ...head], ...rows]));
  console.log();
  console.log(table([['cases', 'pass', 'of'], casesOf('display'), casesOf('repair')]));
}

const reached = (ms: number) => (ms < aimMs ? 'reached' : 'missed');

/** The first of a run, and what each of the others takes. */
async function timesOfRuns(run: () => number[] | Promise<number[]>) {
  const firsts: number[] = [];
  const laters: number[] = [];
  for (let count = 0; count < Number(flags.runs); count += 1) {
    const [first = NaN, ...others] = await run();
    firsts.push(first);
    laters.push(...others);
  }
  return { first: median(firsts), later: median(laters) };
}

function timesInNewProcess(language: Ruled, task: Task): number[] {
  const args = [...process.execArgv, import.meta.filename, language, task];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout) as number[];
}

function job(language: Ruled, task: Task): Job {
  return { article: longArticle(language), language, task, times: 1 + laterTimes };
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

await main();
