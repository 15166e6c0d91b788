import { expect, type Page } from '@playwright/test';

/**
 * What the app may draw otherwise than the page was drawn ahead of time: the day, which only the
 * reader’s device knows, and what is said in passing. Comments come later, and are not here yet.
 */
const ownParts = ['#main > header > p', '.messages'];

interface Watched {
  /** `#app` as it came, and as it was when the app was through. */
  parsed?: string;
  taken?: string;
  /** Whether heading and lead picture are the elements that came with the page. */
  isSame?: boolean;
}

declare global {
  interface Window {
    watchedTakeover: Watched;
  }
}

/** From now on the pages of this tab tell how the app took them over. */
export async function watchTakeover(page: Page): Promise<void> {
  await page.addInitScript((parts) => {
    const watched: Watched = {};
    window.watchedTakeover = watched;
    const markup = () => {
      const copy = document.getElementById('app')?.cloneNode(true) as HTMLElement;
      for (const part of copy.querySelectorAll(parts)) part.replaceChildren();
      const comments = document.createNodeIterator(copy, NodeFilter.SHOW_COMMENT);
      for (let node = comments.nextNode(); node; node = comments.nextNode())
        node.parentNode?.removeChild(node);
      // What a comment stood between is one text.
      copy.normalize();
      return new XMLSerializer().serializeToString(copy);
    };
    const kept = () =>
      ['#main h1', '#main img'].map((selector) => document.querySelector(selector));

    let elements: (Element | null)[] = [];
    // The page is parsed, and no module has run yet: by DOMContentLoaded, the app’s has.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      watched.parsed = markup();
      elements = kept();
    });
    const mark = performance.mark.bind(performance);
    performance.mark = (name, options) => {
      if (name === 'liseuse:interactive') {
        watched.taken = markup();
        watched.isSame = kept().every((element, index) => element === elements[index]);
      }
      return mark(name, options);
    };
  }, ownParts.join());
}

/**
 * Waits until the app has taken the page over, and expects that nothing has changed by it.
 * @param asDrawn what makes of the markup that the app has drawn the one that it should have found
 */
export async function expectSmoothTakeover(
  page: Page,
  asDrawn = (markup: string) => markup,
): Promise<void> {
  const watched = await takenOver(page);
  expect(asDrawn(watched.taken ?? ''), page.url()).toBe(watched.parsed);
  expect(watched.isSame, `the same elements at ${page.url()}`).toBe(true);
}

/** `#app` as it came: what the reader saw before the app ran. */
export async function cameAs(page: Page): Promise<string> {
  return (await takenOver(page)).parsed ?? '';
}

async function takenOver(page: Page): Promise<Watched> {
  const handle = await page.waitForFunction(
    () => window.watchedTakeover.taken !== undefined && window.watchedTakeover,
  );
  return (await handle.jsonValue()) as Watched;
}
