import * as v from 'valibot';
import { eachBlock } from '../blocks.ts';
import { inEachLanguage } from '../language.ts';
import type { Article, Block, Version } from '../model.ts';
import { blocks, image } from './blocks.ts';
import { date, language, slug, text } from './primitives.ts';

export const articleFormat = 'liseuse/article/1';

const version: v.GenericSchema<unknown, Version> = v.object({
  slug,
  kicker: v.optional(text),
  headline: text,
  standfirst: text,
  authors: v.array(slug),
  imageAlt: v.optional(v.string()),
  imageCaption: v.optional(text),
  body: v.pipe(
    blocks,
    v.minLength(1, 'expected at least one block'),
    v.check(
      (body) => repeatedId(blockIds(body)) === undefined,
      ({ input }) => describeRepeated('block', blockIds(input)),
    ),
    v.check(
      (body) => repeatedId(noteIds(body)) === undefined,
      ({ input }) => describeRepeated('footnote', noteIds(input)),
    ),
  ),
});

export const article = v.pipe(
  v.object({
    format: v.literal(articleFormat),
    id: slug,
    section: slug,
    tags: v.array(slug),
    datePublished: date,
    dateModified: v.optional(date),
    originalLanguage: language,
    image: v.optional(image),
    related: v.optional(v.array(slug)),
    versions: v.object(inEachLanguage(() => v.optional(version))),
  }),
  v.forward(
    v.check(
      ({ versions, originalLanguage }) => versions[originalLanguage] !== undefined,
      (issue) => {
        const { originalLanguage } = issue.input;
        return `expected a version in the original language, "${originalLanguage}"`;
      },
    ),
    ['versions'],
  ),
  v.forward(
    v.check(
      ({ datePublished, dateModified }) =>
        dateModified === undefined || Date.parse(dateModified) >= Date.parse(datePublished),
      'expected a date that is not before datePublished',
    ),
    ['dateModified'],
  ),
) satisfies v.GenericSchema<unknown, Article>;

function blockIds(body: Block[]): string[] {
  return [...eachBlock(body)].map(({ id }) => id);
}

/** Of all lists of footnotes: a mark names a note, not a list. */
function noteIds(body: Block[]): string[] {
  return [...eachBlock(body)].flatMap((block) =>
    block.type === 'footnotes' ? block.notes.map(({ id }) => id) : [],
  );
}

function repeatedId(ids: string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}

function describeRepeated(what: string, ids: string[]): string {
  return `expected every ${what} to have an id of its own, found "${repeatedId(ids)}" twice`;
}
