/**
 * `npx tsx tests/figures/typography.ts`: what it costs to set the spaces of a long article, 20,000
 * words of the demo edition, and how many cases of the tables pass. The first time counts: a page
 * sets its text once, before the engine has made the patterns fast. Asserts no time.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { eachBlock, inlineRuns } from '../../src/content/blocks.ts';
import { languages, type Language } from '../../src/content/language.ts';
import type { Article } from '../../src/content/model.ts';
import { repairText } from '../../src/content/typography/repair.ts';
import { runsOfInlines, type Run } from '../../src/content/typography/runs.ts';
import { setSpaces, setSpacesOfRuns } from '../../src/content/typography/spaces.ts';
import { demoFolder } from '../support/sites.ts';
import { repairCases } from '../unit/content/typography/repair-cases.ts';
import { rowsOf } from '../unit/content/typography/rows.ts';
import { spaceCases } from '../unit/content/typography/space-cases.ts';
import { median } from './statistics.ts';
import { number, table } from './table.ts';

const words = 20_000;
const firstTimes = 9;
const laterTimes = 30;

function main(): void {
  const [, , language] = process.argv;
  if (language) return printTimes(language as Language);
  const rows = languages.map((each) => {
    const times = Array.from({ length: firstTimes }, () => timesInNewProcess(each));
    const first = median(times.map(([time]) => time ?? NaN));
    const later = median(times.flatMap(([, ...others]) => others));
    return [each, number(first, 1), number(later, 1)];
  });
  console.log(table([[`${words} words, ms`, 'first', 'later'], ...rows]));
  console.log();
  console.log(table([['cases', 'pass', 'of'], casesOf('display'), casesOf('repair')]));
}

function timesInNewProcess(language: Language): number[] {
  const args = [...process.execArgv, import.meta.filename, language];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return JSON.parse(stdout) as number[];
}

function printTimes(language: Language): void {
  const article = longArticle(language);
  const times = Array.from({ length: laterTimes }, () => {
    const startMs = performance.now();
    for (const runs of article) setSpacesOfRuns(runs, language);
    return performance.now() - startMs;
  });
  console.log(JSON.stringify(times));
}

/** Paragraphs of the demo edition, again and again until there are words enough. */
function longArticle(language: Language): Run[][] {
  const folder = join(demoFolder, 'articles');
  const paragraphs = readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Article)
    .flatMap(({ versions }) => [...eachBlock(versions[language]?.body ?? [])])
    .flatMap((block) => inlineRuns(block).map((inlines) => runsOfInlines(inlines)));
  const article: Run[][] = [];
  for (let count = 0, index = 0; count < words; index += 1) {
    const runs = paragraphs[index % paragraphs.length] ?? [];
    article.push(runs);
    count += runs.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  }
  return article;
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
