/**
 * Draws every public page of an edition ahead of time, in each language it exists in: the text is
 * there before any script, for readers and for machines. The app then takes the page over.
 */
import { hrefOf } from '../app/route.ts';
import { languages, type Language, pickVersion } from '../content/language.ts';
import type { Address, Article, FrontPage, ListPage, Summary } from '../content/model.ts';
import { eachSection } from '../content/sections.ts';
import { setText } from '../content/typography/set-text.ts';
import type { PublishedFile } from './build-edition.ts';
import { type Edition, wholeArticle } from './edition.ts';
import { contentHash } from './hash.ts';
import type { FillPage } from './page-template.ts';
import { pageMetadata, type PageNames } from './metadata.ts';
import { routeShown, versionShown, type PublicPage } from './public-pages.ts';

/** Kinds of pages that are drawn by different parts of the program. */
export type PageKind = 'front' | 'list' | 'sections' | 'article' | 'richArticle' | 'notFound';

/** What the part of the program that draws takes and gives: app/draw.ts. */
export interface DrawPage {
  (page: { base: string; path: string; language: Language; content?: object }): Promise<{
    head: string;
    body: string;
    hasRareBlocks: boolean;
  }>;
}

export interface PrerenderOptions {
  edition: Edition;
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
  draw: DrawPage;
  template: (kind: PageKind, language: Language) => FillPage;
  /** What pages without an entry in site.json are called. */
  names: Record<Language, PageNames>;
  /**
   * Of what draws pages, of this module, of what fills templates, with all that these use, and of what
   * the templates are made of: another one, and all are drawn anew.
   */
  programHash: string;
}

/** A page to be drawn, unless the one that is there was drawn from the same. */
export interface PageFile {
  /** Relative to the site’s own path: `fr/article/SLUG.html`. */
  file: string;
  /** Names all that the page is drawn from; stands in the page as `data-source` of its `html`. */
  source: string;
  draw: () => Promise<string>;
}

/** A page that could not be drawn: `message` names the file behind it, and why. */
export class DrawingError extends Error {
  /** Of the article that the page shows, if it shows one. */
  readonly articleId: string | undefined;

  constructor(page: PublicPage | { page: 'notFound' }, path: string, cause: unknown) {
    const article = page.page === 'article' ? page.article : undefined;
    const file = article ? `articles/${article.id}.json` : `the page ${page.page}`;
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${file}: ${path} could not be drawn: ${reason}`, { cause });
    this.name = 'DrawingError';
    this.articleId = article?.id;
  }
}

/** What a page is drawn from, beside its metadata: named by its source, gathered when it is drawn. */
interface Draft {
  language: Language;
  path?: string;
  /** The file that the page shows; where it shows an article, that file has the article’s hash. */
  published?: PublishedFile;
}

export class Prerender {
  readonly #options: PrerenderOptions;
  readonly #articles: Map<string, Summary>;

  constructor(options: PrerenderOptions) {
    this.#options = options;
    const { articles, site } = options.edition;
    this.#articles = new Map(
      articles.map(({ summary }) => [summary.id, setText(summary, site.locales)]),
    );
  }

  /** The pages that show what a published file holds; none for most files. */
  *pagesOf(published: PublishedFile): Generator<PageFile> {
    const page = this.#pageOf(published.file);
    if (!page) return;
    for (const language of languages) yield* this.#draft(page, language, published);
  }

  /** The pages that no file of the edition stands behind. */
  *plainPages(): Generator<PageFile> {
    for (const language of languages) {
      yield* this.#draft({ page: 'sections' }, language);
      yield this.#file(`${language}/404.html`, { page: 'notFound' }, { language });
    }
    const language = this.#options.edition.site.defaultLanguage;
    yield this.#file('404.html', { page: 'notFound' }, { language });
  }

  #pageOf(file: string): PublicPage | undefined {
    const { site } = this.#options.edition;
    if (file === 'front.json') return { page: 'front' };
    if (file === 'index.json') return { page: 'latest' };
    const [, folder, id] = /^(sections|tags|addresses)\/([^/]+)\.json$/.exec(file) ?? [];
    if (folder === 'sections') {
      const section = [...eachSection(site.sections)].find((each) => each.id === id);
      return section && { page: 'section', section };
    }
    if (folder === 'tags') {
      const tag = site.tags.find((each) => each.id === id);
      return tag && { page: 'tag', tag };
    }
    // Of the addresses of an article the one that is its id, which is always there.
    const article = folder === 'addresses' ? this.#articles.get(id ?? '') : undefined;
    return article && { page: 'article', article };
  }

  *#draft(page: PublicPage, language: Language, published?: PublishedFile): Generator<PageFile> {
    const { base } = this.#options;
    const route = routeShown(page, language);
    if (!route) return;
    const path = hrefOf(route, base);
    const file = path.endsWith('/') ? `${path}index.html` : `${path}.html`;
    yield this.#file(file.slice(base.length), page, { language, path, published });
  }

  #file(file: string, page: PublicPage | { page: 'notFound' }, draft: Draft): PageFile {
    const { base, draw, template, programHash, names, edition } = this.#options;
    const { language, path = `${base}404`, published } = draft;
    const { language: written = language } =
      (page.page === 'article' && versionShown(page.article, language)) || {};
    const metadata = pageMetadata({
      page,
      language: written,
      site: edition.site,
      base,
      names: names[written],
    });
    const source = contentHash([programHash, metadata, JSON.stringify(draft)].join('\0'));
    return {
      file,
      source,
      draw: async () => {
        const content = published && this.#contentOf(page, published, language);
        const { head, body, hasRareBlocks } = await draw({ base, path, language, content }).catch(
          (error: unknown) => {
            throw new DrawingError(page, path, error);
          },
        );
        const fill = template(hasRareBlocks ? 'richArticle' : kindOf(page), language);
        return fill({
          language,
          source,
          isFallback: file === '404.html',
          head: `${head}\n    ${metadata}`,
          body,
          // What the page carries for the app: see app/carried-page.ts.
          data: { language, path: draft.path, content },
        });
      },
    };
  }

  /** As content/sources/in-hand.ts takes it: set, or the app would have to set what is drawn. */
  #contentOf(
    page: PublicPage | { page: 'notFound' },
    { file, json }: PublishedFile,
    language: Language,
  ): object {
    const { edition } = this.#options;
    const { locales } = edition.site;
    const value = setText(JSON.parse(json) as FrontPage | ListPage | Address, locales);
    if (page.page === 'front') return { front: value as FrontPage };
    if (page.page !== 'article') return { list: { file, page: value as ListPage } };
    const whole = setText(wholeArticle(edition, page.article), locales);
    const picked = pickVersion(whole.versions, language, whole.originalLanguage);
    const versions = picked ? { [picked.language]: picked.version } : {};
    const article: Article = { ...whole, versions };
    return { article: { address: value as Address, article } };
  }
}

function kindOf({ page }: PublicPage | { page: 'notFound' }): PageKind {
  return page === 'latest' || page === 'section' || page === 'tag' ? 'list' : page;
}
