import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from '../../../src/edition/shorten.ts';

test.each([
  ['A text that fits.', 'A text that fits.'],
  ['One sentence, long enough. Then another.', 'One sentence, long enough.'],
  ['One. Then a sentence that goes on too long.', 'One. Then a sentence that goes…'],
  ['Ends inside an extraordinary word', 'Ends inside an extraordinary…'],
  ['Stops before small words of the sea', 'Stops before small words…'],
  ['A clause or two, longer, and then some', 'A clause or two, longer…'],
  ['Le récit de la bataille, ou de ce qui suivit', 'Le récit de la bataille…'],
  ['L’écartement des rails\u00a0: 1\u202f435\u00a0mm', 'L’écartement des rails…'],
  ['Anticonstitutionnellementconstitutionnel', 'Anticonstitutionnellementconst…'],
])('%s', (text, expected) => {
  expect(shorten(text, 30)).toBe(expected);
});

test('is the beginning of the text, ends with a word, and is never longer than it may be', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,12}[.,;!?]?$/), { minLength: 1 });
  fc.assert(
    fc.property(words, fc.integer({ min: 15, max: 60 }), (all, limit) => {
      const text = all.join(' ');
      const short = shorten(text, limit);
      const start = short.replace(/…$/, '');
      expect(text.startsWith(start)).toBe(true);
      expect(short.length).toBeLessThanOrEqual(limit + 1);
      expect(start).not.toBe('');
      expect(text.slice(start.length)).toMatch(/^(?:[.,;!?]* |$)/);
      if (text.length <= limit) expect(short).toBe(text);
    }),
  );
});
