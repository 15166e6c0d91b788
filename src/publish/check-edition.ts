/** What no single file can tell: whether the files of an edition fit together. */
import path from 'node:path';
import { eachBlock, inlineRuns, picturesOfBlocks } from '../content/blocks.ts';
import { languages } from '../content/language.ts';
import type {
  Article,
  Image,
  Inline,
  Localized,
  Site,
  Summary,
  Version,
} from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import { isAbsolute } from '../content/url.ts';
import type { Edition, EditionArticle } from './edition.ts';

/** A fault of an article, unless there is an article with the id. */
export interface Doubt {
  fault: string;
  unless?: string;
}

/**
 * Returns a line for each fault; none for a sound edition.
 * @param doubts about each article, as `doubtsAbout` has them
 * @param unreadable ids of articles that are there but faulty: naming one is no fault of its own
 */
export function checkEdition(
  edition: Edition,
  doubts: readonly Doubt[],
  unreadable: readonly string[] = [],
): string[] {
  const ids = new Set([...edition.articles.map(({ summary }) => summary.id), ...unreadable]);
  const isFault = ({ unless }: Doubt) => unless === undefined || !ids.has(unless);
  return [
    ...checkFileNames(edition, ids),
    ...checkAddresses(edition.articles),
    ...checkSite(edition, ids),
    ...doubts.filter(isFault).map(({ fault }) => fault),
  ];
}

/** What an article may name, beside other articles. */
export interface KnownNames {
  sections: Set<string>;
  tags: Set<string>;
  authors: Set<string>;
  images: Set<string>;
}

export function knownNames(site: Site, images: Set<string>): KnownNames {
  const idsOf = (items: Iterable<{ id: string }>) => new Set([...items].map(({ id }) => id));
  return {
    sections: idsOf(eachSection(site.sections)),
    tags: idsOf(site.tags),
    authors: idsOf(site.authors),
    images,
  };
}

function* checkFileNames({ articles, comments }: Edition, ids: Set<string>): Generator<string> {
  for (const { file, summary } of articles) {
    const name = nameOf(file);
    if (name !== summary.id) yield `${file}: id: expected the name of the file, "${name}"`;
  }
  for (const { file } of comments) {
    const name = nameOf(file);
    if (!ids.has(name)) yield `${file}: expected the name of the file to be the id of an article`;
  }
}

function nameOf(file: string): string {
  return path.posix.basename(file, '.json');
}

/**
 * Ids and slugs of all languages share one set of addresses, so that a slug of the other language
 * or an id always leads somewhere. Only the versions of one article may share theirs.
 */
function* checkAddresses(articles: readonly EditionArticle[]): Generator<string> {
  const owners = new Map<string, { file: string; path: string }>();
  // Of an article and a copy under another name, the copy has the fault.
  const isNamed = ({ file, summary }: EditionArticle) => nameOf(file) === summary.id;
  const namedFirst = articles.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  for (const { file, summary } of namedFirst) {
    for (const { address, path } of addressesOf(summary)) {
      const owner = owners.get(address);
      if (!owner) owners.set(address, { file, path });
      else if (owner.file !== file) {
        yield `${file}: ${path}: "${address}" is already taken by ${owner.file}: ${owner.path}`;
      }
    }
  }
}

function addressesOf(article: Summary): { address: string; path: string }[] {
  const slugs = languages.flatMap((language) => {
    const version = article.versions[language];
    return version ? [{ address: version.slug, path: `versions.${language}.slug` }] : [];
  });
  return [{ address: article.id, path: 'id' }, ...slugs];
}

function* checkSite({ site }: Edition, ids: Set<string>): Generator<string> {
  yield* repeated('sections', [...eachSection(site.sections)]);
  yield* repeated('tags', site.tags);
  yield* repeated('authors', site.authors);
  if (site.lead !== undefined && !ids.has(site.lead)) {
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

/** All that an article alone can tell, so that its text need not be there when all others are known. */
export function* doubtsAbout(file: string, article: Article, known: KnownNames): Generator<Doubt> {
  if (!known.sections.has(article.section)) {
    yield { fault: `${file}: section: site.json has no section "${article.section}"` };
  }
  for (const [index, tag] of article.tags.entries()) {
    if (known.tags.has(tag)) continue;
    yield { fault: `${file}: tags[${index}]: site.json has no tag "${tag}"` };
  }
  for (const [index, id] of (article.related ?? []).entries()) {
    yield { fault: `${file}: related[${index}]: there is no article "${id}"`, unless: id };
  }
  yield* checkImage(`${file}: image`, article.image, known);
  for (const language of languages) {
    const version = article.versions[language];
    if (!version) continue;
    const where = `${file}: versions.${language}`;
    for (const [index, author] of version.authors.entries()) {
      if (known.authors.has(author)) continue;
      yield { fault: `${where}.authors[${index}]: site.json has no author "${author}"` };
    }
    for (const { image } of picturesOfBlocks(version.body)) {
      yield* checkImage(`${where}.body`, image, known);
    }
    yield* checkMarks(where, version);
  }
}

/** Pictures stand in the edition’s own folder: the app asks no other host for anything. */
function* checkImage(where: string, image: Image | undefined, known: KnownNames): Generator<Doubt> {
  if (!image) return;
  for (const { src } of [image, ...(image.variants ?? [])]) {
    if (known.images.has(src)) continue;
    yield { fault: `${where}: there is no picture "${src}" in the edition` };
  }
}

/** Footnotes and links to other articles must lead somewhere. */
function* checkMarks(where: string, version: Version): Generator<Doubt> {
  const notes = new Set<string>();
  for (const block of eachBlock(version.body)) {
    if (block.type === 'footnotes') for (const { id } of block.notes) notes.add(id);
  }
  for (const block of eachBlock(version.body)) {
    for (const mark of inlineRuns(block).flatMap((run) => [...eachMark(run)])) {
      if ('footnote' in mark && !notes.has(mark.footnote)) {
        yield { fault: `${where}: block "${block.id}": there is no footnote "${mark.footnote}"` };
      }
      if ('link' in mark && !isAbsolute(mark.href)) {
        const id = /^article\/([^#?]+)/.exec(mark.href)?.[1];
        if (id === undefined) continue;
        yield { fault: `${where}: block "${block.id}": there is no article "${id}"`, unless: id };
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
