import type { Edit, Rule } from './edits.ts';

export type Pair = readonly [open: string, close: string];

interface Style {
  /** Global; the signs that may be quotation marks. */
  signs: RegExp;
  /** For a quotation, and for one inside it. */
  outer: Pair;
  inner: Pair;
}

interface Token {
  at: number;
  sign: string;
  /** What the neighbours say: a mark opens before a word and closes after one. */
  leaning: Direction | undefined;
  /** Two units. */
  before: string;
  after: string;
  previous: Token | undefined;
}

type Direction = 'open' | 'close';
type Quotation = [open: Token, close: Token, depth: number];

const opening = /^(?:[«“„‟]|<<)$/;
const closing = /^(?:[»”]|>>)$/;
const kinds = [/^(?:[«»]|<<|>>)$/, /^[“”„‟]$/];
// An apostrophe after a letter is an elision: what it is followed by begins.
const beforeOpening = /(?:^|[\s([{—–/«“„‘-]|\p{L}’)$/u;
const afterClosing = /^(?:$|[\s.,;:!?…)\]}—–/»”’-])/;
// A space that does not break holds a mark to what it quotes, but after a dash it is the dash’s.
const heldBefore = /[^\s([{—–/«“„‘-][\u00a0\u2009\u202f]$/;
const heldAfter = /^[\u00a0\u2009\u202f]/;

/**
 * Pairs the marks of a paragraph, whatever they look like, and gives each the sign of its place. A
 * mark is believed in this order: what stands around it, its own direction, what is still open. What
 * finds no partner stays as it is, but for a straight one at either end: a quotation may go on from
 * paragraph to paragraph, and one closing mark may do for two.
 */
export function quotes({ signs, outer, inner }: Style): Rule {
  return (text) => {
    const tokens = tokensOf(text, signs);
    const pairs = pairsOf(tokens);
    const paired = new Set(pairs.flatMap(([open, close]) => [open, close]));
    const edits = pairs.flatMap(([open, close, depth]) => {
      if (depth > 0 && isPair(open, close)) return [];
      const [opens, closes] = depth === 0 ? outer : inner;
      return [...edit(open, opens), ...edit(close, closes)];
    });
    const lone = tokens.filter((token) => token.sign === '"' && !paired.has(token));
    const ends = lone.flatMap((token) => {
      if (token.at === 0 && token.leaning === 'open') return edit(token, outer[0]);
      // After a figure it may be inches.
      const isLast = token.at === text.length - 1 && !/\d"$/.test(text);
      return isLast && token.leaning === 'close' ? edit(token, outer[1]) : [];
    });
    return [...edits, ...ends].sort((a, b) => a.at - b.at);
  };
}

function tokensOf(text: string, signs: RegExp): Token[] {
  let previous: Token | undefined;
  return [...text.matchAll(signs)].map(({ 0: sign, index: at }) => {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + sign.length, at + sign.length + 2);
    const mayOpen = beforeOpening.test(before);
    const mayClose = afterClosing.test(after.charAt(0));
    const leaning: Token['leaning'] = mayOpen === mayClose ? undefined : mayOpen ? 'open' : 'close';
    const token: Token = { at, sign, leaning, before, after, previous };
    previous = token;
    return token;
  });
}

function pairsOf(tokens: readonly Token[]): Quotation[] {
  const pairs: Quotation[] = [];
  const opened: Token[] = [];
  tokens.forEach((token, index) => {
    const direction = directionOf(token, opened, () => tokens.slice(index + 1));
    if (direction === 'open') opened.push(token);
    if (direction !== 'close') return;
    // A single mark that nothing has closed was an apostrophe.
    while (token.sign !== "'" && opened.at(-1)?.sign === "'") opened.pop();
    const open = opened.pop();
    if (open) pairs.push([open, token, opened.length]);
  });
  return pairs;
}

/** Undefined where no sense is found: the mark is then left alone. */
function directionOf(
  token: Token,
  opened: readonly Token[],
  tokensLeft: () => readonly Token[],
): Direction | undefined {
  const { sign, leaning } = token;
  const isOpen = opened.length > 0;
  if (sign === "'") {
    const maySo = leaning === 'open' || opened.at(-1)?.sign === "'";
    return maySo ? leaning : undefined;
  }
  if (!isOpen) {
    if (leaning === 'close' || (closing.test(sign) && leaning !== 'open')) return undefined;
    return 'open';
  }
  if (leaning === 'close' || closing.test(sign)) return 'close';
  if (leaning === 'open') return 'open';
  return opening.test(sign) && !isTurned(token, opened, tokensLeft()) ? 'open' : 'close';
}

/**
 * Whether an opening mark between two spaces closes: `« mot « suivi`. Where the spaces do not say so, not
 * before a capital, which may begin a title, and only if it ends what the very mark before it has
 * opened and no other can.
 */
function isTurned(
  { sign, before, after, previous }: Token,
  opened: readonly Token[],
  tokensLeft: readonly Token[],
): boolean {
  const isHeldBefore = heldBefore.test(before);
  if (isHeldBefore !== heldAfter.test(after)) return isHeldBefore;
  const open = opened.at(-1);
  if (!open || !opening.test(open.sign)) return tokensLeft.length === 0;
  const [kind] = kinds.filter((signs) => signs.test(sign));
  if (!kind?.test(open.sign)) return false;
  const isClosable = tokensLeft.some(
    (token) => kind.test(token.sign) && (token.leaning === 'close' || closing.test(token.sign)),
  );
  // „ Oui “ is not opened by what looks as it does.
  return !isClosable && (open.sign !== sign || (open === previous && !/^.\p{Lu}/u.test(after)));
}

function isPair(open: Token, close: Token): boolean {
  return ['«»', '“”', '‘’'].includes(open.sign + close.sign);
}

function edit({ at, sign }: Token, now: string): Edit[] {
  return sign === now ? [] : [{ rule: 'quotes', at, was: sign, now }];
}
