import type { Page } from '@playwright/test';

interface Shift {
  value: number;
  /** What moved, and from where to where below the upper edge of the screen, in pixels. */
  moved: string[];
}

declare global {
  interface Window {
    shifts: Shift[];
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
}

/** From now on the pages of this tab note each shift of layout that the reader did not cause. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries() as LayoutShift[]) {
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName}: ${previousRect.y} to ${currentRect.y}`,
        );
        window.shifts.push({ value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** The shifts of the page so far, up to what it shows now. */
export async function shiftsOf(page: Page): Promise<Shift[]> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))),
  );
  return page.evaluate(() => window.shifts);
}
