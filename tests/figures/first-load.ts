/**
 * What an article costs to open, against the same article as a static page (the floor): the first
 * time, again, offline, and in the other language. The sites take turns, so that whatever else the
 * machine does falls on both. Prints tables and asserts no time; fails when a page did not show its
 * text. Wants a build in dist. `--runs 3` for a quick look, `--article ID` for another article.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { launchOptions } from '../support/launch.ts';
import { loadCold, type ColdLoad, type ColdVisit } from './cold-load.ts';
import { printCold, printReach, type Results } from './first-load-report.ts';
import { startSites, type Sites } from './first-load-sites.ts';
import { KeptSite, type KeptVisit } from './kept-site.ts';
import { switchLanguage, whatComesLater, type Switch } from './language-switch.ts';
import { conditions, TextMissing } from './phone.ts';

const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    article: { type: 'string', default: 'two-tides-a-day' },
  },
});
const runs = Number(flags.runs);

async function main(): Promise<void> {
  const sites = await startSites(flags.article);
  const browser = await chromium.launch(launchOptions());
  try {
    const machine = `${cpus().length} × ${cpus()[0]?.model}, Chromium ${browser.version()}`;
    console.log(`\n${flags.article}, medians of ${runs}; ${conditions}`);
    console.log(`${machine}; load before: ${loadavg()[0]?.toFixed(1)}`);
    const cold = await measureCold(browser, sites);
    printCold(cold);
    const kept = await measureKept(browser, sites);
    const switches = await measureSwitches(browser, sites);
    printReach({ cold, kept, switches });
  } finally {
    await browser.close();
    await sites.close();
  }
}

function measureCold(browser: Browser, { cold }: Sites): Promise<Results['cold']> {
  const load = (visit: ColdVisit) => () => loadCold(browser, visit);
  return inTurns<ColdLoad, keyof Results['cold']>({
    bareFloor: load(cold.bareFloor),
    bareOurs: load(cold.bareOurs),
    fullFloor: load(cold.fullFloor),
    fullOurs: load(cold.fullOurs),
  });
}

async function measureKept(browser: Browser, sites: Sites): Promise<Results['kept']> {
  const floor = await KeptSite.warm(browser, sites.kept.floor);
  const ours = await KeptSite.warm(browser, sites.kept.ours);
  const saved = await KeptSite.warm(browser, { ...sites.kept.ours, isSaved: true });
  const running = { isWorkerStopped: false };
  const stopped = { isWorkerStopped: true };
  try {
    return await inTurns<KeptVisit, keyof Results['kept']>({
      floor: () => floor.openOffline(running),
      ours: () => ours.openOffline(running),
      saved: () => saved.openOffline(running),
      floorStopped: () => floor.openOffline(stopped),
      oursStopped: () => ours.openOffline(stopped),
      savedStopped: () => saved.openOffline(stopped),
      floorOnline: () => floor.openOnline(),
      oursOnline: () => ours.openOnline(),
    });
  } finally {
    for (const site of [floor, ours, saved]) await site.close();
  }
}

async function measureSwitches(browser: Browser, sites: Sites): Promise<Results['switches']> {
  const held = await whatComesLater(browser, sites.language);
  return inTurns<Switch, keyof Results['switches']>({
    fetched: () => switchLanguage(browser, sites.language),
    notFetched: () => switchLanguage(browser, { ...sites.language, held }),
  });
}

/** Each in turn, `runs` times and once before, which does not count: it warms what all share. */
async function inTurns<Result, Name extends string>(
  measures: Record<Name, () => Promise<Result>>,
): Promise<Record<Name, Result[]>> {
  const names = Object.keys(measures) as Name[];
  const results = {} as Record<Name, Result[]>;
  for (const name of names) results[name] = [];
  for (let run = 0; run <= runs; run += 1) {
    for (const name of names) {
      const result = await measures[name]();
      if (run > 0) results[name].push(result);
    }
    process.stderr.write('.');
  }
  process.stderr.write('\n');
  return results;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof TextMissing)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
