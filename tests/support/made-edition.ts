import type { Article, Block, Comment, Section, Site, Version } from '../../src/content/model.ts';
import { summaryOf } from '../../src/content/summary.ts';
import type { Edition } from '../../src/publish/edition.ts';
import { contentHash } from '../../src/publish/hash.ts';
import { Vocabulary } from '../../src/publish/related.ts';

const named = (id: string) => ({ id, slug: { fr: `${id}-fr`, en: `${id}-en` }, name: label(id) });
const label = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` });

/** Sections of a made edition: four, the second inside the first. */
export const madeSections = ['news', 'defence', 'science', 'culture'] as const;
/** Tags of a made edition. */
export const madeTags = ['sea', 'ice', 'space'] as const;

const sections: Section[] = [
  { ...named('news'), sections: [named('defence')] },
  named('science'),
  named('culture'),
];

/** A site over which the made articles fit. */
export const madeSite: Site & { format: string } = {
  format: 'liseuse/site/1',
  name: label('The Watch'),
  description: label('A paper'),
  defaultLanguage: 'fr',
  timeZone: 'UTC',
  sections,
  tags: madeTags.map(named),
  authors: [{ id: 'desk', name: label('Desk') }],
};

/** `a-00042`: all of one length, so that sizes can be compared. */
export const madeId = (number: number) => `a-${String(number).padStart(5, '0')}`;

/** A version of a made article; texts of the same length for every number. */
export function madeVersion(id: string, language: 'fr' | 'en', text?: string): Version {
  return {
    slug: `${id}-${language}`,
    headline: `Headline of ${id} in ${language}`,
    standfirst: `What ${id} is about, in a sentence or so.`,
    authors: ['desk'],
    imageAlt: 'A picture of nothing',
    body: [{ id: 'b1', type: 'paragraph', text: [text ?? `A few words of ${id}.`] }] as Block[],
  };
}

/** An article as it is written; each is an hour newer than the one before. */
export function madeArticle(number: number, rest: Partial<Article> = {}) {
  const id = rest.id ?? madeId(number);
  const article: Article & { format: string } = {
    format: 'liseuse/article/1',
    id,
    section: madeSections[number % madeSections.length] ?? 'news',
    tags: [madeTags[number % madeTags.length] ?? 'sea'],
    datePublished: new Date(Date.UTC(2020, 0, 1, number)).toISOString(),
    originalLanguage: 'fr',
    versions: { fr: madeVersion(id, 'fr'), en: madeVersion(id, 'en') },
    ...rest,
  };
  return article;
}

export const madeArticles = (count: number) =>
  Array.from({ length: count }, (_, index) => madeArticle(index + 1));

/** An edition as `readEdition` hands it over, without a folder behind it. */
export function madeEdition(
  articles: readonly Article[],
  rest: Partial<Edition> & { threads?: Record<string, Comment[]> } = {},
): Edition {
  const { threads = {}, ...parts } = rest;
  const texts = new Map<string, string>();
  const write = (file: string, value: unknown) => {
    const text = JSON.stringify(value);
    texts.set(file, text);
    return { file, hash: contentHash(text) };
  };
  const vocabulary = new Vocabulary();
  return {
    folder: 'nowhere',
    site: madeSite,
    articles: articles.map((article) => {
      const file = write(`articles/${article.id}.json`, article);
      const summary = summaryOf(article, file.hash);
      return {
        ...file,
        summary,
        related: article.related ?? [],
        words: vocabulary.wordsOf(article),
      };
    }),
    comments: Object.entries(threads).map(([id, list]) => ({
      ...write(`comments/${id}.json`, list),
      count: list.length,
    })),
    images: new Set(),
    leftOut: [],
    textOf: ({ file }) => texts.get(file) ?? '',
    ...parts,
  };
}
