/**
 * Versions of published files. An address such as `articles/ID.json?v=HASH` names the text that is
 * meant; hosts ignore the query, so only the text itself tells whether it is that one.
 */

/**
 * The hash an address asks for: twelve hexadecimal digits in `v`, as the build writes them.
 * Undefined for addresses without one, and for anything else in `v`: that cannot be checked.
 */
export function versionIn(address: string): string | undefined {
  return /^[^?#]*\?(?:[^#]*&)?v=([\da-f]{12})(?:[&#]|$)/.exec(address)?.[1];
}

/**
 * The same hash as the build’s (src/publish/hash.ts), of the bytes of a file. Undefined where the
 * browser offers no cryptography: on pages without HTTPS.
 */
export async function versionOf(bytes: BufferSource): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest('SHA-256', bytes);
  if (!digest) return undefined;
  const digits = Array.from(new Uint8Array(digest, 0, 6), (byte) =>
    byte.toString(16).padStart(2, '0'),
  );
  return digits.join('');
}
