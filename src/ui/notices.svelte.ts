import { createContext } from 'svelte';

/** Its words are asked for when shown, so that they follow a change of language. */
export interface Notice {
  message: () => string;
  /** What can be done about it, such as undoing. */
  action?: { label: () => string; run: () => void };
}

/** Long enough to read a line and reach for the button (WCAG 2.2.1 asks for a way to keep it: focus or hover holds it). */
const shownMs = 8000;

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
    this.#timer = setTimeout(() => this.dismiss(), shownMs);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = undefined;
  }
}

export const [getNotices, setNotices] = createContext<Notices>();
