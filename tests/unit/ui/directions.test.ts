/** Styles say start and end, never left and right: a page may run the other way. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const sides = [
  /\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /^\s*(?:left|right)\s*:/,
  /\b(?:text-align|float|clear)\s*:\s*(?:left|right)\b/,
  /\bto (?:left|right)\b/,
  /\btransform-origin\s*:\s*(?:0|left|right)\b/,
  /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
];

/** Four values that differ from side to side: `padding: 1px 2px 1px 4px`. */
const value = String.raw`((?:[^\s();]|\((?:[^()]|\([^()]*\))*\))+)`;
const fourValues = new RegExp(
  String.raw`\b(?:margin|padding|inset|border-width)\s*:\s*${value} ${value} ${value} ${value};`,
);

/** The lines of a style sheet, or of the one in a component, that name a side. */
function sidesIn(source: string): string[] {
  const css = /<style[^>]*>([^]*)<\/style>/.exec(source)?.[1] ?? source;
  return css.split('\n').filter((line) => {
    const [, , end, , start] = fourValues.exec(line) ?? [];
    return end !== start || sides.some((pattern) => pattern.test(line));
  });
}

test.each([
  'margin-left: 1px;',
  'border-right: 1px solid;',
  '  left: 0;',
  'text-align: right;',
  'background: linear-gradient(to left, red, blue);',
  'transform-origin: 0 0;',
  'border-top-left-radius: 2px;',
  'padding: 1px 2px 1px 4px;',
])('%s names a side', (line) => {
  expect(sidesIn(`<style>\n${line}\n</style>`)).toEqual([line]);
});

test.each([
  'margin-inline-start: 1px;',
  'inset: 0 4px 1px 4px;',
  'margin: 0 calc(-1 * var(--margin));',
  'padding: 1px 2px 3px;',
  'border-radius: 16px 16px 0 0;',
  'transform-origin: var(--start) 0;',
])('%s does not', (line) => {
  expect(sidesIn(line)).toEqual([]);
});

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(?:svelte|css)$/.test(file),
);

describe('in', () => {
  test.each(files)('%s', (file) => {
    // A wide table has the same shadow at both sides.
    const lines = sidesIn(readFileSync(join('src', file), 'utf8')).filter(
      (line) => !(file.endsWith('Table.svelte') && line.includes('linear-gradient')),
    );
    expect(lines).toEqual([]);
  });
});
