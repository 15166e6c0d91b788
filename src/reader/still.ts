/** Longer than pictures, typefaces and what else comes late take to find their room. */
const settlingMs = 2_000;
/** Nobody moves a page by less. In pixels. */
const hair = 1;

/** What a reader does who wants to be elsewhere. */
export const gestures = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/** Those that hold the page at the moment, and what the page had of its own before. */
const holding = new Set<Stillness>();
let anchoring = '';

/** Keeps the page where it should be until its layout has come to rest, or the reader moves. */
export class Stillness {
  #ended = new AbortController();
  #wayBack: () => number | undefined = () => undefined;
  /** How far the page was from there when it was put there last: it may end too early. */
  #missedBy = NaN;

  /** To be called before the layout changes: from then on only `settle` scrolls the page. */
  begin(): void {
    this.#ended.abort();
    this.#ended = new AbortController();
    // The browser’s own way to keep a place, which Safari lacks, would come on top of ours.
    const { style } = document.documentElement;
    if (holding.size === 0) anchoring = style.overflowAnchor;
    holding.add(this);
    style.overflowAnchor = 'none';
    this.#ended.signal.addEventListener('abort', () => {
      holding.delete(this);
      if (holding.size === 0) style.overflowAnchor = anchoring;
    });
  }

  /**
   * To be called once the layout has changed, after `begin`.
   * @param wayBack how far the page must be scrolled, in pixels; undefined when that cannot be known
   */
  settle(wayBack: () => number | undefined): void {
    const ended = this.#ended;
    const { signal } = ended;
    const end = () => ended.abort();
    let scrolledTo = scrollY;
    const correct = () => {
      // Moved otherwise than by us: the reader, without a gesture.
      if (signal.aborted || scrollY !== scrolledTo) return end();
      scrollBy({ top: wayBack() ?? 0, behavior: 'instant' });
      scrolledTo = scrollY;
      this.#missedBy = wayBack() ?? NaN;
    };
    this.#wayBack = wayBack;
    correct();
    const growth = new ResizeObserver(correct);
    growth.observe(document.body);
    const timer = setTimeout(end, settlingMs);
    signal.addEventListener('abort', () => {
      growth.disconnect();
      clearTimeout(timer);
    });
    for (const gesture of gestures) addEventListener(gesture, end, { passive: true, signal });
  }

  /** Whether the page is still where `settle` has put it. */
  get holds(): boolean {
    return Math.abs((this.#wayBack() ?? NaN) - this.#missedBy) < hair;
  }
}
