/**
 * The letters typed in the very moment the page goes. IndexedDB drops what is not committed by
 * then; localStorage is the one store that has written when it returns. It holds them until the
 * next form at the same place has brought them into the database.
 */
const keyStart = 'liseuse.draft.';

export interface LastWords {
  text: string;
  /** What the database may hold of the same draft: what was written, what was being written. */
  earlier: string[];
}

export function keepLastWords(draftKey: string, words: LastWords): void {
  try {
    localStorage.setItem(keyStart + draftKey, JSON.stringify(words));
  } catch {
    // Nothing more can be done in the time there is.
  }
}

export function findLastWords(draftKey: string): LastWords | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyStart + draftKey) ?? 'null');
    if (typeof found !== 'object' || found === null) return undefined;
    const { text, earlier } = found as Record<string, unknown>;
    if (typeof text !== 'string' || !Array.isArray(earlier)) return undefined;
    return { text, earlier: earlier.filter((item) => typeof item === 'string') };
  } catch {
    // Not ours, or a browser that keeps nothing.
    return undefined;
  }
}

/** The keys of all drafts that left last words. */
export function lastWordsKeys(): string[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyStart));
    return keys.map((key) => key.slice(keyStart.length));
  } catch {
    // A browser that keeps nothing.
    return [];
  }
}

export function dropLastWords(draftKey: string): void {
  try {
    localStorage.removeItem(keyStart + draftKey);
  } catch {
    // There was none then.
  }
}
