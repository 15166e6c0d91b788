import { asUtf8 } from './foreign-text.ts';
import { type HeadElement, parseHead } from './html-head.ts';

/** What a page’s head says, by the names that machines look for. */
export interface PageHead {
  elements: HeadElement[];
  /** Content of a `meta` by its name or property; all of them, for there may be several. */
  meta: (name: string) => (string | undefined)[];
  canonical: string | undefined;
  /** Address by language, `x-default` included. */
  alternates: Record<string, string>;
  /** Address and title of each feed by its type. */
  feeds: { type: string; href: string; title: string }[];
  /** The JSON-LD of a type. */
  data: (type: string) => Record<string, unknown> | undefined;
}

/**
 * Reads the metadata of a page as a browser would once it is written to a file.
 * @throws {Error} for an element that is neither meta, link nor data, or that has no `data-page`
 */
export function readHead(markup: string): PageHead {
  const elements = parseHead(asUtf8(markup));
  for (const { name, attributes } of elements) {
    const isKnown = ['meta', 'link', 'script'].includes(name);
    const isData = name !== 'script' || attributes['type'] === 'application/ld+json';
    if (!isKnown || !isData || !('data-page' in attributes)) {
      throw new Error(`An element that should not be there: ${name} ${JSON.stringify(attributes)}`);
    }
  }
  const links = elements.filter(({ name }) => name === 'link').map(({ attributes }) => attributes);
  const canonicals = links.filter(({ rel }) => rel === 'canonical');
  if (canonicals.length > 1) throw new Error('There are two canonical addresses');
  const alternates = links.filter(({ rel }) => rel === 'alternate');
  const data = elements
    .filter(({ name }) => name === 'script')
    .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
  return {
    elements,
    meta: (name) =>
      elements
        .filter(({ attributes }) => attributes['name'] === name || attributes['property'] === name)
        .map(({ attributes }) => attributes['content']),
    canonical: canonicals[0]?.['href'],
    alternates: Object.fromEntries(
      alternates.flatMap(({ hreflang, href }) => (hreflang && href ? [[hreflang, href]] : [])),
    ),
    feeds: alternates.flatMap(({ type, href = '', title = '' }) =>
      type === undefined ? [] : [{ type, href, title }],
    ),
    data: (type) => data.find((each) => each['@type'] === type),
  };
}
