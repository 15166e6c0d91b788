/**
 * `npm run contrast`: how well each colour of each theme stands out from what it stands on, by the cascade
 * of a real browser. Asserts nothing: tests/component/ui/contrast.test.ts does.
 */
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { themes } from '../../src/settings/settings.svelte.ts';
import { coloursOf, contrasts, tokens, type Colours } from '../support/contrast.ts';
import { launchOptions } from '../support/launch.ts';
import { number, table } from './table.ts';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
await page.setContent(`<style>${css}</style>`);
const columns = await Promise.all(
  themes
    .filter((theme) => theme !== 'system')
    .map(async (theme) => {
      const wanted = [theme, tokens].map((value) => JSON.stringify(value)).join();
      const colours = await page.evaluate<Colours>(`(${String(coloursOf)})(${wanted})`);
      return { theme, rows: contrasts(colours) };
    }),
);
await browser.close();
const [first] = columns;
const rows = (first?.rows ?? []).map(({ use, on }, index) => [
  `${use.what} on ${on}`,
  `${use.atLeast}`,
  ...columns.map((column) => number(column.rows[index]?.ratio ?? NaN, 1)),
]);
console.log(table([['contrast', 'at least', ...columns.map(({ theme }) => theme)], ...rows]));
