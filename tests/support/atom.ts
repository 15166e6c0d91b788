import type { XmlElement } from './xml.ts';

const atom = '{http://www.w3.org/2005/Atom}';
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** The children of an element of Atom that have a name. */
export function atomChildren(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === `${atom}${name}`);
}

/** The text of the one child that has a name; undefined where there is none. */
export function atomText(element: XmlElement, name: string): string | undefined {
  return atomChildren(element, name)[0]?.text;
}

/** What RFC 4287 (section 4) wants of a feed and this one lacks: a line for each, none if sound. */
export function atomFaults(feed: XmlElement): string[] {
  const faults: string[] = [];
  const want = (isSound: boolean, what: string) => void (isSound || faults.push(what));
  const count = (element: XmlElement, name: string) => atomChildren(element, name).length;

  want(feed.name === `${atom}feed`, '4.1.1 an atom:feed');
  const entries = atomChildren(feed, 'entry');
  const allowed = {
    feed: 'author category contributor entry generator icon id link logo rights subtitle title updated',
    entry:
      'author category content contributor id link published rights source summary title updated',
  };
  for (const [index, element] of [feed, ...entries].entries()) {
    const kind = index === 0 ? 'feed' : 'entry';
    const at = `${kind} ${index}`;
    const names = element.children.map(({ name }) => name);
    const known = allowed[kind].split(' ').map((name) => `${atom}${name}`);
    want(
      names.every((name) => known.includes(name)),
      `4.1 ${at}: only what may be in it`,
    );
    for (const name of ['id', 'title', 'updated']) {
      want(count(element, name) === 1, `4.1 ${at}: one ${name}`);
    }
    for (const name of ['published', 'summary', 'content', 'subtitle', 'icon', 'logo', 'rights']) {
      want(count(element, name) <= 1, `4.1 ${at}: not more than one ${name}`);
    }
    want(count(element, 'author') > 0 || count(feed, 'author') > 0, `4.1 ${at}: an author`);
    for (const author of atomChildren(element, 'author')) {
      want(count(author, 'name') === 1, `3.2 ${at}: one name of an author`);
    }
    for (const name of ['updated', 'published']) {
      for (const { text } of atomChildren(element, name)) {
        want(rfc3339.test(text), `3.3 ${at}: ${name} as a date`);
      }
    }
    for (const { text } of [...atomChildren(element, 'id'), ...atomChildren(element, 'icon')]) {
      want(URL.canParse(text), `4.2 ${at}: an absolute IRI`);
    }
    for (const { attributes } of atomChildren(element, 'link')) {
      want(URL.canParse(attributes['href'] ?? ''), `4.2.7 ${at}: href of a link`);
    }
    for (const { attributes } of atomChildren(element, 'category')) {
      want(attributes['term'] !== undefined, `4.2.2 ${at}: term of a category`);
    }
    for (const content of atomChildren(element, 'content')) {
      want(content.attributes['type'] === 'text', `4.1.3 ${at}: content of the type text`);
      want(content.children.length === 0, `4.1.3.3 ${at}: no markup in text`);
    }
    const alternates = atomChildren(element, 'link')
      .filter(({ attributes: { rel = 'alternate' } }) => rel === 'alternate')
      .map(({ attributes: { type, hreflang } }) => `${type} ${hreflang}`);
    want(alternates.length > 0, `4.1 ${at}: a link to what it is about`);
    want(new Set(alternates).size === alternates.length, `4.1 ${at}: alternates that differ`);
  }
  const ids = [feed, ...entries].map((element) => atomText(element, 'id'));
  want(new Set(ids).size === ids.length, '4.2.6 an id for each');
  const selves = atomChildren(feed, 'link').filter(
    ({ attributes }) => attributes['rel'] === 'self',
  );
  want(selves.length === 1, '4.1.1 a link to the feed itself');
  return faults;
}
