import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/content/language.ts';
import type { Article, Site, Version } from '../../src/content/model.ts';
import { demoFolder } from './sites.ts';

/** What the demo edition’s authors wrote. */
export const demoSite = read('site.json') as Site;

/** Ids of all its articles. */
export const demoIds = readdirSync(join(demoFolder, 'articles')).map((name) =>
  name.replace(/\.json$/, ''),
);

/** An article that both languages have, with two pictures, published comments and related ones. */
export const bilingual = 'power-grid-closed-sky';
/** An article whose French version was changed after the English one. */
export const changedInFrench = 'two-tides-a-day';
/** Articles that only one language has. */
export const only = { fr: 'accent-circonflexe', en: 'radar-drone-goose' };

export function demoArticle(id: string): Article {
  return read(`articles/${id}.json`) as Article;
}

/**
 * An article as it is written in a language.
 * @throws {Error} where it is not written in that language
 */
export function demoVersion(id: string, language: Language): Version {
  const version = demoArticle(id).versions[language];
  if (!version) throw new Error(`${id} is not in ${language}`);
  return version;
}

/** The address of an article, relative to the site’s. */
export function articlePath(id: string, language: Language): string {
  return `${language}/article/${demoVersion(id, language).slug}`;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(demoFolder, file), 'utf8'));
}
