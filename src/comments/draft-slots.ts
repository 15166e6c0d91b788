import { draftPlace, isOnArticle, type DraftPlace, type Drafts } from '../storage/drafts.ts';
import { findLastWords, lastWordsKeys } from './last-words.ts';

/**
 * How many texts may be kept for one place. Tabs that write different texts at the same place take
 * one each; the next form opened there starts with the first one that is left.
 */
const slotCount = 3;

export const draftSlots = Array.from({ length: slotCount }, (_, index) => index);

interface FoundDraft {
  slot: number;
  text: string;
  /** What of it the database holds. */
  known?: string;
}

/** The first text kept for a place, in whichever slot. Rejects with a StorageError. */
export async function findDraft(drafts: Drafts, key: string): Promise<FoundDraft | undefined> {
  for (const slot of draftSlots) {
    const slotKey = draftSlotKey(key, slot);
    const stored = await drafts.get(slotKey);
    const lastWords = findLastWords(slotKey);
    if (lastWords) {
      const { text, earlier } = lastWords;
      const isOurs = stored === text || (stored !== undefined && earlier.includes(stored));
      return { slot, text, known: isOurs ? stored : undefined };
    }
    if (stored !== undefined) return { slot, text: stored, known: stored };
  }
  return undefined;
}

/** The places on an article where a text waits, in any slot. Rejects with a StorageError. */
export async function waitingPlaces(drafts: Drafts, articleId: string): Promise<DraftPlace[]> {
  const stored = await drafts.ofArticle(articleId);
  const texts = new Map(stored.map(({ key, text }) => [key, text]));
  for (const key of lastWordsKeys().filter((key) => isOnArticle(key, articleId))) {
    texts.set(key, findLastWords(key)?.text ?? texts.get(key) ?? '');
  }
  const slotKeys = [...texts.keys()].filter((key) => texts.get(key) !== '');
  const keys = new Set(slotKeys.map((key) => key.replace(/#\d$/, '')));
  return [...keys].map(draftPlace);
}

/** The first slot has the bare key. */
export function draftSlotKey(key: string, slot: number): string {
  return slot === 0 ? key : `${key}#${slot + 1}`;
}
