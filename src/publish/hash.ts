import { createHash } from 'node:crypto';

/** Names a version of a file in its address: twelve hexadecimal digits of its SHA-256. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
