/**
 * Where on the page the reader was, kept with the entry of the history, so that back, forward and
 * reload come to it again. Pages arrive in pieces (text from the database, pictures): a place is
 * waited for, and given up as soon as the reader moves.
 */

/** Whether a place is still waited for: until then the page is not where the reader left it. */
let isArriving = false;

/** After this a page that has not grown long enough will not. */
const patienceMs = 4_000;
/** A page scrolls many times a second; its place is worth writing when it rests. */
const restMs = 120;

/** The place kept with an entry of the history, in pixels from the top; undefined on a first visit. */
export function scrollOf(state: unknown): number | undefined {
  const hasTop = typeof state === 'object' && state !== null && 'top' in state;
  return hasTop && typeof state.top === 'number' ? state.top : undefined;
}

/**
 * Whether a page that came drawn has been moved already, by the browser or by the reader. At the end
 * of a page that was longer (comments come later) nobody is where they want to be.
 */
export function isPlaced(state: unknown): boolean {
  const end = document.documentElement.scrollHeight - innerHeight;
  return scrollY > 0 && (scrollY < end - 1 || !((scrollOf(state) ?? 0) > scrollY));
}

/** Takes the keeping of places over from the browser, until the signal aborts. */
export function keepScroll(signal: AbortSignal): void {
  history.scrollRestoration = 'manual';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pathname = location.pathname;
  const keep = () => {
    clearTimeout(timer);
    // A timer set on one page must not write the place of the next, nor a page that is not whole
    // yet the place of the one that was.
    if (location.pathname !== pathname || isArriving) return;
    history.replaceState({ ...(history.state as object | null), top: scrollY }, '');
  };
  const keepSoon = () => {
    clearTimeout(timer);
    ({ pathname } = location);
    timer = setTimeout(keep, restMs);
  };
  addEventListener('scroll', keepSoon, { passive: true, signal });
  addEventListener('pagehide', keep, { signal });
  // Before the router sees the click: the page is still where it was.
  addEventListener('click', keep, { capture: true, signal });
}

export interface Arrival {
  /** In pixels from the top, where the reader has been here before. */
  top: number | undefined;
  /** Id of the element that the address points at: where to go on a first visit. */
  block?: string;
  /** On a first load, and within a page, the browser’s own focus is right. */
  movesFocus: boolean;
  signal: AbortSignal;
}

export function restoreScroll({ top, block, movesFocus, signal }: Arrival): void {
  const done = new AbortController();
  const ended = done.signal;
  signal.addEventListener('abort', () => done.abort(), { signal: ended });
  setTimeout(() => done.abort(), patienceMs);
  const wantedTop = top ?? (block === undefined ? 0 : undefined);
  let isPlaced = wantedTop === 0;
  isArriving = !isPlaced;
  let focused: HTMLElement | undefined;
  if (isPlaced) scrollTo(0, 0);

  const attempt = () => {
    if (ended.aborted) return;
    const target = focusTarget(wantedTop === undefined ? block : undefined);
    // Anew when the heading makes room for another: that of what could not be brought, say.
    if (movesFocus && target && !focused?.isConnected) {
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus({ preventScroll: true });
      focused = target;
    }
    if (!isPlaced) isPlaced = wantedTop === undefined ? reachBlock(block) : reach(wantedTop);
    if (isPlaced) isArriving = false;
    if (isPlaced && !movesFocus) done.abort();
  };
  const growth = new ResizeObserver(attempt);
  const change = new MutationObserver(attempt);
  growth.observe(document.body);
  change.observe(document.body, { childList: true, subtree: true });
  ended.addEventListener('abort', () => {
    growth.disconnect();
    change.disconnect();
  });
  // A reader who moves knows better; until then the kept place stays, however long the page takes.
  const giveUp = () => {
    isArriving = false;
    done.abort();
  };
  for (const gesture of ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const) {
    addEventListener(gesture, giveUp, { passive: true, signal });
  }
  // Once what the navigation changed is drawn: until then the page before is still there.
  requestAnimationFrame(attempt);
}

/** What the address points at, else the heading of the page; null until it is there. */
function focusTarget(block: string | undefined): HTMLElement | null {
  if (block !== undefined) return document.getElementById(block);
  return document.querySelector<HTMLElement>('main h1');
}

function reach(top: number): boolean {
  if (document.documentElement.scrollHeight - innerHeight < top) return false;
  scrollTo(0, top);
  return true;
}

function reachBlock(id = ''): boolean {
  const target = document.getElementById(id);
  target?.scrollIntoView();
  return target !== null;
}
