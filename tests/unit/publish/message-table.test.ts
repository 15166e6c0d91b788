import { expect, test } from 'vitest';
import { messageTable } from '../../../src/publish/message-table.ts';

const catalogue = {
  fr: {
    'a.count': '{n, plural, one {# mot} other {# mots}}',
    'a.long': 'un deux trois quatre cinq',
    'b.x': 'x',
  },
  en: {
    'a.count': '{n, plural, one {# word} other {# words}}',
    'a.long': 'one two three four five',
  },
};
const faults = [{ key: 'b.x', language: 'en', reason: 'missing' }] as const;

test('both languages stand side by side, with the arguments, and each fault below its row', () => {
  const table = messageTable(catalogue, faults, { width: 200 });
  expect(table.split('\n')).toEqual([
    'key      fr                                       en                                         arguments',
    '───────  ───────────────────────────────────────  ─────────────────────────────────────────  ─────────',
    'a.count  {n, plural, one {# mot} other {# mots}}  {n, plural, one {# word} other {# words}}  n: number',
    'a.long   un deux trois quatre cinq                one two three four five',
    'b.x      x                                        –',
    '! en: missing',
  ]);
});

test('in a narrow terminal texts go on below', () => {
  const table = messageTable(catalogue, [], { width: 40, only: 'a.' });
  expect(table.split('\n')).toEqual([
    'key      fr                        en                        arguments',
    '───────  ────────────────────────  ────────────────────────  ─────────',
    'a.count  {n, plural, one {# mot}   {n, plural, one {# word}  n: number',
    '         other {# mots}}           other {# words}}',
    'a.long   un deux trois quatre      one two three four five',
    '         cinq',
  ]);
});

test('no line ends at a no-break space, and a text that cannot be read has no arguments', () => {
  const words = 'un\u00a0mot\u00a0trop\u00a0long\u00a0pour\u00a0la\u00a0colonne';
  const table = messageTable({ fr: { 'a.b': words }, en: { 'a.b': '{n' } }, [], { width: 20 });
  expect(table.split('\n').at(-1)).toBe(`a.b  ${words.padEnd(24)}  {n`);
});
