import { expect, test } from 'vitest';
import { sharePicture } from '../../../src/publish/share-picture.ts';

const root = 'https://news.example/paper/';
/** A picture of 16 by 9 in these widths, the first being the original. */
const picture = ([width, ...others]: number[], type = 'webp') => ({
  src: `images/p-${width}.${type}`,
  width: width!,
  height: (width! * 9) / 16,
  variants: others.map((each) => ({ src: `images/p-${each}.${type}`, width: each })),
});

test.each([
  [[1600, 320, 640, 960], 1600],
  [[1600, 320, 1200, 1440], 1200],
  [[4000, 1440, 1280], 1280],
  [[960, 320, 640], 960],
  [[4000, 320, 960], 960],
  [[4000, 2400], 2400],
  [[4000], 4000],
])('of widths %j the one of %i is handed out', (widths, width) => {
  expect(sharePicture(picture(widths), root)).toEqual({
    url: `https://news.example/paper/content/images/p-${width}.webp`,
    width,
    height: (width * 9) / 16,
  });
});

test('the height of a copy is a whole number of pixels', () => {
  const image = { src: 'images/a.jpg', width: 1999, height: 1333 };
  const variants = [{ src: 'images/b.jpg', width: 1201 }];
  expect(sharePicture({ ...image, variants }, root)?.height).toBe(801);
});

test('what others cannot draw is left, for a copy that they can or for none', () => {
  expect(sharePicture(picture([1600, 320], 'svg'), root)).toBeUndefined();
  const variants = [{ src: 'images/p-960.jpg', width: 960 }];
  expect(sharePicture({ ...picture([1600], 'avif'), variants }, root)?.width).toBe(960);
});

test('a name is written as an address wants it', () => {
  const image = { src: 'images/été.webp', width: 1200, height: 600 };
  expect(sharePicture(image, root)?.url).toBe(
    'https://news.example/paper/content/images/%C3%A9t%C3%A9.webp',
  );
});
