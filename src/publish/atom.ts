import type { Feed, FeedEntry } from './feed.ts';
import { element, text, xmlDocument } from './xml.ts';

/** When nothing has happened yet: Atom wants a date of a feed without entries, too. */
const never = '1970-01-01T00:00:00Z';

/** A feed as an Atom document (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const { id, title, description, language, author, page, self, icon, entries } = feed;
  const attributes = { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language };
  const parts = [
    element('id', {}, text(id)),
    element('title', {}, text(title)),
    element('subtitle', {}, text(description)),
    element('updated', {}, text(latest(entries.map(updatedOf)))),
    person(author),
    element('icon', {}, text(icon)),
    element('link', { rel: 'self', type: 'application/atom+xml', href: self.xml }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: page }),
    ...entries.map((entry) => atomEntry(entry, language)),
  ];
  return xmlDocument(element('feed', attributes, '\n', parts.join('\n'), '\n'));
}

function atomEntry(entry: FeedEntry, language: string): string {
  const parts = [
    element('id', {}, text(entry.id)),
    element('title', {}, text(entry.title)),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: entry.url }),
    element('published', {}, text(entry.published)),
    element('updated', {}, text(updatedOf(entry))),
    ...entry.authors.map(person),
    ...entry.categories.map(({ id, name }) => element('category', { term: id, label: name })),
    element('summary', {}, text(entry.summary)),
    element('content', { type: 'text' }, text(entry.text)),
  ];
  return element('entry', {}, '\n', parts.join('\n'), '\n');
}

function updatedOf({ published, modified = published }: FeedEntry): string {
  return modified;
}

/** As written: the dates may be in different zones. */
function latest(dates: readonly string[]): string {
  return dates.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? never;
}

function person(name: string): string {
  return element('author', {}, element('name', {}, text(name)));
}
