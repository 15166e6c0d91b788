import { tick } from 'svelte';

/** What a place is held by: blocks of the text, those inside notes too, and after it the comments. */
const holds = '.blocks > [id], #comments, #comments article';

interface Hold {
  /** Of the element: a block has the same id in every version, a comment in every language. */
  id: string;
  /** How far its upper edge is below that of the screen, in pixels. */
  top: number;
  /** Where the page was scrolled to when it stood there. */
  scrolledTo: number;
  /** The text it belongs to: a switch draws it anew, another page replaces it. */
  text: Element | null;
}

/**
 * Keeps the reader at the same block while the page changes its language, which makes all that is
 * above it longer or shorter.
 */
export class KeptPlace {
  #last: Hold | undefined;

  /** To be called right before the page is drawn in the other language. */
  keep(): void {
    const hold = this.#choose();
    if (hold) void tick().then(() => this.#putBack(hold));
  }

  /** Undefined where nothing needs holding: above the text, and on pages that have none. */
  #choose(): Hold | undefined {
    // Who has not moved since the last switch keeps the hold of then: by another one, the way back
    // would end in another place.
    const last = this.#last;
    if (last?.text?.isConnected && last.scrolledTo === scrollY) return last;
    // About where the eye rests.
    const line = innerHeight / 3;
    const block = [...document.querySelectorAll(holds)]
      .filter((element) => element.getBoundingClientRect().top <= line)
      .at(-1);
    return (
      block && {
        id: block.id,
        top: block.getBoundingClientRect().top,
        scrolledTo: scrollY,
        text: document.querySelector('.blocks'),
      }
    );
  }

  #putBack(hold: Hold): void {
    const block = document.getElementById(hold.id);
    // A block that only one language has.
    if (!block) return;
    // Some browsers have put it back by then (scroll anchoring), Safari has not.
    scrollBy({ top: block.getBoundingClientRect().top - hold.top, behavior: 'instant' });
    this.#last = { ...hold, scrolledTo: scrollY };
  }
}
