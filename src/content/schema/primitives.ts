import * as v from 'valibot';
import { inEachLanguage, languages } from '../language.ts';
import { isSafeHref, isSafeImageSource } from '../url.ts';

/** Ids and slugs: they become addresses and file names. */
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected lower-case letters, digits and single hyphens'),
  v.maxLength(120, 'expected at most 120 characters'),
);

export const text = v.pipe(v.string(), v.regex(/\S/, 'expected some text'));

export const language = v.picklist(languages);

/** A BCP 47 tag, as far as its shape goes: `la`, `grc`, `zh-Hant`. */
export const languageTag = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/, 'expected a language tag such as "la"'),
);

export const localized = v.object(inEachLanguage(() => text));

export const localizedSlug = v.object(inEachLanguage(() => slug));

/** One string for all languages, or a string for each. */
export const credit = v.union([
  v.pipe(
    text,
    v.transform((all) => inEachLanguage(() => all)),
  ),
  v.pipe(
    v.object(inEachLanguage(() => v.optional(text))),
    v.check(
      (credits) => Object.values(credits).some((each) => each !== undefined),
      'expected a credit in a language at least',
    ),
  ),
]);

export const href = v.pipe(
  v.string(),
  v.check(isSafeHref, 'expected an http, https, mailto or relative address'),
);

export const webAddress = v.pipe(
  v.string(),
  v.check(
    (value) => isSafeHref(value) && /^https?:/i.test(value),
    'expected an http or https address',
  ),
);

export const imageSource = v.pipe(
  v.string(),
  v.check(isSafeImageSource, 'expected an http, https or relative address of a picture'),
);

const rfc3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/;

export const date = v.pipe(
  v.string(),
  v.regex(rfc3339, 'expected a date and time such as 2026-11-04T15:20:00Z'),
  v.check(existsInCalendar, 'expected a day that exists'),
);

/** `Date` turns 30 February into 2 March: a day exists when it survives the round trip. */
function existsInCalendar(value: string): boolean {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return (
    !Number.isNaN(Date.parse(value)) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(value.slice(0, 10))
  );
}

export const pixels = v.pipe(
  v.number(),
  v.integer('expected a whole number of pixels'),
  v.minValue(1, 'expected at least 1 pixel'),
  v.maxValue(20_000, 'expected at most 20,000 pixels'),
);
