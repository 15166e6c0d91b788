import type { Image } from '../content/model.ts';
import type { EditionSource } from '../content/sources/edition.ts';

/** The sizes of a picture as the browser can fetch them, smallest first. */
export function pictureSources(
  image: Image,
  source: EditionSource,
): { url: string; width: number }[] {
  return [...(image.variants ?? []), image]
    .map(({ src, width }) => ({ url: source.urlOf(src), width }))
    .sort((a, b) => a.width - b.width);
}
