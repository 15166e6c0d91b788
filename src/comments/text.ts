import { parseUrl } from '../content/url.ts';

/** The text of a comment as parts to draw. There is no HTML in it and none is made of it. */

/** A link to another site; `text` is the address as it was written. */
interface LinkPart {
  href: string;
  text: string;
}

type TextPart = string | LinkPart;

/** A line break within a paragraph stays in its text as `\n`. */
export type Paragraph = TextPart[];

/**
 * Splits a comment at blank lines and finds the http and https addresses in it. Nothing else
 * becomes a link. Put together again, the parts are the text, but for the blank lines and the
 * white space around paragraphs. No paragraph is empty; an empty text has none.
 */
export function parseCommentText(text: string): Paragraph[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map(splitAtLinks);
}

/**
 * An address ends at white space, quotation marks and angle brackets; and at the invisible
 * characters that turn the direction of writing, which can make one address look like another.
 */
const address = /\bhttps?:\/\/[^\s<>"“”«»\u200e\u200f\u202a-\u202e\u2066-\u2069]+/giu;

function splitAtLinks(paragraph: string): Paragraph {
  const parts: Paragraph = [];
  let end = 0;
  for (const match of paragraph.matchAll(address)) {
    const link = linkOf(match[0]);
    if (!link) continue;
    if (match.index > end) parts.push(paragraph.slice(end, match.index));
    parts.push(link);
    end = match.index + link.text.length;
  }
  if (end < paragraph.length) parts.push(paragraph.slice(end));
  return parts;
}

/** Undefined for what is no address, or one that names a user to pass for another host. */
function linkOf(found: string): LinkPart | undefined {
  const text = found.slice(0, addressLength(found));
  const url = parseUrl(text);
  if (!url || url.username !== '' || url.password !== '') return undefined;
  return { href: url.href, text };
}

/** Leaves out the punctuation of the sentence, and a bracket that was opened before the address. */
function addressLength(found: string): number {
  let open = 0;
  for (const character of found) {
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
  }
  let length = found.length;
  while (length > 0) {
    const last = found[length - 1] ?? '';
    const isStrayBracket = last === ')' && open < 0;
    if (!isStrayBracket && !/[.,;:!?…'’\]}*_]/.test(last)) break;
    if (isStrayBracket) open += 1;
    length -= 1;
  }
  return length;
}
