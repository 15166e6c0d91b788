import type { Language } from '../content/language.ts';
import type { Section, Site, Summary, Tag, VersionSummary } from '../content/model.ts';
import { sectionTrail } from '../content/sections.ts';

/** An article in one language, with what site.json says of the ids it names. */
export interface ArticleFacts {
  article: Summary;
  language: Language;
  version: VersionSummary;
  section: Section | undefined;
  tags: Tag[];
  /** Names of those who sign; the site’s own where nobody does, for it answers for what it prints. */
  authors: string[];
}

/** @throws {Error} when the article does not exist in the language */
export function factsOf(article: Summary, language: Language, site: Site): ArticleFacts {
  const version = article.versions[language];
  if (!version) throw new Error(`The article ${article.id} has no version in ${language}`);
  const authors = (version.authors ?? []).flatMap(
    (id) => withId(site.authors, id)?.name[language] ?? [],
  );
  return {
    article,
    language,
    version,
    section: sectionTrail(site.sections, article.section).at(-1),
    tags: article.tags.flatMap((id) => withId(site.tags, id) ?? []),
    authors: authors.length > 0 ? authors : [site.name[language]],
  };
}

function withId<T extends { id: string }>(items: readonly T[], wanted: string): T | undefined {
  return items.find(({ id }) => id === wanted);
}
