import { createContext } from 'svelte';

/** Its words are asked for when shown, so that they follow a change of language. */
export interface Notice {
  message: () => string;
  /** What can be done about it, such as undoing. */
  action?: { label: () => string; run: () => void };
}

/** Long enough to read a line. */
const shownMs = 8_000;
/**
 * What can be acted on must be heard or read, then reached: the twenty seconds that WCAG 2.2.1 gives
 * for a single key. Whoever is at it, by focus or by pointer, has all the time there is.
 */
const shownWithActionMs = 20_000;

/** The one short message at the foot of the screen. A new one takes the place of the old. */
export class Notices {
  current = $state.raw<Notice | undefined>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(notice: Notice): void {
    this.current = notice;
    this.release();
  }

  /** Keeps the notice while the reader is at it. */
  hold(): void {
    clearTimeout(this.#timer);
  }

  /** Lets it go after a while. */
  release(): void {
    clearTimeout(this.#timer);
    const ms = this.current?.action ? shownWithActionMs : shownMs;
    this.#timer = setTimeout(() => this.dismiss(), ms);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }
}

export const [getNotices, setNotices] = createContext<Notices>();
