/**
 * From the folder a newsroom writes to the files a reader downloads. Every file has a bounded
 * size, whatever the size of the edition: lists go by pages, and each address has a file of its
 * own instead of a line in a table of all of them.
 */
import { languages } from '../content/language.ts';
import type { Address, FrontPage, ListPage, Summary } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import type { Edition } from './edition.ts';
import { contentHash } from './hash.ts';
import { relatedArticles } from './related.ts';

/** Articles on a page of a list; the first page holds up to twice as many less one. */
const pageSize = 12;
const articlesOfFrontSection = 4;
const relatedCount = 4;

/** A text file of the published edition; pictures are copied as they are. */
export interface PublishedFile {
  /** Relative to the edition’s folder on the site. */
  file: string;
  json: string;
}

/** Yields every file but the pictures, one by one: an edition can be larger than memory. */
export function* buildEdition(edition: Edition): Generator<PublishedFile> {
  for (const written of [...edition.articles, ...edition.comments]) {
    yield { file: written.file, json: edition.textOf(written) };
  }
  yield* madeFiles(edition);
}

/** The files that no author has written. */
export function* madeFiles(edition: Edition): Generator<PublishedFile> {
  const summaries = summariesOf(edition);
  const byId = new Map(summaries.map((summary) => [summary.id, summary]));

  yield asFile('front.json', frontPageOf(edition, summaries));
  yield* listFiles('index', summaries);
  for (const section of eachSection(edition.site.sections)) {
    const ids = new Set([...eachSection([section])].map(({ id }) => id));
    const inSection = summaries.filter((summary) => ids.has(summary.section));
    yield* listFiles(`sections/${section.id}`, inSection);
  }
  for (const { id } of edition.site.tags) {
    const tagged = summaries.filter(({ tags }) => tags.includes(id));
    yield* listFiles(`tags/${id}`, tagged);
  }

  for (const [id, relatedIds] of relatedArticles(edition.articles, relatedCount)) {
    const article = byId.get(id);
    if (!article) continue;
    const related = relatedIds.flatMap((relatedId) => byId.get(relatedId) ?? []);
    const address: Address = { article, related };
    for (const name of addressNames(article)) yield asFile(`addresses/${name}.json`, address);
  }
}

/** For sorting. Articles of the same instant go by id, so that the order never depends on the disk. */
export function newestFirst(a: Summary, b: Summary): number {
  return Date.parse(b.datePublished) - Date.parse(a.datePublished) || (a.id < b.id ? -1 : 1);
}

function summariesOf({ articles, comments }: Edition): Summary[] {
  const threads = new Map(comments.map((thread) => [thread.file, thread]));
  return articles
    .map(({ summary }) => {
      const thread = threads.get(`comments/${summary.id}.json`);
      return thread
        ? { ...summary, comments: { count: thread.count, hash: thread.hash } }
        : summary;
    })
    .sort(newestFirst);
}

function frontPageOf({ site }: Edition, summaries: Summary[]): FrontPage {
  const lead = summaries.find(({ id }) => id === site.lead) ?? summaries[0];
  const sections = site.sections.map((section) => {
    const ids = new Set([...eachSection([section])].map(({ id }) => id));
    const articles = summaries.filter(({ id, section }) => ids.has(section) && id !== lead?.id);
    return { id: section.id, articles: articles.slice(0, articlesOfFrontSection) };
  });
  return { lead, sections: sections.filter(({ articles }) => articles.length > 0) };
}

/**
 * Pages are cut from the oldest article on, so a new article changes the first page alone and the
 * others keep their address and their place in every cache.
 */
function* listFiles(name: string, newestFirst: Summary[]): Generator<PublishedFile> {
  const full = Math.max(0, Math.floor(newestFirst.length / pageSize) - 1);
  const oldestFirst = newestFirst.toReversed();
  let next: string | undefined;
  for (let page = 0; page < full; page += 1) {
    const articles = oldestFirst.slice(page * pageSize, (page + 1) * pageSize).toReversed();
    const file = asFile(`${name}/${page + 1}.json`, { articles, next } satisfies ListPage);
    next = `${file.file}?v=${contentHash(file.json)}`;
    yield file;
  }
  const articles = oldestFirst.slice(full * pageSize).toReversed();
  yield asFile(`${name}.json`, { articles, next } satisfies ListPage);
}

function addressNames({ id, versions }: Summary): Set<string> {
  return new Set([id, ...languages.flatMap((language) => versions[language]?.slug ?? [])]);
}

function asFile(file: string, value: unknown): PublishedFile {
  return { file, json: JSON.stringify(value) };
}
