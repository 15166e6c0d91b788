import { languages } from './language.ts';
import type { Article, Summary, Version, VersionSummary } from './model.ts';
import { plainTextOfBlocks, wordsOf } from './plain-text.ts';

/** What lists need of an article: everything but the bodies. */
export function summaryOf(article: Article, hash: string, comments?: Summary['comments']): Summary {
  const versions: Summary['versions'] = {};
  for (const language of languages) {
    const version = article.versions[language];
    if (version) versions[language] = summaryOfVersion(version);
  }
  return {
    id: article.id,
    hash,
    section: article.section,
    tags: article.tags,
    datePublished: article.datePublished,
    dateModified: article.dateModified,
    originalLanguage: article.originalLanguage,
    image: article.image,
    versions,
    comments,
  };
}

function summaryOfVersion(version: Version): VersionSummary {
  const { slug, kicker, headline, standfirst, authors, imageAlt, dateModified, body } = version;
  const wordCount = wordsOf(plainTextOfBlocks(body)).length;
  return { slug, kicker, headline, standfirst, authors, imageAlt, dateModified, wordCount };
}
