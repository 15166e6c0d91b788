import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommentText } from '../../../src/comments/text.ts';

/** The links of a text, as [text, href]. */
function links(text: string): string[][] {
  return parseCommentText(text)
    .flat()
    .flatMap((part) => (typeof part === 'string' ? [] : [[part.text, part.href]]));
}

test('blank lines part paragraphs, line breaks stay', () => {
  expect(parseCommentText('Un.\nDeux.\r\n \t\r\n\n\nTrois. ')).toEqual([
    ['Un.\nDeux.'],
    ['Trois.'],
  ]);
  expect(parseCommentText(' \n\n\t\n ')).toEqual([]);
  expect(parseCommentText('')).toEqual([]);
});

test('addresses become links, the text around them stays', () => {
  expect(parseCommentText('Voir https://example.org/a?b=1#c et HTTP://EXAMPLE.org/.')).toEqual([
    [
      'Voir ',
      { href: 'https://example.org/a?b=1#c', text: 'https://example.org/a?b=1#c' },
      ' et ',
      { href: 'http://example.org/', text: 'HTTP://EXAMPLE.org/' },
      '.',
    ],
  ]);
});

test.each([
  ['https://example.org/a, puis', 'https://example.org/a'],
  ['(https://example.org/a).', 'https://example.org/a'],
  [
    'https://fr.wikipedia.org/wiki/Mars_(planète) !',
    'https://fr.wikipedia.org/wiki/Mars_(planète)',
  ],
  ['(voir https://example.org/b_(c))', 'https://example.org/b_(c)'],
  ['«https://example.org/a»', 'https://example.org/a'],
  ['“https://example.org/a”', 'https://example.org/a'],
  ['<https://example.org/a>', 'https://example.org/a'],
  ['https://example.org/a\u202egro.live', 'https://example.org/a'],
  ['https://example.org/a…', 'https://example.org/a'],
  ['https://example.org/a/', 'https://example.org/a/'],
])('where an address ends: %s', (text, expected) => {
  expect(links(text).map(([shown]) => shown)).toEqual([expected]);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<b>x</b>',
  'ftp://example.org/',
  'mailto:ana@example.org',
  'www.example.org',
  'https://',
  'https://)',
  'https://%',
  'http:/example.org',
  'xhttps://example.org/',
  'https://bank.example@evil.example/',
  'https://user:secret@example.org/',
  '<a href="x">x</a><script>alert(1)</script>',
])('stays text: %s', (text) => {
  expect(parseCommentText(text)).toEqual([[text]]);
});

test('loses nothing, and links only to http and https', () => {
  const piece = fc.constantFrom(
    ...[
      'https://',
      'http://',
      'example.org',
      '/a',
      '(',
      ')',
      '.',
      ' ',
      '\n',
      '@',
      '«',
      'é',
      ':',
      '😀',
    ],
    ...['javascript:', '<b>', '"', '\u202e', '[', ']'],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      const paragraphs = parseCommentText(text);
      const shown = paragraphs
        .flat()
        .map((part) => (typeof part === 'string' ? part : part.text))
        .join('');
      expect(shown.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      for (const [, href] of links(text)) {
        expect(['http:', 'https:']).toContain(new URL(href!).protocol);
      }
      for (const parts of paragraphs) {
        expect(parts).not.toHaveLength(0);
        expect(parts).not.toContain('');
      }
    }),
  );
});

test('a long row of closing brackets takes no long time', () => {
  const brackets = ')'.repeat(200_000);
  expect(links(`https://example.org/${brackets}`)).toEqual([
    ['https://example.org/', 'https://example.org/'],
  ]);
});
