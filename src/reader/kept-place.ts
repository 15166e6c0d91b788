import { tick } from 'svelte';
import { Stillness } from './still.ts';
import { lineOfAttention, type Place, placeAt, wayBackTo } from './text-place.ts';

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
