import type { Article, Block, Site, Summary } from '../../src/content/model.ts';
import { parseArticle } from '../../src/content/parse.ts';
import { EditionSource } from '../../src/content/sources/edition.ts';
import { InHand, type PageContent } from '../../src/content/sources/in-hand.ts';
import { summaryOf } from '../../src/content/summary.ts';

const base = 'https://edition.example/content/';

export const site: Site = {
  name: { fr: 'La Veille', en: 'The Watch' },
  description: { fr: 'Un journal', en: 'A paper' },
  defaultLanguage: 'fr',
  timeZone: 'UTC',
  sections: [
    {
      id: 'news',
      slug: { fr: 'actualite', en: 'news' },
      name: { fr: 'Actualité', en: 'News' },
      sections: [
        {
          id: 'science',
          slug: { fr: 'sciences', en: 'science' },
          name: { fr: 'Sciences', en: 'Science' },
        },
      ],
    },
  ],
  tags: [
    {
      id: 'language',
      slug: { fr: 'langue', en: 'language' },
      name: { fr: 'Langue', en: 'Language' },
    },
  ],
  authors: [{ id: 'science-desk', name: { fr: 'Rédaction sciences', en: 'Science desk' } }],
};

/** A published edition that answers from memory, as well or as badly as a test wants. */
export class FakeSite {
  readonly source = new EditionSource((url, init) => this.#answer(url, init), base);
  /** Every file asked for, with its query, oldest first. */
  readonly requests: string[] = [];
  /** Those of them that were given up before they were answered. */
  readonly givenUp: string[] = [];
  isOffline = false;
  readonly #files = new Map<string, unknown>();
  readonly #held = new Map<string, Promise<void>>();

  /** The same edition for a page that carries content in itself. */
  sourceOf(content: PageContent): EditionSource {
    return new EditionSource((url, init) => this.#answer(url, init), base, new InHand(content));
  }

  /** @param content JSON to be, or a Blob for a file of another type */
  put(file: string, content: unknown): void {
    this.#files.set(file, content);
  }

  remove(file: string): void {
    this.#files.delete(file);
  }

  /** Puts an article at all its addresses. */
  publish(document: ArticleFile, { hash = 'h1', related = [] as Summary[] } = {}): Summary {
    const article = parseArticle(`articles/${document.id}.json`, document);
    const summary = JSON.parse(JSON.stringify(summaryOf(article, hash))) as Summary;
    this.put(`articles/${article.id}.json?v=${hash}`, document);
    const slugs = Object.values(article.versions).map(({ slug }) => slug);
    for (const slug of [article.id, ...slugs]) {
      this.put(`addresses/${slug}.json`, { article: summary, related });
    }
    return summary;
  }

  /** Makes answers for a file wait. Returns what lets them go. */
  hold(file: string): () => void {
    let release = () => {};
    this.#held.set(file, new Promise((resolve) => (release = resolve)));
    return () => release();
  }

  async #answer(url: string, { signal }: RequestInit = {}): Promise<Response> {
    const file = url.slice(base.length);
    this.requests.push(file);
    const held = this.#held.get(file);
    if (held) await Promise.race([held, whenAborted(signal)]);
    if (signal?.aborted) this.givenUp.push(file);
    signal?.throwIfAborted();
    if (this.isOffline) throw new TypeError('Failed to fetch');
    const content = this.#files.get(file);
    if (content === undefined) return new Response('Not found', { status: 404 });
    return content instanceof Blob ? new Response(content) : Response.json(content);
  }
}

function whenAborted(signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve) => signal?.addEventListener('abort', () => resolve()));
}

/** An article as its file has it. */
export type ArticleFile = Article & { format: string };

/** Two short versions; `change` gives what a test is about. */
export function articleFile(id: string, change: Partial<ArticleFile> = {}): ArticleFile {
  const version = (language: string, text: string) => ({
    slug: `${id}-${language}`,
    headline: `${text}: ${id}`,
    standfirst: `${text}, standfirst`,
    authors: ['science-desk'],
    body: [{ id: 'b1', type: 'paragraph' as const, text: [`${text}, body`] }],
  });
  return {
    format: 'liseuse/article/1',
    id,
    section: 'science',
    tags: ['language'],
    datePublished: '2026-11-04T15:20:00Z',
    originalLanguage: 'fr',
    versions: { fr: version('fr', 'Texte'), en: version('en', 'Text') },
    ...change,
  };
}

/** An article whose French text consists of these blocks, checked as if it had been fetched. */
export function articleOf(body: unknown[]): Article {
  const file = articleFile('made-up');
  const french = { ...file.versions.fr!, body: body as Block[] };
  return parseArticle('articles/made-up.json', { ...file, versions: { fr: french } });
}

/** A picture’s file: not one that can be drawn, but of the right type and length. */
export function pictureFile(size: number): Blob {
  return new Blob([new Uint8Array(size)], { type: 'image/webp' });
}
