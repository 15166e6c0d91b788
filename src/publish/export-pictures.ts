/**
 * `npm run pictures`: exports the drawings in docs/illustrations to the sizes that phones need, into
 * the demo edition. Only needed when a drawing has changed; the exports are kept with the edition.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const drawings = 'docs/illustrations';
const pictures = 'public/content/images';

/** From a thumbnail on one device pixel a pixel to a full-width picture on three. */
const widths = [320, 640, 960, 1600];

for (const file of await readdir(drawings)) {
  const { name, ext } = path.parse(file);
  if (ext !== '.svg') continue;
  for (const width of widths) {
    await sharp(path.join(drawings, file))
      .resize({ width })
      // At full width fine lines hide what compression does; small ones show it.
      .webp({ quality: width === 1600 ? 64 : 82, effort: 6 })
      .toFile(path.join(pictures, `${name}-${width}.webp`));
  }
  process.stdout.write(`${name}\n`);
}
