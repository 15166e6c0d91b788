/** A first visit, with nothing kept: what it costs until the article can be read and used. */
import type { Browser, CDPSession } from '@playwright/test';
import type { Readiness, Wording } from './notes.ts';
import { newPhone, slowCpu, visit, type Shown } from './phone.ts';
import { firstFreeMoment, totalBlockingMs } from './statistics.ts';

export interface ColdVisit {
  url: string;
  /** The line to the host: see slow-link.ts. */
  proxy: string;
  wording: Wording;
  readiness: Readiness;
  /** Patterns of addresses that are not to be had. */
  blocked?: string[];
}

/** Times in ms since the navigation began. */
export interface Exchange {
  /** Path and query. */
  address: string;
  /** As DevTools name it: Document, Script, Font… */
  type: string;
  startedAt: number;
  /** Undefined while under way, and for what failed. */
  endedAt?: number;
  /** Of the body, as it came over the line. */
  bytes: number;
}

export interface ColdLoad {
  firstContentfulPaint: number;
  largestContentfulPaint: number;
  textAt: number;
  interactive: number;
  blocking: number;
  shift: number;
  /** Of the page itself; what its worker fetches is not among them. */
  exchanges: Exchange[];
}

/** How long the page is watched once it is loaded and interactive. */
const quietMs = 2_000;

/** @throws {TextMissing} when the page did not show the article’s text */
export async function loadCold(browser: Browser, options: ColdVisit): Promise<ColdLoad> {
  const { url, proxy, wording, readiness, blocked = [] } = options;
  const context = await newPhone(browser, wording, proxy);
  try {
    const page = await context.newPage();
    const session = await slowCpu(page);
    await session.send('Network.enable');
    // Refused by the browser itself: no detour by this process, as a route would be.
    await session.send('Network.setBlockedURLs', { urls: blocked });
    const exchanges = watchExchanges(session);
    const notes = await visit(page, { url, readiness, quietMs });
    return { ...figuresOf(notes, readiness), exchanges: exchanges(notes.timeOrigin) };
  } finally {
    await context.close();
  }
}

/**
 * Interactive is the first moment at which
 * - the page is ready: it has said so by the mark `liseuse:interactive`; or, if a script draws it,
 *   the button that saves the article is there, and with it what the button does; or, if it has no
 *   script, its handlers of DOMContentLoaded are done;
 * - something is painted;
 * - and no long task is running.
 *
 * Largest contentful paint and layout shift are those of the whole time the page is watched. Blocking
 * time counts from the first paint until two seconds after the page is interactive.
 */
function figuresOf(notes: Shown, readiness: Readiness) {
  const { firstContentfulPaint = NaN, largestPaints, longTasks, shifts, textAt } = notes;
  const ready = Math.max(notes[readiness] ?? NaN, firstContentfulPaint);
  const interactive = firstFreeMoment(ready, longTasks);
  return {
    firstContentfulPaint,
    largestContentfulPaint: largestPaints.at(-1) ?? NaN,
    textAt,
    interactive,
    blocking: totalBlockingMs(longTasks, firstContentfulPaint, interactive + quietMs),
    shift: shifts.reduce((sum, score) => sum + score, 0),
  };
}

/** Begins to listen; the function it returns tells what there was. */
function watchExchanges(session: CDPSession): (timeOrigin: number) => Exchange[] {
  const exchanges = new Map<string, Exchange>();
  // The events’ clock has no known beginning; the first request has both times.
  let clockToEpochMs: number | undefined;
  session.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp, wallTime }) => {
    if (!request.url.startsWith('http')) return;
    clockToEpochMs ??= (wallTime - timestamp) * 1000;
    const { pathname, search } = new URL(request.url);
    exchanges.set(requestId, {
      address: pathname + search,
      type: type ?? 'Other',
      startedAt: timestamp * 1000,
      bytes: 0,
    });
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const exchange = exchanges.get(requestId);
    // So far, the head alone.
    if (exchange) exchange.bytes = -response.encodedDataLength;
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const exchange = exchanges.get(requestId);
    if (!exchange) return;
    exchange.endedAt = timestamp * 1000;
    exchange.bytes += encodedDataLength;
  });
  session.on('Network.loadingFailed', ({ requestId, blockedReason }) => {
    if (blockedReason) exchanges.delete(requestId);
  });
  return (timeOrigin) => {
    const shiftMs = (clockToEpochMs ?? NaN) - timeOrigin;
    return [...exchanges.values()].map(({ startedAt, endedAt, ...exchange }) => ({
      ...exchange,
      startedAt: startedAt + shiftMs,
      endedAt: endedAt === undefined ? undefined : endedAt + shiftMs,
    }));
  };
}
