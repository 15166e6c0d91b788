import { tick } from 'svelte';
import { Stillness } from './still.ts';
import { eyeLine, type Place, placeAt, wayBackTo } from './text-place.ts';

/** Half a line of text: of what has several, the first counts. In pixels. */
const halfLine = 12;

/**
 * Keeps the reader at the same place while the page changes its language, which makes all that is
 * above it longer or shorter.
 */
export class KeptPlace {
  readonly #stillness = new Stillness();
  /** With the text it belongs to, which stays while its language changes. */
  #last: { place: Place; text: Element | null } | undefined;

  /** To be called right before the page is drawn in the other language. */
  keep(): void {
    const place = this.#choose();
    if (!place) return;
    this.#last = { place, text: document.querySelector('.blocks') };
    this.#stillness.begin();
    void tick().then(() => this.#stillness.settle(() => wayBackTo(place)));
  }

  /** Undefined where nothing needs holding: at the top, and on pages without a text. */
  #choose(): Place | undefined {
    // Who has not moved since the last switch keeps the place of then: by another one, the way back
    // would end elsewhere.
    if (this.#last?.text?.isConnected && this.#stillness.holds) return this.#last.place;
    return scrollY > 0 ? placeAt(lineOfAttention()) : undefined;
  }
}

/**
 * Where the focus or a selection is in the text, if that is on the screen; else where the eye rests.
 * In pixels from the upper edge of the screen.
 */
function lineOfAttention(): number {
  const isInText = (node: Node | null | undefined) =>
    node && (node instanceof Element ? node : node.parentElement)?.closest('.blocks, #comments');
  const { activeElement } = document;
  const selection = getSelection();
  const range = selection?.isCollapsed === false ? selection.getRangeAt(0) : undefined;
  const box = [
    isInText(range?.startContainer) ? range?.getBoundingClientRect() : undefined,
    isInText(activeElement) ? activeElement?.getBoundingClientRect() : undefined,
  ].find((each) => each && isOnScreen(each));
  return box ? box.top + Math.min(box.height / 2, halfLine) : eyeLine();
}

/** Whether the beginning of it is to be seen, between the bars. */
function isOnScreen({ top }: DOMRect): boolean {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return top >= parseFloat(scrollPaddingTop) && top < innerHeight - parseFloat(scrollPaddingBottom);
}
