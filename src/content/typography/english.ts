/**
 * What is repaired in English. Source: the Chicago Manual of Style, but for a lone hyphen between
 * spaces: it becomes an en dash that keeps them, as British papers set it, because who wrote spaces
 * wants spaces.
 */
import { dashes, doubledSpaces, droppedAnd, ellipsis } from './any-language.ts';
import { anySpace, mask, replacing, type Rule } from './edits.ts';
import { quotes } from './quotes.ts';

const untilMark = "(?:[^'‘’]|(?<=\\p{L})['’](?=\\p{L}))*";

/**
 * In a word (don’t, 1980’s), before a decade (’90s), and where a first letter is dropped (’tis). Before a
 * year (’68) if what could close a quotation closes one that opens later.
 */
const apostrophes = replacing(
  'apostrophe',
  new RegExp(
    [
      `(?<=[\\p{L}\\p{N}${mask}])['‘´\`](?=\\p{L})|(?<=["”)])['‘](?=s\\b)`,
      "(?<![\\p{L}\\p{N}])['‘](?=\\d0s\\b|(?:tis|twas|twere|em|til)\\b)",
      `(?<![\\p{L}\\p{N}])['‘](?=\\d\\d(?!\\p{N})${untilMark}[\\s([—–-]['‘](?!\\d0s\\b)[\\p{L}\\p{N}])`,
      droppedAnd,
    ].join('|'),
    'giu',
  ),
  '’',
);

const englishQuotes = quotes({
  signs: /''|["“”„‟]/g,
  outer: ['“', '”'],
  inner: ['‘', '’'],
});

const begins = '(?<=^|[\\s([{—–“-])';
const ends = '(?=$|[\\s.,;:!?…)\\]}—–”-])';
const lettered = `[\\p{L}.,!?…${mask}]`;

/**
 * A single mark opens if another closes what it opens; else it is the apostrophe of a dropped letter.
 * At the end of a word closing mark and apostrophe look alike. After a figure it may be feet: 6'.
 */
const singleQuotes = [
  `${begins}'(?=[\\p{L}\\p{N}…${mask}])(?=(?:[^“”]|“[^“”]*”)*(?:\\p{N}|${lettered})['’]${ends})`,
  `(?<=${lettered})'${ends}|(?<=‘[^‘’“”]*\\p{N})'${ends}|${begins}'(?=[\\p{L}\\p{N}])`,
].map((pattern, index) => replacing('quotes', new RegExp(pattern, 'gu'), index === 0 ? '‘' : '’'));

/** As some write who write French too: “Really ?” */
const noSignSpaces = replacing(
  'sign-space',
  new RegExp(`(?<=[\\p{L}”’)])${anySpace}+(?=[;:!?](?:[\\s”’")]|$))`, 'gu'),
  '',
);

/** Between years, and after `pp.`; elsewhere figures and hyphens may be a score or a number. */
const ranges = replacing(
  'range',
  /(?<=(?<![\d-])(?:1\d|20)\d\d)-(?=(?:1\d|20)\d\d(?![\d-]))|(?<=\bpp\. ?\d{1,4})-(?=\d)/g,
  '–',
);

export const english: readonly Rule[] = [
  doubledSpaces,
  ellipsis,
  apostrophes,
  englishQuotes,
  ...singleQuotes,
  noSignSpaces,
  dashes('–'),
  ranges,
];
