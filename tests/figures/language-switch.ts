/** From the touch on the other language until the article stands there in it. */
import type { Browser, Page } from '@playwright/test';
import type { CompressingHost } from '../support/compressing-host.ts';
import { loadCold, type ColdVisit } from './cold-load.ts';
import { newPhone, slowCpu, visit } from './phone.ts';

export interface Switch {
  /** From the click until the headline was painted in the other language, in ms. */
  shownMs: number;
  /** From the click until the next paint, whatever it showed: Event Timing, in steps of 8 ms. */
  nextPaintMs: number;
}

interface Options {
  host: CompressingHost;
  visit: ColdVisit;
  /** Language to change to, and the letters its headline begins with. */
  to: string;
  headline: string;
  /** What the host keeps back until the click; see whatComesLater. */
  held?: readonly string[];
  /** How far down the page the reader is, from 0 to 1. */
  share?: number;
}

/** Longer than the page takes to bring what it fetches ahead, once it is loaded. */
const fetchAheadMs = 3_000;

/** A reader’s first change of language on a page, online. */
export async function switchLanguage(browser: Browser, options: Options): Promise<Switch> {
  const { host, to, headline, held = [], share = 0 } = options;
  const { url, proxy, readiness, wording } = options.visit;
  const context = await newPhone(browser, wording, proxy);
  try {
    const page = await context.newPage();
    await slowCpu(page);
    host.hold(held);
    const isHeld = held.length > 0;
    if (isHeld) await visitUntilReady(page, options.visit);
    else await visit(page, { url, readiness, quietMs: fetchAheadMs });
    const button = page.locator(`header a[hreflang="${to}"]:visible`);
    await page.evaluate((at) => {
      scrollTo(0, at * (document.documentElement.scrollHeight - innerHeight));
    }, share);
    await page.evaluate(armSwitch, headline);
    await button.click({ noWaitAfter: true });
    host.hold([]);
    return await page.evaluate(() => window.figuresSwitch ?? Promise.reject(new Error('No click')));
  } finally {
    host.hold([]);
    await context.close();
  }
}

/**
 * What the page fetches ahead for the other language, told by a rehearsal: scripts and data that it
 * asks for once it is interactive, and the file of messages, which has its name from its language.
 */
export async function whatComesLater(
  browser: Browser,
  { visit, to }: Pick<Options, 'visit' | 'to'>,
): Promise<string[]> {
  const { exchanges, interactive } = await loadCold(browser, visit);
  return exchanges
    .filter(({ type }) => ['Script', 'Fetch', 'XHR', 'Other'].includes(type))
    .filter(
      ({ address, startedAt }) => startedAt > interactive || address.includes(`/assets/${to}-`),
    )
    .map(({ address }) => address);
}

async function visitUntilReady(page: Page, { url, readiness }: ColdVisit): Promise<void> {
  await visit(page, { url });
  await page.waitForFunction((ready) => window.figuresNotes?.[ready] !== undefined, readiness);
}

declare global {
  interface Window {
    figuresSwitch?: Promise<Switch>;
  }
}

/** Runs in the page, so it can call nothing of this file. Begins to wait for the click. */
function armSwitch(headline: string): void {
  const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');
  let nextPaintMs = 0;
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) {
      if (/^(pointer|mouse)|click/.test(name)) nextPaintMs = Math.max(nextPaintMs, duration);
    }
    // 16 ms is the least that the browser agrees to report.
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  window.figuresSwitch = new Promise((resolve) => {
    const onclick = ({ timeStamp }: MouseEvent) => {
      const look = () => {
        const shown = lettersOf(document.querySelector('h1')?.textContent ?? '');
        if (!shown.startsWith(headline)) return void requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const shownMs = performance.now() - timeStamp;
          // Event Timing reports after the paint.
          setTimeout(() => resolve({ shownMs, nextPaintMs }), 500);
        };
        port2.postMessage(undefined);
      };
      requestAnimationFrame(look);
    };
    addEventListener('click', onclick, { capture: true, once: true });
  });
}
