/** What a page notes of its own load. Both functions run in the page and can call nothing of this file. */
import type { Span } from './statistics.ts';

/** By what an article is recognised; letters only, so that spaces and signs may be set finely. */
export interface Wording {
  headline: string;
  /** How the standfirst begins, which stands on the first screen of a phone. */
  standfirst: string;
  /** How the first paragraph begins. */
  opening: string;
}

/** Times in ms since the navigation began. */
export interface Notes {
  firstContentfulPaint?: number;
  /** Each paint that was larger than all before; the last one counts. */
  largestPaints: number[];
  longTasks: Span[];
  /** Scores of layout shifts that no input caused. */
  shifts: number[];
  /** When headline and standfirst had been painted, and with the first paragraph. */
  contentAt?: number;
  textAt?: number;
  /** When the button that saves the article was on the page. */
  buttonAt?: number;
  /** The page’s own word that it has been taken charge of. */
  markAt?: number;
  /** When the handlers of DOMContentLoaded were done, and those of load. */
  parsedAt?: number;
  loadedAt?: number;
  /** Of the navigation’s start, in ms since 1970. */
  timeOrigin: number;
}

/** What says that a page answers to its reader. */
export type Readiness = 'markAt' | 'buttonAt' | 'parsedAt';

declare global {
  interface Window {
    figuresNotes?: Notes;
  }
}

/** Before anything of the page: begins to take notes. */
export function takeNotes({ headline, standfirst, opening }: Wording): void {
  const { timeOrigin } = performance;
  const notes: Notes = { largestPaints: [], longTasks: [], shifts: [], timeOrigin };
  window.figuresNotes = notes;

  const observe = <Entry>(type: string, note: (entry: Entry & PerformanceEntry) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) note(entry as Entry & PerformanceEntry);
    }).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') notes.firstContentfulPaint = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => notes.largestPaints.push(startTime));
  observe('longtask', ({ startTime, duration }) =>
    notes.longTasks.push({ start: startTime, end: startTime + duration }),
  );
  observe<{ value: number; hadRecentInput: boolean }>('layout-shift', (shift) => {
    if (!shift.hadRecentInput) notes.shifts.push(shift.value);
  });
  observe('mark', ({ name, startTime }) => {
    if (name === 'liseuse:interactive') notes.markAt ??= startTime;
  });

  const lettersOf = (text: string) => text.replace(/[^\p{L}]/gu, '');
  const shows = (selector: string, beginning: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].some(
      (element) =>
        lettersOf((element.textContent ?? '').slice(0, 200)).startsWith(beginning) &&
        element.checkVisibility(),
    );
  // A message is a task of its own, which runs once the frame is painted.
  const afterPaint = (run: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = run;
    port2.postMessage(undefined);
  };
  const notePaint = (note: 'contentAt' | 'textAt') => {
    const seenAt = performance.now();
    afterPaint(() => {
      // Text that was there before the first paint came with it, whatever ran before this.
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      notes[note] = paint >= seenAt ? paint : performance.now();
    });
  };
  let contentSeen = false;
  let textSeen = false;
  const look = () => {
    if (!contentSeen && shows('h1', headline) && shows('p', standfirst)) {
      contentSeen = true;
      notePaint('contentAt');
    }
    if (!textSeen && contentSeen && shows('p', opening)) {
      textSeen = true;
      notePaint('textAt');
    }
    if (document.querySelector('header button[aria-pressed]')) notes.buttonAt ??= performance.now();
    if (notes.buttonAt === undefined || !textSeen) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Waits for the text, and then, where `readiness` is given, until the page has been loaded and ready
 * for `quietMs`. Gives up in silence after `deadlineMs`: what was not seen is missing from the notes.
 */
export async function settledNotes(options: {
  readiness?: Readiness;
  quietMs: number;
  deadlineMs: number;
}): Promise<Notes> {
  const { readiness, quietMs, deadlineMs } = options;
  const notes = window.figuresNotes;
  if (!notes) throw new Error('No notes were taken');
  for (;;) {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    notes.parsedAt = navigation?.domContentLoadedEventEnd || undefined;
    notes.loadedAt = navigation?.loadEventEnd || undefined;
    const awaited = [notes.textAt, ...(readiness ? [notes[readiness], notes.loadedAt] : [])];
    const last = Math.max(...awaited.map((moment) => moment ?? Infinity));
    const now = performance.now();
    if (now >= last + (readiness ? quietMs : 0) || now >= deadlineMs) return notes;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
