import * as v from 'valibot';
import type {
  Address,
  Author,
  Comment,
  FrontPage,
  ListPage,
  Section,
  Site,
  Summary,
  Tag,
} from '../model.ts';
import { parseUrl } from '../url.ts';
import { image } from './blocks.ts';
import { date, language, localized, localizedSlug, slug, text } from './primitives.ts';

export const siteFormat = 'liseuse/site/1';
export const commentsFormat = 'liseuse/comments/1';

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

const author: v.GenericSchema<unknown, Author> = v.object({ id: slug, name: localized });

export const site: v.GenericSchema<unknown, Site> = v.object({
  format: v.literal(siteFormat),
  name: localized,
  description: localized,
  defaultLanguage: language,
  origin: v.optional(origin),
  timeZone: v.optional(timeZone, 'UTC'),
  lead: v.optional(slug),
  sections: v.pipe(v.array(section), v.minLength(1, 'expected at least one section')),
  tags: v.array(tag),
  authors: v.array(author),
});

const versionSummary = v.object({
  slug,
  kicker: v.optional(text),
  headline: text,
  standfirst: text,
  authors: v.optional(v.array(slug)),
  imageAlt: v.optional(v.string()),
  wordCount: v.number(),
});

const summary: v.GenericSchema<unknown, Summary> = v.object({
  id: slug,
  hash: text,
  section: slug,
  tags: v.array(slug),
  datePublished: date,
  dateModified: v.optional(date),
  originalLanguage: language,
  image: v.optional(image),
  versions: v.object({ fr: v.optional(versionSummary), en: v.optional(versionSummary) }),
  comments: v.optional(v.object({ count: v.number(), hash: text })),
});

export const frontPage: v.GenericSchema<unknown, FrontPage> = v.object({
  lead: v.optional(summary),
  sections: v.array(v.object({ id: slug, articles: v.array(summary) })),
});

export const listPage: v.GenericSchema<unknown, ListPage> = v.object({
  articles: v.array(summary),
  next: v.optional(text),
});

export const address: v.GenericSchema<unknown, Address> = v.object({
  article: summary,
  related: v.array(summary),
});

const comment: v.GenericSchema<unknown, Comment> = v.object({
  id: slug,
  parent: v.optional(slug),
  author: text,
  date,
  language,
  text,
});

/** The comments of one article. A reply must name a comment of the same file. */
export const comments = v.object({
  format: v.literal(commentsFormat),
  comments: v.pipe(
    v.array(comment),
    v.check(
      (list) => new Set(list.map(({ id }) => id)).size === list.length,
      'expected every comment to have an id of its own',
    ),
    v.check((list) => {
      const ids = new Set(list.map(({ id }) => id));
      return list.every(({ parent }) => parent === undefined || ids.has(parent));
    }, 'expected every parent to be a comment of this file'),
  ),
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
