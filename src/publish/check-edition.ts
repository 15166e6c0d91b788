/** What no single file can tell: whether the files of an edition fit together. */
import path from 'node:path';
import { eachBlock, inlineRuns, picturesOfBlocks } from '../content/blocks.ts';
import { languages } from '../content/language.ts';
import type { Article, Image, Inline, Localized, Version } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import { isAbsolute } from '../content/url.ts';
import type { Edition, EditionFile } from './edition.ts';

/**
 * Returns a line for each fault; none for a sound edition.
 * @param unreadable ids of articles that are there but faulty: naming one is no fault of its own
 */
export function checkEdition(edition: Edition, unreadable: readonly string[] = []): string[] {
  const known = knownIds(edition, unreadable);
  return [
    ...checkFileNames(edition, known),
    ...checkAddresses(edition.articles),
    ...checkSite(edition, known),
    ...edition.articles.flatMap((file) => [...checkArticle(file, known)]),
  ];
}

/** What an article may name. */
interface KnownIds {
  articles: Set<string>;
  sections: Set<string>;
  tags: Set<string>;
  authors: Set<string>;
  images: Set<string>;
}

function knownIds({ site, articles, images }: Edition, unreadable: readonly string[]): KnownIds {
  const idsOf = (items: Iterable<{ id: string }>) => new Set([...items].map(({ id }) => id));
  return {
    articles: new Set([...articles.map(({ value }) => value.id), ...unreadable]),
    sections: idsOf(eachSection(site.sections)),
    tags: idsOf(site.tags),
    authors: idsOf(site.authors),
    images,
  };
}

function* checkFileNames({ articles, comments }: Edition, known: KnownIds): Generator<string> {
  for (const { file, value } of articles) {
    const name = path.posix.basename(file, '.json');
    if (name !== value.id) yield `${file}: id: expected the name of the file, "${name}"`;
  }
  for (const { file } of comments) {
    const name = path.posix.basename(file, '.json');
    if (!known.articles.has(name))
      yield `${file}: expected the name of the file to be the id of an article`;
  }
}

/**
 * Ids and slugs of all languages share one set of addresses, so that a slug of the other language
 * or an id always leads somewhere. Only the versions of one article may share theirs.
 */
function* checkAddresses(articles: EditionFile<Article>[]): Generator<string> {
  const owners = new Map<string, { file: string; id: string; path: string }>();
  for (const { file, value } of articles) {
    for (const { address, path } of addressesOf(value)) {
      const owner = owners.get(address);
      if (!owner) owners.set(address, { file, id: value.id, path });
      else if (owner.file !== file) {
        yield `${file}: ${path}: "${address}" is already taken by ${owner.file}: ${owner.path}`;
      }
    }
  }
}

function addressesOf(article: Article): { address: string; path: string }[] {
  const slugs = languages.flatMap((language) => {
    const version = article.versions[language];
    return version ? [{ address: version.slug, path: `versions.${language}.slug` }] : [];
  });
  return [{ address: article.id, path: 'id' }, ...slugs];
}

function* checkSite({ site }: Edition, known: KnownIds): Generator<string> {
  yield* repeated('sections', [...eachSection(site.sections)]);
  yield* repeated('tags', site.tags);
  yield* repeated('authors', site.authors);
  if (site.lead !== undefined && !known.articles.has(site.lead)) {
    yield `site.json: lead: there is no article "${site.lead}"`;
  }
}

/**
 * Ids and slugs of all languages share one set of names here too: an address in the wrong language
 * is still understood, so it must mean one thing. One item may use a name for several of its own.
 */
function* repeated(
  list: string,
  items: readonly { id: string; slug?: Localized }[],
): Generator<string> {
  const seen = new Set<string>();
  for (const { id, slug } of items) {
    const names = new Set([id, ...languages.flatMap((language) => slug?.[language] ?? [])]);
    for (const name of names) {
      if (seen.has(name)) yield `site.json: ${list}: "${name}" is used more than once`;
      seen.add(name);
    }
  }
}

function* checkArticle({ file, value }: EditionFile<Article>, known: KnownIds): Generator<string> {
  if (!known.sections.has(value.section)) {
    yield `${file}: section: site.json has no section "${value.section}"`;
  }
  for (const [index, tag] of value.tags.entries()) {
    if (!known.tags.has(tag)) yield `${file}: tags[${index}]: site.json has no tag "${tag}"`;
  }
  for (const [index, id] of (value.related ?? []).entries()) {
    if (!known.articles.has(id)) yield `${file}: related[${index}]: there is no article "${id}"`;
  }
  yield* checkImage(`${file}: image`, value.image, known);
  for (const language of languages) {
    const version = value.versions[language];
    if (!version) continue;
    const where = `${file}: versions.${language}`;
    for (const [index, author] of version.authors.entries()) {
      if (!known.authors.has(author)) {
        yield `${where}.authors[${index}]: site.json has no author "${author}"`;
      }
    }
    for (const { image } of picturesOfBlocks(version.body)) {
      yield* checkImage(`${where}.body`, image, known);
    }
    yield* checkMarks(where, version, known);
  }
}

/** Pictures stand in the edition’s own folder: the app asks no other host for anything. */
function* checkImage(where: string, image: Image | undefined, known: KnownIds): Generator<string> {
  if (!image) return;
  for (const { src } of [image, ...(image.variants ?? [])]) {
    if (!known.images.has(src)) yield `${where}: there is no picture "${src}" in the edition`;
  }
}

/** Footnotes and links to other articles must lead somewhere. */
function* checkMarks(where: string, version: Version, known: KnownIds): Generator<string> {
  const notes = new Set<string>();
  for (const block of eachBlock(version.body)) {
    if (block.type === 'footnotes') for (const { id } of block.notes) notes.add(id);
  }
  for (const block of eachBlock(version.body)) {
    for (const mark of inlineRuns(block).flatMap((run) => [...eachMark(run)])) {
      if ('footnote' in mark && !notes.has(mark.footnote)) {
        yield `${where}: block "${block.id}": there is no footnote "${mark.footnote}"`;
      }
      if ('link' in mark && !isAbsolute(mark.href)) {
        const id = /^article\/([^#?]+)/.exec(mark.href)?.[1];
        if (id !== undefined && !known.articles.has(id)) {
          yield `${where}: block "${block.id}": there is no article "${id}"`;
        }
      }
    }
  }
}

function* eachMark(run: readonly Inline[]): Generator<Exclude<Inline, string>> {
  for (const inline of run) {
    if (typeof inline === 'string') continue;
    yield inline;
    for (const value of Object.values(inline) as unknown[]) {
      if (Array.isArray(value)) yield* eachMark(value as Inline[]);
    }
  }
}
