/** A slow phone on a slow network, in a browser on this machine. */
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { LineSpeed } from './slow-link.ts';
import { settledNotes, takeNotes, type Notes, type Wording } from './notes.ts';

/** Lighthouse’s “slow 4G” and “mid-tier mobile”; 1.6 Mbps down, 750 kbps up. */
export const network: LineSpeed = { roundTripMs: 150, down: 200, up: 93.75 };
export const slowdown = 4;
export const conditions = 'CPU 4x slower, 1.6 Mbps down, 750 kbps up, 150 ms';

const deadlineMs = 30_000;
/** A new tab keeps the processor busy so long; what follows must not pay for it. */
export const settleMs = 500;

export class TextMissing extends Error {}

/**
 * A browser that has never been here, whose pages take notes.
 * @param proxy that it finds everything through: see slow-link.ts
 */
export async function newPhone(
  browser: Browser,
  wording: Wording,
  proxy?: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    proxy: proxy === undefined ? undefined : { server: proxy },
    viewport: { width: 390, height: 844 },
  });
  // The bundler of this script wraps functions in a helper that the page does not have.
  await context.addInitScript('globalThis.__name = (named) => named');
  await context.addInitScript(takeNotes, wording);
  return context;
}

export async function slowCpu(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return session;
}

interface Visit {
  url: string;
  /** Until when to stay: see settledNotes. By default until the text is there. */
  readiness?: Parameters<typeof settledNotes>[0]['readiness'];
  quietMs?: number;
}

/** The notes of a page that has shown its text. */
export type Shown = Notes & Required<Pick<Notes, 'contentAt' | 'textAt'>>;

/** @throws {TextMissing} when the page did not show the article’s text */
export async function visit(page: Page, options: Visit): Promise<Shown> {
  const { url, readiness, quietMs = 0 } = options;
  await page.waitForTimeout(settleMs);
  await page.goto(url, { waitUntil: 'commit' });
  const notes = await page.evaluate(settledNotes, { readiness, quietMs, deadlineMs });
  const { contentAt, textAt } = notes;
  if (contentAt === undefined || textAt === undefined) {
    throw new TextMissing(`${url} did not show the text of the article`);
  }
  return { ...notes, contentAt, textAt };
}
