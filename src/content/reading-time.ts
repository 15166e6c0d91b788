/**
 * Silent reading of non-fiction in words a minute, slow to brisk. Brysbaert (2019, Journal of
 * Memory and Language 109) finds 238 on average with most readers between 175 and 300; French
 * reads at about the same pace. We show the middle of that.
 */
const slow = 190;
const brisk = 250;

/** How long a text takes, as a range in whole minutes, at least one. */
export function readingMinutes(wordCount: number): { from: number; to: number } {
  const from = Math.max(1, Math.round(wordCount / brisk));
  return { from, to: Math.max(from, Math.round(wordCount / slow)) };
}
