import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The edition in the repository. */
export const demoFolder = join(root, 'public/content');

/** Where the sites that journeys are made on are built, anew for each run. */
export const sitesFolder = join(root, 'node_modules/.cache/liseuse-e2e');

/**
 * `demo` the demo edition; `next` the same a version later, with another description of the site;
 * `news` the demo edition below a path; `large` the demo edition and many articles more; `faulty` a
 * copy of `demo` in which some files are broken, see `faults`; `accented` and `mirrored` the demo edition
 * in a third language, see pseudo-languages.ts.
 */
export type SiteName = 'demo' | 'next' | 'news' | 'large' | 'faulty' | 'accented' | 'mirrored';

/** The folder of a built site. */
export function siteFolder(name: SiteName): string {
  return join(sitesFolder, name);
}

/** The path a site is built to stand under. */
export function basePath(name: SiteName): string {
  return name === 'news' ? '/news/' : '/';
}

/** The description of the `next` site, in each language: what tells it from `demo`. */
export const nextDescription = {
  fr: 'La même édition, une version plus tard.',
  en: 'The same edition, one version later.',
};

/** The article that `next` has another text of, and what its headlines end in there. */
export const revised = { id: 'counting-seats', ending: ' (2)' };

/** How many articles `large` has beside those of the demo edition. */
export const addedArticles = 40;

/** What is wrong with each article of the `faulty` site, and with one list. */
export const faults = {
  cutOff: 'wheat-price',
  wrongShape: 'leap-second',
  missing: 'standard-gauge',
  newerFormat: 'webb-infrared',
  unknownBlock: 'inflation-basket',
  list: 'sections/culture.json',
} as const;
