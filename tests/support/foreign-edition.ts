import fc from 'fast-check';
import type { Article, Site } from '../../src/content/model.ts';
import { foreignText } from './foreign-text.ts';
import { madeArticle, madeSite } from './made-edition.ts';

/** An edition of one article, in which every text that a publisher writes may be any text at all. */
export const foreignEdition = fc
  .record({
    siteName: foreignText,
    description: foreignText,
    section: foreignText,
    tag: foreignText,
    author: foreignText,
    headline: foreignText,
    standfirst: foreignText,
    imageAlt: foreignText,
    body: foreignText,
  })
  .map((texts) => {
    const both = (text: string) => ({ fr: text, en: text });
    const named = (id: string, text: string) => ({ id, slug: both(id), name: both(text) });
    const site: Site = {
      ...madeSite,
      name: both(texts.siteName),
      description: both(texts.description),
      origin: 'https://news.example',
      sections: [named('news', texts.section)],
      tags: [named('sea', texts.tag)],
      authors: [{ id: 'desk', name: both(texts.author) }],
    };
    const version = (slug: string): Article['versions']['fr'] => ({
      slug,
      headline: texts.headline,
      standfirst: texts.standfirst,
      authors: ['desk'],
      imageAlt: texts.imageAlt,
      body: [{ id: 'b1', type: 'paragraph', text: [texts.body] }],
    });
    const article = madeArticle(1, {
      section: 'news',
      tags: ['sea'],
      image: { src: 'images/a-1200.webp', width: 1200, height: 675 },
      versions: { fr: version('un'), en: version('one') },
    });
    return { texts, site, article };
  });
