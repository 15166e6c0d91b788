import { describe, expect, test } from 'vitest';
import { isLanguage, otherLanguage, pickVersion } from '../../../src/content/language.ts';

describe('languages', () => {
  test('there are two, each the other of the other', () => {
    expect(['fr', 'en', 'de', 'FR', '', null, undefined, 1].filter(isLanguage)).toEqual([
      'fr',
      'en',
    ]);
    expect([otherLanguage('fr'), otherLanguage('en')]).toEqual(['en', 'fr']);
  });

  test.each([
    [{ fr: 'f', en: 'e' }, 'en', 'fr', 'en'],
    [{ fr: 'f' }, 'en', 'fr', 'fr'],
    [{ fr: 'f' }, 'en', undefined, 'fr'],
    [{ en: 'e' }, 'fr', 'en', 'en'],
  ] as const)('of %j, asked for %s, original %s: %s', (versions, wanted, original, language) => {
    expect(pickVersion<string>(versions, wanted, original)).toEqual({
      language,
      version: language === 'fr' ? 'f' : 'e',
    });
  });

  test('no version at all is none to show', () => {
    expect(pickVersion({}, 'fr', 'en')).toBeUndefined();
  });
});
