import * as v from 'valibot';
import type { Language } from '../language.ts';
import type { Author, Section, Site, Tag } from '../model.ts';
import { parseUrl } from '../url.ts';
import { language, localized, localizedSlug, slug } from './primitives.ts';

export const siteFormat = 'liseuse/site/1';

const section: v.GenericSchema<unknown, Section> = v.object({
  id: slug,
  slug: localizedSlug,
  name: localized,
  description: v.optional(localized),
  sections: v.optional(v.array(v.lazy(() => section))),
});

const tag: v.GenericSchema<unknown, Tag> = v.object({
  id: slug,
  slug: localizedSlug,
  name: localized,
});

const origin = v.pipe(
  v.string(),
  v.check(isWebOrigin, 'expected an http or https origin such as "https://news.example"'),
);

const timeZone = v.pipe(
  v.string(),
  v.check(isTimeZone, 'expected the name of a time zone such as "Europe/Paris"'),
);

/** Typography knows the variety by its region. */
const localeOf = (language: Language) =>
  v.pipe(
    v.string(),
    v.regex(
      new RegExp(`^${language}-[A-Z]{2}$`),
      `expected "${language}" with a region, such as "${language}-CA"`,
    ),
  );

const author: v.GenericSchema<unknown, Author> = v.object({ id: slug, name: localized });

export const site: v.GenericSchema<unknown, Site> = v.object({
  format: v.literal(siteFormat),
  name: localized,
  description: localized,
  defaultLanguage: language,
  origin: v.optional(origin),
  timeZone: v.optional(timeZone, 'UTC'),
  locales: v.optional(v.object({ fr: v.optional(localeOf('fr')), en: v.optional(localeOf('en')) })),
  lead: v.optional(slug),
  sections: v.pipe(v.array(section), v.minLength(1, 'expected at least one section')),
  tags: v.array(tag),
  authors: v.array(author),
});

/** Written as browsers write it: no path, no slash at the end, no port that goes without saying. */
function isWebOrigin(value: string): boolean {
  return /^https?:/.test(value) && parseUrl(value)?.origin === value;
}

function isTimeZone(name: string): boolean {
  // Newer engines also take an offset, “+01:00”, which knows no summer and which older ones refuse.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // A RangeError is how Intl says that it has no such zone.
    return false;
  }
}
