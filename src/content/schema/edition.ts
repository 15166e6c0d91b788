import * as v from 'valibot';
import { inEachLanguage } from '../language.ts';
import type { Address, Comment, FrontPage, ListPage, Summary } from '../model.ts';
import { image } from './blocks.ts';
import { date, language, slug, text } from './primitives.ts';

export const commentsFormat = 'liseuse/comments/1';

const versionSummary = v.object({
  slug,
  kicker: v.optional(text),
  headline: text,
  standfirst: text,
  authors: v.optional(v.array(slug)),
  imageAlt: v.optional(v.string()),
  dateModified: v.optional(date),
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
  versions: v.object(inEachLanguage(() => v.optional(versionSummary))),
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
