/** Sets the spaces of an article in a page of Chromium whose processor is slowed as a phone’s is. */
import type { Browser } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { settleMs, slowCpu } from './phone.ts';
import type { Job } from './typography-tasks.ts';

/** What the page is given: the code as the app’s bundler makes it, as one script. */
export async function bundledTasks(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: `${import.meta.dirname}/typography-tasks.ts`,
        formats: ['iife'],
        name: 'typography',
      },
    },
  });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}

/** In a page of its own, whose engine has seen neither code nor text. */
export async function timesInPage(browser: Browser, script: string, job: Job): Promise<number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addScriptTag({ content: script });
  const text = JSON.stringify(JSON.stringify(job));
  await page.evaluate(`globalThis.job = JSON.parse(${text})`);
  await page.waitForTimeout(settleMs);
  await slowCpu(page);
  const times = await page.evaluate<number[]>('typography.timesOf(job)');
  await context.close();
  return times;
}
