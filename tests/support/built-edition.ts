import type { Address, FrontPage, ListPage, Summary } from '../../src/content/model.ts';
import { parseAddress, parseFrontPage, parseListPage } from '../../src/content/parse.ts';
import { buildEdition } from '../../src/publish/build-edition.ts';
import type { Edition } from '../../src/publish/edition.ts';

/** What a reader could download of an edition, read as the app reads it. */
export interface BuiltEdition {
  /** The text of every file, by its name. */
  files: Map<string, string>;
  front: () => FrontPage;
  address: (slugOrId: string) => Address;
  /** The pages of a list, from its first to its last, by following `next`. */
  pages: (list: string) => ListPage[];
  /** All articles of a list. */
  articles: (list: string) => Summary[];
}

export function builtEdition(edition: Edition): BuiltEdition {
  const files = new Map<string, string>();
  for (const { file, json } of buildEdition(edition)) {
    if (files.has(file)) throw new Error(`${file} was built twice`);
    files.set(file, json);
  }
  const read = (file: string): unknown => {
    const json = files.get(file);
    if (json === undefined) throw new Error(`${file} was not built`);
    return JSON.parse(json);
  };
  const pages = (list: string): ListPage[] => {
    const found: ListPage[] = [];
    for (let next: string | undefined = list; next; next = found.at(-1)?.next) {
      const file = next.replace(/\?v=[0-9a-f]{12}$/, '');
      if (found.length > files.size) throw new Error(`${list} comes back to itself`);
      found.push(parseListPage(file, read(file)));
    }
    return found;
  };
  return {
    files,
    front: () => parseFrontPage('front.json', read('front.json')),
    address: (slugOrId) => {
      const file = `addresses/${slugOrId}.json`;
      return parseAddress(file, read(file));
    },
    pages,
    articles: (list) => pages(list).flatMap(({ articles }) => articles),
  };
}
