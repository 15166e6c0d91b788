/** Fills the database of a page as if its reader had saved very many articles. */
import type { Page } from '@playwright/test';
import { parseArticle } from '../../src/content/parse.ts';
import { summaryOf } from '../../src/content/summary.ts';
import { databaseName } from '../../src/storage/schema.ts';

const id = 'seeded';
const headline = 'Article gardé numéro';

/** Of the newest, which stands first in the list. */
export const newestHeadline = `${headline} 1`;

/** The first rows have a stored picture, as many as a first page shows. */
const withPicture = 30;

const paragraph =
  'La marée monte et descend deux fois par jour parce que la Terre tourne sous deux bourrelets ' +
  'd’eau que la Lune et le Soleil soulèvent, et que les côtes, les fonds et les vents retardent. ';

/** About 5 kB as JSON, in two languages, like a short article. */
function template() {
  const version = (language: string) => ({
    slug: `${id}-${language}`,
    headline,
    standfirst: paragraph,
    authors: [],
    body: Array.from({ length: 5 }, (_, index) => ({
      id: `b${index}`,
      type: 'paragraph',
      text: [paragraph, { em: [paragraph] }],
    })),
  });
  const document = {
    format: 'liseuse/article/1',
    id,
    section: 'science',
    tags: [],
    datePublished: '2026-11-04T15:20:00Z',
    originalLanguage: 'fr',
    image: { src: `images/${id}.webp`, width: 320, height: 180 },
    versions: { fr: version('fr'), en: version('en') },
  };
  const summary = summaryOf(parseArticle(`articles/${id}.json`, document), 'hash');
  return JSON.stringify({ document, summary });
}

/** @param page one whose app has opened its database already */
export async function seed(page: Page, count: number, picture: Buffer): Promise<void> {
  await page.evaluate(fill, {
    name: databaseName,
    count,
    withPicture,
    template: template(),
    id,
    headline,
    picture: [...picture],
  });
}

interface FillOptions {
  name: string;
  count: number;
  withPicture: number;
  template: string;
  id: string;
  headline: string;
  picture: number[];
}

/** Runs in the page, so it can call nothing of this file. The records are those of schema.ts. */
async function fill(options: FillOptions): Promise<void> {
  const request = indexedDB.open(options.name);
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  const db = request.result;
  const bytes = new Uint8Array(options.picture).buffer;
  for (let start = 1; start <= options.count; start += 500) {
    const transaction = db.transaction(['saved', 'savedBodies', 'savedPictures'], 'readwrite');
    for (let number = start; number < start + 500 && number <= options.count; number += 1) {
      const id = `${options.id}-${number}`;
      const text = options.template
        .replaceAll(options.id, id)
        .replaceAll(options.headline, `${options.headline} ${number}`);
      const { document, summary } = JSON.parse(text);
      const savedAt = Date.UTC(2026, 0, 1) - number * 60_000;
      const slugs = [id, `${id}-fr`, `${id}-en`];
      transaction
        .objectStore('saved')
        .put({ id, savedAt, hash: 'hash', slugs, summary, bytes: text.length });
      transaction.objectStore('savedBodies').put({ id, document });
      if (number > options.withPicture) continue;
      const src = `images/${id}.webp`;
      transaction
        .objectStore('savedPictures')
        .put({ articleId: id, src, type: 'image/webp', bytes });
    }
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onerror = reject;
    });
  }
  db.close();
}
