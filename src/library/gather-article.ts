import { picturesOfBlocks } from '../content/blocks.ts';
import { languages } from '../content/language.ts';
import type { Article, Image, Summary } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';
import { savedVariant, thumbVariant } from './picture-size.ts';

/**
 * Everything that a saved article consists of: its file, its published comments, and one size of
 * every picture it shows in any language.
 * @throws {ContentError} when a part cannot be had
 */
export async function gatherArticle(summary: Summary, source: EditionSource) {
  const { id, hash, comments } = summary;
  const [article, thread] = await Promise.all([
    source.article(id, hash),
    comments && source.comments(id, comments.hash),
  ]);
  const shown = imagesOf(article.value).map(savedVariant);
  const thumb = article.value.image ? [thumbVariant(article.value.image)] : [];
  const sources = [...new Set([...shown, ...thumb])];
  const pictures = await Promise.all(
    sources.map(async (src) => ({ src, ...(await source.picture(src)) })),
  );
  // A copy: what the list holds may be a proxy, which a database cannot store.
  // With the hash of the text that came, so that a newer one is told from it.
  const plain = JSON.parse(JSON.stringify({ ...summary, hash: article.hash })) as Summary;
  return { summary: plain, document: article.document, comments: thread?.document, pictures };
}

/** Every picture of an article, in all its languages. */
function imagesOf({ image, versions }: Article): Image[] {
  const bodies = languages.flatMap((language) => versions[language]?.body ?? []);
  return [...(image ? [image] : []), ...picturesOfBlocks(bodies).map((picture) => picture.image)];
}
