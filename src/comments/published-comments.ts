import type { Comment, Summary } from '../content/model.ts';
import { parseComments } from '../content/parse.ts';
import type { EditionSource } from '../content/sources/edition.ts';

/**
 * The comments published on an article, from the file kept with a saved copy of it or else from
 * the site; none where there are none. Rejects with a ContentError, or the abort.
 */
export async function publishedComments(
  source: EditionSource,
  { id, comments }: Summary,
  stored: unknown,
  signal: AbortSignal,
): Promise<Comment[]> {
  if (stored !== undefined) {
    try {
      return parseComments(`comments/${id}.json`, stored);
    } catch (error) {
      // A stored file that cannot be read must not stand in the way of the network.
      console.warn('The saved comments cannot be read.', error);
    }
  }
  if (!comments) return [];
  return (await source.comments(id, comments.hash, signal)).value;
}
