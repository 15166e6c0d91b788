/** The picture that stands for an article elsewhere: on a card, in a feed, in search results. */
import type { Image } from '../content/model.ts';
import { publishedFolder } from './edition.ts';

export interface SharePicture {
  /** Absolute. */
  url: string;
  /** In pixels, as the height. */
  width: number;
  height: number;
}

/** What cards are drawn at on a sharp screen; a narrower picture is shown small or not at all. */
const wantedWidth = 1200;
/** Wider ones are cut down by who shows them, and some services give up on large files. */
const widest = 1600;

/** What those who draw cards can read. (Few can draw SVG or AVIF.) */
const drawable = /\.(?:webp|jpe?g|png|gif)$/i;

/**
 * The copy of a picture to hand out: the smallest from 1200 pixels up to 1600; else the widest below;
 * else, where all are too wide, the smallest. Undefined when there is none that others can draw.
 * @param root the site’s address, as `rootOf` gives it
 */
export function sharePicture(image: Image, root: string): SharePicture | undefined {
  const copies = [...(image.variants ?? []), image]
    .filter(({ src }) => drawable.test(src))
    .sort((a, b) => a.width - b.width);
  const notTooWide = copies.filter(({ width }) => width <= widest);
  const best =
    notTooWide.find(({ width }) => width >= wantedWidth) ?? notTooWide.at(-1) ?? copies[0];
  if (!best) return undefined;
  const { src, width } = best;
  const height = Math.round((width * image.height) / image.width);
  return { url: new URL(`${publishedFolder}/${src}`, root).href, width, height };
}

/** The icon of the site (public/icons), for where there is no picture. */
export function siteIcon(root: string): SharePicture {
  return { url: `${root}icons/icon-512.png`, width: 512, height: 512 };
}
