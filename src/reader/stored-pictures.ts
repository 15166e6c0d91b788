/** Addresses, good in this page only, for the stored pictures of one article. */
export class StoredPictures {
  readonly #urls = new Map<string, string>();

  constructor(pictures: readonly { src: string; type: string; bytes: ArrayBuffer }[]) {
    for (const { src, type, bytes } of pictures) {
      this.#urls.set(src, URL.createObjectURL(new Blob([bytes], { type })));
    }
  }

  urlOf(src: string): string | undefined {
    return this.#urls.get(src);
  }

  /** Lets go of the memory. The addresses lead nowhere from then on. */
  release(): void {
    for (const url of this.#urls.values()) URL.revokeObjectURL(url);
    this.#urls.clear();
  }
}
