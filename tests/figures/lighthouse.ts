/**
 * What Lighthouse says of the front page and of an article, in both languages, on a phone. Prints the
 * scores, each the median of the runs, and whatever is found wanting with the elements concerned;
 * fails when a page could not be audited. Wants a build in dist. `--runs 1` for a quick look,
 * `--article ID` for another article.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'chrome-launcher';
import lighthouse, { type Result } from 'lighthouse';
import { languages } from '../../src/content/language.ts';
import { startCompressingHost } from '../support/compressing-host.ts';
import { demoVersion } from '../support/demo-edition.ts';
import { launchOptions } from '../support/launch.ts';
import { categories, findingsOf, scoresOf, whyUnaudited } from './lighthouse-report.ts';
import { table } from './table.ts';

const dist = join(import.meta.dirname, '../../dist');

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    article: { type: 'string', default: 'two-tides-a-day' },
  },
});

async function main(): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('No build in dist: npm run build');
  const pages = languages.flatMap((language) => [
    `/${language}/`,
    `/${language}/article/${demoVersion(flags.article, language).slug}`,
  ]);
  const host = await startCompressingHost({ dir: dist });
  try {
    const rows: string[][] = [];
    for (const page of pages) {
      const results: Result[] = [];
      while (results.length < Number(flags.runs)) results.push(await audit(host.origin + page));
      rows.push([page, ...scoresOf(results).map(String)]);
      console.log(`\n${page}\n${findingsOf(results).join('\n')}`);
    }
    console.log(`\nLighthouse, mobile, median of ${flags.runs}`);
    console.log(`${table([['', ...categories], ...rows])}\n`);
  } finally {
    await host.close();
  }
}

/**
 * One run, in a browser of its own.
 * @throws {Error} when the page could not be audited
 */
async function audit(url: string): Promise<Result> {
  const { executablePath, args } = launchOptions();
  const browser = await launch({
    ...(executablePath && { chromePath: executablePath }),
    chromeFlags: ['--headless=new', ...args],
  });
  try {
    const run = await lighthouse(url, {
      port: browser.port,
      logLevel: 'error',
      onlyCategories: [...categories],
      // A page under the status 404 is audited too: that status is a finding of its own.
      ignoreStatusCode: true,
    });
    const why = run ? whyUnaudited(run.lhr) : 'no result';
    if (!run || why) throw new Error(`${url} could not be audited: ${why}`);
    return run.lhr;
  } finally {
    browser.kill();
  }
}

await main();
