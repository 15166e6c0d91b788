/** The messages of all languages side by side, for a terminal. */
import { languages } from '../content/language.ts';
import { argumentsOf, type Catalogue } from './message-catalogue.ts';
import type { MessageFault } from './message-faults.ts';

const gap = '  ';
/** A column of words narrower than this reads badly, however narrow the terminal. */
const fewestLetters = 24;

export interface TableOptions {
  /** Only messages whose key holds this. */
  only?: string;
  /** Of the terminal, in letters. */
  width: number;
}

/**
 * A row for each message: key, its text in each language, its arguments; below it what is wrong with
 * it, marked with `!`. Texts are broken at spaces to keep the columns within the width.
 */
export function messageTable(
  catalogue: Catalogue,
  faults: readonly MessageFault[],
  { only = '', width }: TableOptions,
): string {
  const keys = [...new Set(languages.flatMap((language) => Object.keys(catalogue[language])))];
  const rows = keys
    .filter((key) => key.includes(only))
    .map((key) => ({
      cells: [
        key,
        ...languages.map((each) => catalogue[each][key] ?? '–'),
        argumentList(key, catalogue),
      ],
      faults: faults.filter((fault) => fault.key === key),
    }));
  const head = ['key', ...languages, 'arguments'];
  const widths = columnWidths([head, ...rows.map(({ cells }) => cells)], width);
  const rule = widths.map((each) => '─'.repeat(each)).join(gap);
  return [
    ...lines(head, widths),
    rule,
    ...rows.flatMap(({ cells, faults }) => [
      ...lines(cells, widths),
      ...faults.map(({ language, reason }) => `! ${language}: ${reason}`),
    ]),
  ].join('\n');
}

/** By the first language that has the message in valid ICU: that others differ is a fault. */
function argumentList(key: string, catalogue: Catalogue): string {
  for (const language of languages) {
    try {
      const found = [...argumentsOf(catalogue[language][key] ?? '')];
      if (found.length > 0) return found.map(([name, kind]) => `${name}: ${kind}`).join(', ');
    } catch {
      // The fault below the row says so.
    }
  }
  return '';
}

/** Keys and arguments whole; the languages share what is left, none wider than it needs. */
function columnWidths(rows: readonly string[][], width: number): number[] {
  const longest = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const outer = (longest[0] ?? 0) + (longest.at(-1) ?? 0) + gap.length * (longest.length - 1);
  const share = Math.max(fewestLetters, Math.floor((width - outer) / languages.length));
  return longest.map((each, column) => {
    const isText = column > 0 && column < longest.length - 1;
    return isText ? Math.min(each, share) : each;
  });
}

/** A row, in as many lines as its longest text takes. */
function lines(cells: readonly string[], widths: readonly number[]): string[] {
  const broken = cells.map((cell, column) => brokenAtSpaces(cell, widths[column] ?? 0));
  const height = Math.max(...broken.map((parts) => parts.length));
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((parts, column) => (parts[line] ?? '').padEnd(widths[column] ?? 0))
      .join(gap)
      .trimEnd(),
  );
}

/** Only at the spaces of a keyboard: a line that ends at a no-break space would hide it. */
function brokenAtSpaces(text: string, width: number): string[] {
  const parts = [''];
  for (const word of text.split(' ')) {
    const line = parts.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= width || line === '') parts[parts.length - 1] = longer;
    else parts.push(word);
  }
  return parts;
}
