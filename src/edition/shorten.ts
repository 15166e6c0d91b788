/**
 * The beginning of a text that is too long for a list: to the end of a sentence where that leaves
 * enough, else to the end of a word and with an ellipsis. (`line-clamp` cuts inside words.) A text
 * of up to `limit` characters comes back whole.
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text.slice(0, limit);
  const sentences = /^.*[.!?…](?= )/u.exec(`${start}${text.charAt(limit)}`)?.[0];
  if (sentences !== undefined && sentences.length >= limit / 2) return sentences;
  // Only a plain space parts words: others keep a number with its unit, a colon with its word.
  const end = `${start}${text.charAt(limit)}`.lastIndexOf(' ');
  const words = end > 0 ? start.slice(0, end) : start;
  return `${words.replace(looseEnd, '')}…`;
}

/** Small words that promise what does not follow, and signs before and after them. */
const looseEnd = /[^\p{L}\p{N}»”’)]*(?: [\p{L}’]{1,3}){0,3}[^\p{L}\p{N}»”’)]*$/u;
