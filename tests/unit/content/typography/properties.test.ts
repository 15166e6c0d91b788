/** What holds for any text at all, in each language. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { repairRuns, repairText } from '../../../../src/content/typography/repair.ts';
import type { Run } from '../../../../src/content/typography/runs.ts';
import {
  setSpaces,
  setSpacesOfRuns,
  type TypographyLocale,
} from '../../../../src/content/typography/spaces.ts';

// Many runs on a busy machine take their time.
vi.setConfig({ testTimeout: 30_000 });

const locales: TypographyLocale[] = ['fr', 'fr-CA', 'en'];

/** Words, signs and spaces in any order: far likelier to meet a rule than letters at random. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '\u00a0', '\u202f', '\u2009', '  ') },
  { weight: 3, arbitrary: fc.constantFrom(...'?!:;,.…«»‹›“”‘’„"\'`-–—()[]%€$°§*/\\&<>'.split('')) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...['mot', 'l', 'd', 'qu', 'n', 'a', 'M.', 'Mr.', 'Dr', 'J.', 'Dupont', 'É', 'le', 's', 'em'],
      ...['siècle', 'juillet', 'July', 'Louis', 'etc.', 'J.-C.', 'n°', 'art.', 'pp.', 'Yahoo'],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('1', '14', '000', '2026', 'XIV', 'XXᵉ', 'km', 'h', '0s', '1990'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(':-)', 'https://a.fr/?b', 'a@b.fr', 'C:\\a', '14:30', '...', '--'),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);
const prose = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record({ text: prose, isVerbatim: fc.boolean() }, { requiredKeys: ['text'] }),
  { maxLength: 5 },
);

const assert = <T>(input: fc.Arbitrary<T>, claim: (input: T) => void) =>
  fc.assert(fc.property(input, claim), { numRuns: 3_000 });

describe.each(locales)('display, %s', (locale) => {
  test('only spaces change, one unit for one', () => {
    assert(prose, (text) => {
      const set = setSpaces(text, locale);
      expect(set).toHaveLength(text.length);
      for (let at = 0; at < text.length; at += 1) {
        if (set[at] === text[at]) continue;
        expect(' \u00a0\u2009\u202f').toContain(text[at]);
        expect('\u00a0\u202f').toContain(set[at]);
      }
    });
  });

  test('setting twice is setting once', () => {
    assert(prose, (text) => {
      const set = setSpaces(text, locale);
      expect(setSpaces(set, locale)).toBe(set);
    });
  });

  test('runs are set as their whole, the verbatim not at all', () => {
    assert(runs, (given) => {
      const texts = setSpacesOfRuns(given, locale);
      const whole = setSpaces(given.map(({ text }) => text).join(''), locale);
      let at = 0;
      given.forEach(({ text, isVerbatim }, index) => {
        expect(texts[index]).toBe(isVerbatim ? text : whole.slice(at, at + text.length));
        at += text.length;
      });
      expect(texts).toHaveLength(given.length);
    });
  });
});

describe.each(['fr', 'fr-CA'] as const)('lines of French, %s', (locale) => {
  test('none begins with a sign that closes, or ends with one that opens', () => {
    assert(prose, (text) => {
      expect(setSpaces(text, locale)).not.toMatch(/[ \u2009]+[?!:;»›]|[«‹][ \u2009]/);
    });
  });
});

describe.each(locales)('repair, %s', (locale) => {
  test('what was repaired has nothing to repair', () => {
    assert(prose, (text) => {
      const repaired = repairText(text, locale).text;
      const again = repairText(repaired, locale);
      expect(again).toEqual({
        text: repaired,
        repairs: [],
      });
    });
  });

  test('letters and digits are never changed', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    assert(prose, (text) => {
      expect(letters(repairText(text, locale).text)).toBe(letters(text));
    });
  });

  test('verbatim runs come back as they were, the others with their letters', () => {
    const letters = (text = '') => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '');
    assert(runs, (given) => {
      const { texts } = repairRuns(given, locale);
      expect(texts).toHaveLength(given.length);
      given.forEach(({ text, isVerbatim }, index) => {
        expect(letters(texts[index])).toBe(letters(text));
        if (isVerbatim) expect(texts[index]).toBe(text);
      });
    });
  });

  test('every repair says where it stands', () => {
    assert(runs, (given) => {
      for (const { run, at, was, now } of repairRuns(given, locale).repairs) {
        expect(given[run]?.isVerbatim).not.toBe(true);
        expect(at).toBeLessThan(given[run]?.text.length ?? 0);
        expect(was).not.toBe(now);
      }
    });
  });

  test('a display before a repair, or after it, changes nothing that was said', () => {
    assert(prose, (text) => {
      const repaired = repairText(text, locale).text;
      expect(repairText(setSpaces(repaired, locale), locale).repairs).toEqual([]);
    });
  });
});
