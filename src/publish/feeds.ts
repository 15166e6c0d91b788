import { languages, type Language } from '../content/language.ts';
import type { Section } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import { atomFeed } from './atom.ts';
import { newestFirst } from './build-edition.ts';
import type { Edition } from './edition.ts';
import { feedFile, feedOf } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { rootOf } from './public-pages.ts';
import type { SiteFile } from './site-file.ts';

/** A month’s reading at an article a day, with the whole text: some 200 kB. */
const entriesOfFeed = 30;

/**
 * In each language a feed of the whole site, `feeds/fr.xml`, and one of each section with those inside
 * it, `feeds/fr/SLUG.xml`; each as Atom and as JSON Feed. An article is in the feeds of the languages
 * it exists in. Yields nothing when the site names no origin: whoever reads a feed elsewhere can make
 * nothing of relative addresses.
 */
export function* feedFiles({ site, articles }: Edition, base: string): Generator<SiteFile> {
  const root = rootOf(site, base);
  if (root === undefined) return;
  const newest = articles.map(({ value }) => value).toSorted(newestFirst);
  const files = (language: Language, section?: Section): SiteFile[] => {
    const within = section && new Set([...eachSection([section])].map(({ id }) => id));
    const shown = newest.filter(
      (article) => article.versions[language] && (within?.has(article.section) ?? true),
    );
    const feed = feedOf({ language, section, articles: shown.slice(0, entriesOfFeed), site, root });
    return [
      { file: feedFile(language, section, 'xml'), text: atomFeed(feed) },
      { file: feedFile(language, section, 'json'), text: jsonFeed(feed) },
    ];
  };
  for (const language of languages) {
    yield* files(language);
    for (const section of eachSection(site.sections)) yield* files(language, section);
  }
}
