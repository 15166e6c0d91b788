/**
 * The beginning of a text that is too long for a list, to the end of a sentence where that leaves
 * enough; else, with an ellipsis, to the end of a clause or at least of a word. (`line-clamp` cuts
 * inside words.) A text of up to `limit` characters comes back whole.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // With the sign after it, which tells whether a word ends here.
  const start = text.slice(0, limit + 1);
  const sentence = /^.*[.!?…](?= )/u.exec(start)?.[0] ?? '';
  if (sentence.length >= limit / 2) return sentence;
  const clause = /^.*[,;:](?= )/u.exec(start)?.[0] ?? '';
  const words = clause.length >= limit * 0.6 ? clause : wordsOf(start);
  return `${words.replace(looseEnd, '')}…`;
}

/** Only a plain space parts words: others keep a number with its unit, a colon with its word. */
function wordsOf(start: string): string {
  const end = start.lastIndexOf(' ');
  return start.slice(0, end > 0 ? end : -1);
}

/** Small words that promise what does not follow, and signs before and after them. */
const looseEnd = /[^\p{L}\p{N}»”’)]*(?: [\p{L}’]{1,3}){0,3}[^\p{L}\p{N}»”’)]*$/u;
