import type { Locales } from '../content/language.ts';
import { summaryOf } from '../content/summary.ts';
import { setText } from '../content/typography/set-text.ts';
import type { SavedArticles } from '../storage/saved.ts';
import type { ReadyArticle } from './article-state.ts';
import { loadBlocksOf } from './rare-blocks.ts';
import { StoredPictures } from './stored-pictures.ts';

/**
 * The saved copy of the article at a slug or id, its spaces set, with addresses for its pictures: whoever gets it
 * releases them. Undefined where nothing is saved, and for a copy that cannot be read, for whatever
 * reason: it must not stand in the way of the network.
 */
export async function readSavedArticle(
  articles: () => Promise<SavedArticles>,
  slug: string,
  locales: Locales | undefined,
): Promise<ReadyArticle | undefined> {
  try {
    const saved = await articles();
    const found = await saved.find(slug);
    const copy = found && (await saved.get(found.id));
    if (!copy) return undefined;
    const { entry, document, comments } = copy;
    const { parseArticle } = await import('../content/parse.ts');
    const article = setText(parseArticle(`articles/${entry.id}.json`, document), locales);
    await loadBlocksOf(article);
    const pictures = new StoredPictures(await saved.pictures(entry.id));
    // Made from the text itself: an entry written by an earlier version may say less.
    const summary = summaryOf(article, entry.hash, entry.summary.comments);
    return { status: 'ready', article, summary, pictures, comments, savedAt: entry.savedAt };
  } catch (error) {
    console.warn('The saved copy cannot be read.', error);
    return undefined;
  }
}
