/** How far the reader has come in an article: noted while it is read, and gone to when it is opened anew. */
import { dropPosition, keepPosition, positionIn } from '../storage/reading-positions.ts';
import { gestures, Stillness } from './still.ts';
import { eyeLine, passedAt, shareOf, textBlocks } from './text-place.ts';

/** A page scrolls many times a second; where it rests is worth noting. */
const restMs = 300;
/** Enough that one of them is in every language. */
const noted = 4;
const scrollingKeys = /^( |Home|End|Page(Up|Down)|Arrow(Up|Down))$/;
/** Longer than a text takes to come. */
const patienceMs = 10_000;

/**
 * Notes how far the reader has come whenever the page rests or goes, until the returned function is
 * called. Nothing before the reader has moved, nor before that has led a screen down: who opens an article
 * and looks at its head does not lose the place of yesterday. At the end there is nothing to go on with.
 */
export function notePosition(articleId: string): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasMoved = false;
  let hasBegun = false;
  const note = () => {
    clearTimeout(timer);
    const text = document.querySelector('.blocks');
    hasBegun ||= scrollY > innerHeight;
    if (!hasMoved || !hasBegun || !text) return;
    const passed = passedAt(eyeLine(), textBlocks);
    const block = passed.at(-1);
    const isAtEnd = text.getBoundingClientRect().bottom <= innerHeight;
    if (!block || scrollY <= 0 || isAtEnd) return dropPosition(articleId);
    keepPosition(articleId, {
      blocks: passed
        .slice(-noted)
        .reverse()
        .map(({ id }) => id),
      share: shareOf(eyeLine(), block.getBoundingClientRect()),
    });
  };
  const noteSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(note, restMs);
  };
  const move = (event: Event) => {
    hasMoved ||= isScrolling(event);
  };
  for (const gesture of gestures) addEventListener(gesture, move, { passive: true, signal });
  addEventListener('scroll', noteSoon, { passive: true, signal });
  addEventListener('pagehide', note, { signal });
  // Before the page sees the click, which may lead on: the article is still there.
  addEventListener('click', note, { capture: true, signal });
  return () => {
    clearTimeout(timer);
    closing.abort();
  };
}

/** Not what presses a button or goes from link to link: the language switch moves the page too. */
function isScrolling(gesture: Event): boolean {
  if (gesture instanceof KeyboardEvent) return scrollingKeys.test(gesture.key);
  // Of the page itself only the scroll bar can be pressed.
  return gesture.type !== 'pointerdown' || gesture.target === document.documentElement;
}

/**
 * Goes to where the reader had come in an article, as soon as its text is there, if that is more than
 * a screen down. Resolves to whether it went: not when the reader has moved meanwhile.
 */
export async function goToPosition(articleId: string): Promise<boolean> {
  const position = positionIn(articleId);
  if (!position || scrollY > 0) return false;
  const { blocks, share } = position;
  /** Undefined until the text is there. */
  const wayBack = () => {
    if (!document.querySelector('.blocks')) return undefined;
    const block = blocks.map((id) => document.getElementById(id)).find((each) => each !== null);
    if (!block) return 0;
    const { top, height } = block.getBoundingClientRect();
    // Of a block that only the other language has, the one before it was read to its end.
    return top + height * (block.id === blocks[0] ? share : 1) - eyeLine();
  };
  if (!(await isThere(wayBack)) || (wayBack() ?? 0) <= innerHeight) return false;
  const stillness = new Stillness();
  stillness.begin();
  stillness.settle(wayBack);
  return true;
}

/** Resolves to false if the reader moves first, or it takes too long. */
function isThere(find: () => unknown): Promise<boolean> {
  const done = new AbortController();
  const { signal } = done;
  return new Promise((resolve) => {
    const end = (isFound: boolean) => {
      done.abort();
      resolve(isFound);
    };
    const look = () => {
      if (scrollY > 0) end(false);
      else if (find() !== undefined) end(true);
    };
    const change = new MutationObserver(look);
    change.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => end(false), patienceMs);
    signal.addEventListener('abort', () => {
      change.disconnect();
      clearTimeout(timer);
    });
    // Back and forward lead to a place of their own.
    for (const move of [...gestures, 'popstate']) {
      addEventListener(move, () => end(false), { passive: true, signal });
    }
    look();
  });
}
