import * as v from 'valibot';
import { eachBlock } from '../blocks.ts';
import { inEachLanguage, languages } from '../language.ts';
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
  dateModified: v.optional(date),
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
      ({ datePublished, dateModified }) => isNotBefore(datePublished, dateModified),
      'expected a date that is not before datePublished',
    ),
    ['dateModified'],
  ),
  v.forward(
    v.check(
      ({ datePublished, versions }) =>
        languages.every((each) => isNotBefore(datePublished, versions[each]?.dateModified)),
      'expected a dateModified that is not before datePublished in each version',
    ),
    ['versions'],
  ),
) satisfies v.GenericSchema<unknown, Article>;

function isNotBefore(published: string, modified: string | undefined): boolean {
  return modified === undefined || Date.parse(modified) >= Date.parse(published);
}

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
