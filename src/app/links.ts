import type { Language } from '../content/language.ts';
import type { Site } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import type { Links } from '../i18n/links.ts';
import { hrefOf, type PlainPage, type SlugPage } from './route.ts';

/**
 * The addresses of pages in a language.
 * @param currentLanguage read at each call, so that links follow the language of the page
 */
export function makeLinks(base: string, site: Site, currentLanguage: () => Language): Links {
  const sections = new Map([...eachSection(site.sections)].map(({ id, slug }) => [id, slug]));
  const tags = new Map(site.tags.map(({ id, slug }) => [id, slug]));
  const plain = (page: PlainPage) => hrefOf({ page, language: currentLanguage() }, base);
  const withSlug = (page: SlugPage, slug: string) =>
    hrefOf({ page, language: currentLanguage(), slug }, base);
  return {
    front: () => plain('front'),
    latest: () => plain('latest'),
    sections: () => plain('sections'),
    saved: () => plain('saved'),
    myComments: () => plain('myComments'),
    settings: () => plain('settings'),
    section: (id) => withSlug('section', sections.get(id)?.[currentLanguage()] ?? id),
    tag: (id) => withSlug('tag', tags.get(id)?.[currentLanguage()] ?? id),
    article: (slug, block) => withSlug('article', slug) + (block ? `#${block}` : ''),
  };
}
