/**
 * What is in hand without a request: the content that a prerendered page was drawn from and carries
 * in itself, and what lists have said of articles.
 */
import { languages } from '../language.ts';
import type { Address, Article, FrontPage, ListPage, Summary } from '../model.ts';

/** The content of one page: of a page of its own kind (a topic, an article…), that part alone. */
export interface PageContent {
  front?: FrontPage;
  /** `file` as the source names it: `index.json`, `sections/ID.json`, `tags/ID.json` */
  list?: { file: string; page: ListPage };
  article?: ArticleContent;
}

export interface ArticleContent {
  address: Address;
  /** In the language of the page only, unless that language is not among its versions. */
  article: Article;
}

/** More than any page lists; the oldest make room, so that a long visit does not fill the memory. */
const mostSummaries = 400;

export class InHand {
  #content: PageContent;
  /** By every name an article has: its id and its slugs. */
  readonly #summaries = new Map<string, Summary>();

  constructor(content: PageContent = {}) {
    this.#content = content;
    this.note(summariesOf(content));
  }

  /** What lists say of articles is worth keeping: it is the top of the page that opens next. */
  note(summaries: Iterable<Summary>): void {
    for (const summary of summaries) {
      for (const name of [summary.id, ...slugsOf(summary)]) {
        // Anew at the end: what was seen last is kept longest.
        this.#summaries.delete(name);
        this.#summaries.set(name, summary);
      }
    }
    for (const name of this.#summaries.keys()) {
      if (this.#summaries.size <= mostSummaries) return;
      this.#summaries.delete(name);
    }
  }

  /** What a list said of the article at a slug or id. It may have been published anew since. */
  summaryAt(slugOrId: string): Summary | undefined {
    return this.#summaries.get(slugOrId);
  }

  // The content of the page is handed out once: whoever comes back later asks the source, for by
  // then there may be something newer.

  takeFront(): FrontPage | undefined {
    const { front } = this.#content;
    this.#content = {};
    return front;
  }

  takeList(file: string): ListPage | undefined {
    const { list } = this.#content;
    if (list?.file !== file) return undefined;
    this.#content = {};
    return list.page;
  }

  /** @param slugOrId a slug in either language, or the id */
  takeArticle(slugOrId: string): ArticleContent | undefined {
    const { article } = this.#content;
    const summary = article?.address.article;
    if (summary?.id !== slugOrId && !(summary && slugsOf(summary).includes(slugOrId))) {
      return undefined;
    }
    this.#content = {};
    return article;
  }
}

/** All that a page’s content says of articles. */
export function summariesOf({ front, list, article }: PageContent): Summary[] {
  return [
    ...(front?.lead ? [front.lead] : []),
    ...(front?.sections ?? []).flatMap(({ articles }) => articles),
    ...(list?.page.articles ?? []),
    ...(article ? [...article.address.related, article.address.article] : []),
  ];
}

function slugsOf({ versions }: Summary): string[] {
  return languages.flatMap((language) => versions[language]?.slug ?? []);
}
