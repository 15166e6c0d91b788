/** How an article stands on the screen before a change of language, after it, and back again. */
import type { Browser, Page } from '@playwright/test';

export interface Kept {
  /**
   * How far the place was from where it should be, in pixels: the edge of the smallest part at the eye, if it
   * was on the screen, or else what the eye was on, as a share of that part.
   */
  offBy: number;
  /** Whether the eye was in another block; for one that the other language lacks, in another than before it. */
  isOtherBlock: boolean;
  /** How far the page was from where it had been, after the change back. */
  backOffBy: number;
}

interface Options {
  url: string;
  from: string;
  to: string;
}

/** Where the eye is, as shares of the text’s height. */
const points = [0.05, 0.27, 0.5, 0.73, 0.95];

/** Five places of an article, on a phone. */
export async function measurePlaces(browser: Browser, { url, from, to }: Options): Promise<Kept[]> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  // The bundler of this script wraps functions in a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  // As in Safari: other browsers do part of it by themselves.
  await page.evaluate(() => (document.documentElement.style.overflowAnchor = 'none'));
  const kept: Kept[] = [];
  for (const point of points) {
    await page.evaluate((share) => {
      const { top, height } = document.querySelector('.blocks')!.getBoundingClientRect();
      scrollBy(0, Math.round(top + share * height - innerHeight / 3));
    }, point);
    const before = await page.evaluate(standing);
    await change(page, to);
    const after = await page.evaluate(standingOf, before);
    await change(page, from);
    const backOffBy = Math.abs((await page.evaluate(() => scrollY)) - before.scrollY);
    kept.push({ offBy: after.offBy, isOtherBlock: after.isOtherBlock, backOffBy });
  }
  await context.close();
  return kept;
}

async function change(page: Page, to: string): Promise<void> {
  await page.locator(`header a[hreflang="${to}"]:visible`).click();
  await page.waitForFunction((lang) => document.querySelector('article')?.lang === lang, to);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

interface Standing {
  /** Ids of the block at the eye and of those before it, nearest first. */
  blocks: string[];
  /** From the block to its smallest part, by numbers. */
  path: number[];
  top: number;
  bottom: number;
  scrollY: number;
}

/** Runs in the page, so it can call nothing of this file. */
function standing(): Standing {
  const line = innerHeight / 3;
  const begins = (element: Element) => element.getBoundingClientRect().top <= line;
  const begun = [...document.querySelectorAll('.blocks > [id]')].filter(begins).reverse();
  const path: number[] = [];
  let part = begun[0]!;
  for (;;) {
    const parts = [...part.children].map((child, index) => ({ child, index }));
    const inner = parts
      .filter(({ child }) => !getComputedStyle(child).display.startsWith('inline') && begins(child))
      .at(-1);
    if (!inner) break;
    path.push(inner.index);
    part = inner.child;
  }
  const { top, bottom } = part.getBoundingClientRect();
  return { blocks: begun.map(({ id }) => id), path, top, bottom, scrollY };
}

/** Runs in the page as well. */
function standingOf({ blocks, path, ...before }: Standing): {
  isOtherBlock: boolean;
  offBy: number;
} {
  const line = innerHeight / 3;
  const begun = [...document.querySelectorAll('.blocks > [id]')].filter(
    (block) => block.getBoundingClientRect().top <= line,
  );
  // The block, or, where this language lacks it, the end of the nearest before it.
  const block = blocks.map((id) => document.getElementById(id)).find((each) => each !== null)!;
  const isOtherBlock = begun.at(-1) !== block;
  if (block.id !== blocks[0]) {
    return { isOtherBlock, offBy: Math.abs(block.getBoundingClientRect().bottom - line) };
  }
  let part: Element = block;
  for (const index of path) part = part.children[index] ?? part;
  const { top, height } = part.getBoundingClientRect();
  const eye = Math.min(line, before.bottom);
  const share = (eye - before.top) / (before.bottom - before.top);
  const ofWords = Math.abs(top + share * height - eye);
  const ofEdge = before.top >= 0 ? Math.abs(top - before.top) : Infinity;
  return { isOtherBlock, offBy: Math.min(ofWords, ofEdge) };
}
