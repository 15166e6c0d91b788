import type { Site } from './model.ts';
import { parseWith, refuseNewerFormat } from './parse.ts';
import { site, siteFormat } from './schema/site.ts';

/**
 * Reads `site.json`. Apart from parse.ts because the app never does: it has the site built in, so
 * these checks need not be sent to readers.
 * @throws {ContentError} `invalid`, or `newer-format` for a file of a later format.
 */
export function parseSite(file: string, input: unknown): Site {
  refuseNewerFormat(file, input, siteFormat);
  return parseWith(site, file, input);
}
