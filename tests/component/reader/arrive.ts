import { expect, onTestFinished } from 'vitest';
import type { Language } from '../../../src/content/language.ts';
import type { Summary } from '../../../src/content/model.ts';
import { ArticleLoader } from '../../../src/reader/article-loader.svelte.ts';
import type { ReadyArticle } from '../../../src/reader/article-state.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { openTab } from '../../support/stage.ts';

export const picture = { src: 'images/tides.webp', type: 'image/webp', bytes: new ArrayBuffer(8) };
export const tides = articleFile('tides');

interface Setup {
  slug?: string;
  /** Whether, and with what text, the article has been saved earlier. */
  savedAs?: unknown;
  /** Of the text that was saved; that of the published one if absent. */
  savedHash?: string;
  /** Whether this device remembers that something was saved on it. */
  mayBeSaved?: boolean;
  /** The page carries the article in this language, as it was prerendered. */
  carriedIn?: Language;
  /** A list on the page before has told of the article, as of a text with this hash. */
  listedHash?: string;
  document?: typeof tides;
}

/** A reader at an article’s address. */
export async function arrive({
  slug = 'tides-en',
  savedAs,
  savedHash = 'h1',
  mayBeSaved = true,
  carriedIn,
  listedHash,
  document = tides,
}: Setup = {}) {
  const host = new FakeSite();
  const tab = openTab({ host });
  const related = [host.publish(articleFile('moon'))];
  const summary = host.publish(document, { related });
  if (savedAs) {
    const saved = { ...summary, hash: savedHash };
    await tab.storage.saved.save({ summary: saved, document: savedAs, pictures: [picture] });
  }
  const versions = carriedIn && { [carriedIn]: document.versions[carriedIn] };
  const source = versions
    ? host.sourceOf({
        article: { address: { article: summary, related }, article: { ...document, versions } },
      })
    : host.source;
  if (listedHash) source.inHand.note([{ ...summary, hash: listedHash }]);
  const seen: Summary[] = [];
  const renewed: Summary[] = [];
  const loader = new ArticleLoader({
    source,
    saved: tab.saved,
    mayBeSaved: () => mayBeSaved,
    onListChanged: tab.contexts.onListChanged,
    slug,
    onarticle: (article) => seen.push(article),
    onoldercopy: async (article) => {
      renewed.push(article);
    },
  });
  const start = () => {
    const stop = loader.start();
    onTestFinished(stop);
    return stop;
  };
  return { ...tab, host, loader, seen, renewed, start, summary };
}

export async function ready(loader: ArticleLoader): Promise<ReadyArticle> {
  await expect.poll(() => loader.state.status).toBe('ready');
  return loader.state as ReadyArticle;
}

export const failed = (loader: ArticleLoader) =>
  expect.poll(() => loader.state.status === 'failed' && loader.state.error);

/** Whether there is a picture at an address that was made for a stored copy. */
export const isAlive = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
