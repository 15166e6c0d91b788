import type { Image } from '../content/model.ts';

/** A phone shows a picture at most 430 px wide and 3 device pixels to each: 1290. */
const savedWidth = 1290;
/** 92 px in a list, and 3 device pixels to each. */
const thumbWidth = 276;

/** The one size to keep for reading: the smallest that is sharp on a phone. */
export function savedVariant(image: Image): string {
  return smallestOf(image, savedWidth);
}

/** The size to show in a list of saved articles. */
export function thumbVariant(image: Image): string {
  return smallestOf(image, thumbWidth);
}

/** The smallest size of at least so many pixels in width, else the largest there is. */
function smallestOf(image: Image, width: number): string {
  const sizes = [...(image.variants ?? []), image].sort((a, b) => a.width - b.width);
  return (sizes.find((size) => size.width >= width) ?? sizes.at(-1) ?? image).src;
}
