/**
 * Addresses and what they mean, both ways: `parseRoute(hrefOf(route))` is the route again. Pure;
 * what is in an edition is not known here, so a slug that leads nowhere is still a route.
 */
import { isLanguage, type Language } from '../content/language.ts';

/** Pages with one address in each language. */
export type PlainPage = 'front' | 'latest' | 'sections' | 'saved' | 'myComments' | 'settings';
/** Pages of which there are many, each with a slug. */
export type SlugPage = 'article' | 'section' | 'tag';

export type Route =
  | { page: PlainPage; language: Language }
  | { page: SlugPage; language: Language; slug: string }
  /** The bare address of the site: the reader’s language decides. */
  | { page: 'root' }
  | { page: 'notFound'; language?: Language };

/** A page with a language of its own, so with a counterpart in the other. */
export type PageRoute = Exclude<Route, { page: 'root' | 'notFound' }>;

/** The first word of an address after its language. The front page has none. */
const words: Record<Language, Record<Exclude<PageRoute['page'], 'front'>, string>> = {
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
  en: {
    article: 'article',
    section: 'section',
    tag: 'topic',
    latest: 'latest',
    sections: 'sections',
    saved: 'saved',
    myComments: 'my-comments',
    settings: 'settings',
  },
};

/**
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

  const page = pageOfWord(word, language);
  const slug = decode(encodedSlug);
  if (page === undefined || slug === undefined || more.length > 0) {
    return { page: 'notFound', language };
  }
  if (page === 'article' || page === 'section' || page === 'tag') {
    return slug === '' ? { page: 'notFound', language } : { page, language, slug };
  }
  return slug === '' ? { page, language } : { page: 'notFound', language };
}

/** The address of a route, beginning with the site’s own path. */
export function hrefOf(route: PageRoute, base: string): string {
  const { page, language } = route;
  if (page === 'front') return `${base}${language}/`;
  const word = words[language][page];
  if (page === 'article' || page === 'section' || page === 'tag') {
    return `${base}${language}/${word}/${encodeURIComponent(route.slug)}`;
  }
  return `${base}${language}/${word}`;
}

function pageOfWord(
  word: string,
  language: Language,
): Exclude<PageRoute['page'], 'front'> | undefined {
  const pages = Object.keys(words[language]) as Exclude<PageRoute['page'], 'front'>[];
  return pages.find((page) => words[language][page] === word);
}

/** A part of a path as text; undefined where it is no valid encoding, empty where there is none. */
function decode(part = ''): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
