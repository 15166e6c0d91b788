import { languages, type Language } from '../content/language.ts';
import type { Section, Summary } from '../content/model.ts';
import { plainTextOfBlocks } from '../content/plain-text.ts';
import { setText } from '../content/typography/set-text.ts';
import { eachSection } from '../content/sections.ts';
import { atomFeed } from './atom.ts';
import { newestFirst } from './build-edition.ts';
import { type Edition, wholeArticle } from './edition.ts';
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
export function* feedFiles(edition: Edition, base: string): Generator<SiteFile> {
  const { site } = edition;
  const root = rootOf(site, base);
  if (root === undefined) return;
  const newest = edition.articles
    .map(({ summary }) => setText(summary, site.locales))
    .sort(newestFirst);
  const withText = (summary: Summary, language: Language) => {
    const article = setText(wholeArticle(edition, summary), site.locales);
    const { body = [] } = article.versions[language] ?? {};
    return { summary, text: plainTextOfBlocks(body) };
  };
  const files = (language: Language, section?: Section): SiteFile[] => {
    const within = section && new Set([...eachSection([section])].map(({ id }) => id));
    const shown = newest.filter(
      ({ versions, section: id }) => versions[language] && (within?.has(id) ?? true),
    );
    const articles = shown.slice(0, entriesOfFeed).map((summary) => withText(summary, language));
    const feed = feedOf({ language, section, articles, site, root });
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
