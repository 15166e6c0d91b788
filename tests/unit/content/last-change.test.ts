import { describe, expect, test } from 'vitest';
import { lastChange, newerVersion } from '../../../src/content/last-change.ts';

const monday = '2026-11-02T08:00:00Z';
/** The same day, written in a zone that would come before it in the alphabet. */
const laterOnMonday = '2026-11-02T07:30:00-02:00';
const tuesday = '2026-11-03T08:00:00Z';

function article(all: string | undefined, fr?: string, en?: string) {
  const datePublished = '2026-11-01T08:00:00Z';
  return {
    datePublished,
    dateModified: all,
    versions: { fr: { dateModified: fr }, en: { dateModified: en } },
  };
}

describe('lastChange', () => {
  test.each([
    ['never', article(undefined), undefined],
    ['with the whole article', article(monday), monday],
    ['by itself', article(undefined, tuesday), tuesday],
    ['by itself, later than all', article(monday, tuesday), tuesday],
    ['with all, later than by itself', article(tuesday, monday), tuesday],
    ['by itself, later in another zone', article(monday, laterOnMonday), laterOnMonday],
    ['in the other language only', article(undefined, undefined, tuesday), undefined],
  ])('%s', (_when, changed, expected) => {
    expect(lastChange(changed, 'fr')).toBe(expected);
  });
});

describe('newerVersion', () => {
  test.each([
    ['neither was changed', article(undefined), undefined],
    ['both were, together', article(monday), undefined],
    ['both were, apart but at one time', article(monday, tuesday, tuesday), undefined],
    ['this one is', article(monday, tuesday), undefined],
    ['the other is', article(monday, undefined, tuesday), { language: 'en', date: tuesday }],
    [
      'the other is the first to be',
      article(undefined, undefined, monday),
      { language: 'en', date: monday },
    ],
    [
      'the other is, later in another zone',
      article(undefined, monday, laterOnMonday),
      { language: 'en', date: laterOnMonday },
    ],
    ['all were changed after the other was', article(tuesday, undefined, monday), undefined],
  ])('%s', (_which, changed, expected) => {
    expect(newerVersion(changed, 'fr')).toEqual(expected);
  });

  test('is the newest, whichever comes first', () => {
    const { versions, ...dates } = article(undefined, monday, laterOnMonday);
    const three = { ...dates, versions: { ...versions, de: { dateModified: tuesday } } };
    expect(newerVersion(three, 'fr')).toEqual({ language: 'de', date: tuesday });
    expect(newerVersion(three, 'en')).toEqual({ language: 'de', date: tuesday });
  });

  test('says nothing of a version that does not exist', () => {
    const { versions, ...dates } = article(monday, tuesday, tuesday);
    expect(newerVersion({ ...dates, versions: { fr: versions.fr } }, 'fr')).toBeUndefined();
    expect(newerVersion({ ...dates, versions: { en: versions.en } }, 'en')).toBeUndefined();
  });
});
