/**
 * What it costs to save an article, to open the list of saved ones and to open one of them, by how
 * many there are. Prints a table; asserts nothing. Wants a build in dist.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { launchOptions } from '../support/launch.ts';
import { startStaticHost, type StaticHost } from '../support/static-host.ts';
import { newestHeadline, seed } from './seed.ts';
import { median } from './statistics.ts';

const counts = [10, 1_000, 10_000];
const slowdowns = [1, 4];
const runs = 7;

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const demoPicture = join(root, 'public/content/images/accent-circonflexe-320.webp');

/** What the database alone takes for it (ms at 1x / 4x, 10,000 records of 5 kB): no app is faster. */
const floors = {
  save: ['one transaction', 0.7, 4.1],
  list: ['newest 30 by index, drawn', 41, 123],
  article: ['get one', 0.4, 1.3],
} as const;

interface Figures {
  count: number;
  slowdown: number;
  save: number;
  list: number;
  article: number;
}

/** What one does and what one then waits for, both by selectors. */
interface Step {
  click: string;
  until: string;
  /** How many of `until` there must be. */
  count?: number;
}

const openList: Step = { click: 'a[href="/fr/gardes"]', until: 'main li article h2' };
const openArticle: Step = {
  click: 'main li:first-child article a',
  until: 'main article .body p',
};
const save: Step = {
  click: 'header button[aria-pressed=false]',
  until: 'header button[aria-pressed=true]',
};
const unsave: Step = { click: save.until, until: save.click };

async function main(): Promise<void> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('No build in dist: npm run build');
  const host = await startStaticHost({ dir: dist });
  const browser = await chromium.launch(launchOptions());
  try {
    const figures: Figures[] = [];
    for (const count of counts) figures.push(...(await measure(browser, host, count)));
    print(figures);
  } finally {
    await browser.close();
    await host.close();
  }
}

/** Of a reader who has saved so many, at each speed. */
async function measure(browser: Browser, host: StaticHost, count: number): Promise<Figures[]> {
  const context = await browser.newContext({
    baseURL: host.url,
    locale: 'fr-FR',
    viewport: { width: 390, height: 844 },
  });
  const page = await context.newPage();
  // The bundler of this script wraps functions in a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto('fr/gardes');
  await page.getByRole('heading', { level: 2 }).waitFor();
  await seed(page, count, await readFile(demoPicture));
  const figures: Figures[] = [];
  for (const slowdown of slowdowns) figures.push(await measureAt(page, count, slowdown));
  await context.close();
  return figures;
}

async function measureAt(page: Page, count: number, slowdown: number): Promise<Figures> {
  const session = await page.context().newCDPSession(page);
  await page.goto('fr/article/accent-circonflexe');
  await page.locator(save.click).waitFor();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const saves = await repeat(async () => {
    const ms = await time(page, save);
    await time(page, unsave);
    return ms;
  });

  const rows = Math.min(count, 30);
  await page.goto('fr/');
  await page.locator('main article').first().waitFor();
  const lists: number[] = [];
  const articles: number[] = [];
  // One more than counts: the first brings the part of the program that draws the list.
  for (let run = 0; run <= runs; run += 1) {
    const list = await time(page, { ...openList, count: rows });
    const article = await time(page, openArticle);
    await page.getByRole('heading', { level: 1, name: newestHeadline }).waitFor();
    if (run > 0) lists.push(list);
    if (run > 0) articles.push(article);
    await time(page, { click: 'header a[href="/fr/"]:not([aria-label])', until: 'main .lead' });
  }
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return {
    count,
    slowdown,
    save: median(saves),
    list: median(lists),
    article: median(articles),
  };
}

async function repeat(work: () => Promise<number>): Promise<number[]> {
  const results: number[] = [];
  for (let run = 0; run < runs; run += 1) results.push(await work());
  return results;
}

/** From the click until what is waited for has been painted, in ms, as the page itself sees it. */
function time(page: Page, step: Step): Promise<number> {
  return page.evaluate(async ({ click, until, count = 1 }) => {
    const target = document.querySelector<HTMLElement>(click);
    if (!target) throw new Error(`Nothing to click: ${click}`);
    const start = performance.now();
    target.click();
    while (document.querySelectorAll(until).length < count) {
      await new Promise(requestAnimationFrame);
      if (performance.now() - start > 30_000) throw new Error(`Never came: ${until}`);
    }
    // A task after the next frame runs once that frame is painted.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, step);
}

function print(figures: Figures[]): void {
  console.log(`\nSaved articles, ms from click to paint, median of ${runs}`);
  console.log(row('saved', 'CPU', 'save', 'open list', 'open saved article'));
  for (const { count, slowdown, save, list, article } of figures) {
    const cells = [save, list, article].map((ms) => ms.toFixed(0));
    console.log(row(count.toLocaleString('en'), `${slowdown}x`, ...cells));
  }
  for (const [index, slowdown] of slowdowns.entries()) {
    const cells = Object.values(floors).map((floor) => String(floor[index + 1]));
    console.log(row('floor', `${slowdown}x`, ...cells));
  }
  const words = Object.values(floors).map(([what]) => what);
  console.log(`The floors: ${words.join('; ')} (10,000 records)\n`);
}

function row(...cells: string[]): string {
  return cells.map((cell, index) => cell.padStart([8, 5, 8, 11, 20][index] ?? 0)).join('');
}

await main();
