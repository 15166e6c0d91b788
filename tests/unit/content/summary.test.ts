import { describe, expect, test } from 'vitest';
import { plainTextOfBlocks, wordsOf } from '../../../src/content/plain-text.ts';
import { summaryOf } from '../../../src/content/summary.ts';
import { everyBlock } from '../../support/every-block.ts';

describe('summaryOf', () => {
  const article = everyBlock();
  const summary = summaryOf(article, 'hash', { count: 3, hash: 'other' });

  test('says of each version what a list shows, and no more', () => {
    expect(summary.versions.fr).toEqual({
      slug: 'tous-les-blocs',
      kicker: 'Décryptage',
      headline: 'Un article qui contient tous les blocs',
      standfirst: 'Chaque bloc et chaque marque du format y figure au moins une fois.',
      authors: article.versions.fr?.authors,
      imageAlt: 'Une page couverte de formes simples',
      wordCount: wordsOf(plainTextOfBlocks(article.versions.fr?.body ?? [])).length,
    });
    expect(JSON.stringify(summary)).not.toContain('"body"');
  });

  test('names the article, its file and its thread', () => {
    const { id, section, tags, datePublished, dateModified, originalLanguage, image } = article;
    const expected = { id, section, tags, datePublished, dateModified, originalLanguage, image };
    expect(summary).toMatchObject({
      ...expected,
      hash: 'hash',
      comments: { count: 3, hash: 'other' },
    });
  });

  test('has the versions that the article has', () => {
    const english = { ...article, versions: { en: article.versions.en } };
    expect(Object.keys(summaryOf(english, 'hash').versions)).toEqual(['en']);
    expect(summaryOf(article, 'hash').comments).toBeUndefined();
  });
});
