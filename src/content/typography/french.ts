/**
 * What is repaired in French. Sources: the Lexique of the Imprimerie nationale for France, the OQLF’s
 * table of spacing for Canada, which has no space before `; ! ?` in text that is not set by a printer.
 */
import { dashes, doubledSpaces, droppedAnd, ellipsis } from './any-language.ts';
import { anySpace, mask, replacing, type Rule } from './edits.ts';
import { quotes } from './quotes.ts';

const thin = '\u202f';
const noBreak = '\u00a0';

const elided = "(?<![\\p{L}'‘’])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)";

/** Between letters; after an elision before figures and quotation marks too. */
const apostrophes = replacing(
  'apostrophe',
  new RegExp(
    `(?<=\\p{L})['‘´\`](?=[\\p{L}${mask}])|(?<=${elided})['‘´\`](?=${anySpace}*["“„«»\\d]|${anySpace}+\\p{L})|${droppedAnd}`,
    'giu',
  ),
  '’',
);

/** No space parts an elision from its word, or from the quotation that begins with it. */
const elisionSpaces = replacing(
  'elision-space',
  new RegExp(`(?<=${elided}’)${anySpace}+(?=[\\p{L}«${mask}]|["“„»][\\p{L}${mask}])`, 'giu'),
  '',
);

const frenchQuotes = quotes({
  signs: /''|<<|>>|["“”„‟«»']/g,
  outer: ['«', '»'],
  inner: ['“', '”'],
});

/** What stands before a word cannot close: it is left for someone to look at. */
const guillemetSpaces = (space: string) =>
  replacing(
    'guillemet-space',
    new RegExp(`«(?=[^\\s»])|(?<=[^\\s«])»(?![\\p{L}\\p{N}${mask}])`, 'gu'),
    (sign) => (sign === '«' ? sign + space : space + sign),
  );

/** What a sign may close: never an opening bracket, nor the sign before it, as in `?!`. */
const closable = `(?<=[\\p{L}\\p{N}…»”’)\\]%‰€$£°*${mask}])`;
const afterSign = `(?=[!?]*(?:[\\s»”"’)\\],;:.…${mask}]|$))`;

const highSignSpaces = replacing(
  'sign-space',
  new RegExp(`${closable}(?<!\\bYahoo)[;!?]${afterSign}`, 'gu'),
  (sign) => thin + sign,
);

const noHighSignSpaces = replacing(
  'sign-space',
  new RegExp(`(?<=[^\\s([«])${anySpace}+(?=[;!?])`, 'g'),
  '',
);

/** Not in 14:30, 16:9 or a::b: a colon of text is followed by space, or by a quotation. */
const colonSpaces = replacing(
  'sign-space',
  new RegExp(`${closable}:(?=[\\s«“"]|$)`, 'gu'),
  (sign) => noBreak + sign,
);

/** 10%, 5€, 20°C; not 100%25, nor $10. */
const symbolSpaces = replacing(
  'symbol-space',
  /(?<=\d)(?:[%‰€$£](?![\w%‰€$£])|°(?=[CF]\b))/g,
  (symbol) => noBreak + symbol,
);

const numberSpaces = replacing('symbol-space', /(?<=\b[nN])°(?=\d)/g, '°' + noBreak);

/**
 * A hyphen that opens a paragraph may be that of a list. It is that of a speech if another speech follows a
 * sentence: `- Bonjour. — Salut.`, whose second dash was a hyphen too. What follows a quotation is who said
 * it: that is no sentence.
 */
const speechDashes = replacing(
  'dash',
  new RegExp(
    `(?<=^${anySpace}*|\\n|«${anySpace}*)-{1,3}(?=${anySpace}+[^\\s-].*?(?:\\p{Ll}{2}\\.|[!?…])${anySpace}+—${anySpace}+[«\\p{Lu}].*[.!?…»]${anySpace}*(?:\\n|$))`,
    'gu',
  ),
  '—',
);

/** Each relies on those before it: a mark is turned before it is given its space. */
const first = [doubledSpaces, ellipsis, apostrophes, elisionSpaces, frenchQuotes];
const last = [colonSpaces, symbolSpaces, numberSpaces, dashes('—'), speechDashes];

export const french: readonly Rule[] = [...first, guillemetSpaces(thin), highSignSpaces, ...last];

export const canadianFrench: readonly Rule[] = [
  ...first,
  guillemetSpaces(noBreak),
  noHighSignSpaces,
  ...last,
];
