/**
 * Addresses and what they mean, both ways: `parseRoute(hrefOf(route))` is the route again. Pure;
 * what is in an edition is not known here, so a slug that leads nowhere is still a route.
 */
import { isLanguage, languages, type Language } from '../content/language.ts';

/** Pages with one address in each language. */
export type PlainPage = 'front' | 'latest' | 'sections' | 'saved' | 'myComments' | 'settings';
/** Pages of which there are many, each with a slug. */
export type SlugPage = 'article' | 'section' | 'tag';

export type Route =
  | { page: PlainPage; language: Language }
  | { page: SlugPage; language: Language; slug: string }
  /** The bare address of the site: the reader’s language decides. */
  | { page: 'root' }
  | LostRoute
  /** Nothing, and in no language. */
  | { page: 'notFound'; language?: undefined };

/** An address that leads nowhere, in a language: its counterpart leads nowhere in the other. */
interface LostRoute {
  page: 'notFound';
  language: Language;
  /** What follows the language, as it stands in the address. */
  path: string;
}

/** A page with a language of its own, so with a counterpart in the other. */
export type PageRoute = Extract<Route, { language: Language }>;

type WordedPage = Exclude<PlainPage | SlugPage, 'front'>;

type Words = Record<WordedPage, string>;

/**
 * The first word of an address after its language. The front page has none. No word may mean
 * another page in another language: each language understands the words of all.
 */
const englishWords: Words = {
  article: 'article',
  section: 'section',
  tag: 'topic',
  latest: 'latest',
  sections: 'sections',
  saved: 'saved',
  myComments: 'my-comments',
  settings: 'settings',
};

/** A language without words of its own takes the English ones. */
const words: Partial<Record<Language, Words>> = {
  fr: {
    article: 'article',
    section: 'rubrique',
    tag: 'sujet',
    latest: 'derniers-articles',
    sections: 'rubriques',
    saved: 'gardes',
    myComments: 'mes-commentaires',
    settings: 'reglages',
  },
};

const wordsOf = (language: Language) => words[language] ?? englishWords;

/**
 * Also understands words of the other language, such as `/fr/section/x`: what a hand leaves that
 * changes but the language of an address. The route is the proper one; so is its `hrefOf`.
 * @param pathname as in `location.pathname`
 * @param base the site’s own path, beginning and ending in a slash
 */
export function parseRoute(pathname: string, base: string): Route {
  if (!`${pathname}/`.startsWith(base)) return { page: 'notFound' };
  const [language, word, encodedSlug, ...more] = pathname
    .slice(base.length)
    .split('/')
    .filter((part, index, parts) => part !== '' || index < parts.length - 1);
  if (language === undefined || language === 'index.html') return { page: 'root' };
  if (!isLanguage(language)) return { page: 'notFound' };
  if (word === undefined) return { page: 'front', language };

  const path = pathname.slice(base.length + language.length + 1);
  const lost: Route = { page: 'notFound', language, path };
  const page = pageOfWord(word);
  const slug = decode(encodedSlug);
  if (page === undefined || slug === undefined || more.length > 0) return lost;
  if (page === 'article' || page === 'section' || page === 'tag') {
    return slug === '' ? lost : { page, language, slug };
  }
  return slug === '' ? { page, language } : lost;
}

/** The address of a route, beginning with the site’s own path. */
export function hrefOf(route: PageRoute, base: string): string {
  const { page, language } = route;
  if (page === 'front') return `${base}${language}/`;
  if (page === 'notFound') return `${base}${language}/${route.path}`;
  const word = wordsOf(language)[page];
  if (page === 'article' || page === 'section' || page === 'tag') {
    return `${base}${language}/${word}/${encodeURIComponent(route.slug)}`;
  }
  return `${base}${language}/${word}`;
}

function pageOfWord(word: string): WordedPage | undefined {
  const pages = Object.keys(englishWords) as WordedPage[];
  return pages.find((page) => languages.some((language) => wordsOf(language)[page] === word));
}

/** A part of a path as text; undefined where it is no valid encoding, empty where there is none. */
function decode(part = ''): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
