import { afterEach, expect, test, vi } from 'vitest';
import { versionIn, versionOf } from '../../../src/lib/file-version.ts';
import { contentHash } from '../../../src/publish/hash.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['articles/a.json?v=0123456789ab', '0123456789ab'],
  ['https://example.org/my.news/content/articles/a.json?v=0123456789ab', '0123456789ab'],
  ['articles/a.json?x=1&v=0123456789ab&y=2#z', '0123456789ab'],
  ['articles/a.json', undefined],
  ['articles/a.json?v=h1', undefined],
  ['articles/a.json?v=0123456789abc', undefined],
  ['articles/a.json?v=0123456789AB', undefined],
  ['articles/a.json?dev=0123456789ab', undefined],
  ['articles/a.json#?v=0123456789ab', undefined],
])('%s names the version %s', (address, version) => {
  expect(versionIn(address)).toBe(version);
});

test.each(['', '{"a":1}', '{"été":"l’Œuvre 🦊"}'])(
  '%j has the hash that the build gives it',
  async (text) => {
    const hash = await versionOf(new TextEncoder().encode(text));
    expect(hash).toBe(contentHash(text));
    expect(versionIn(`a.json?v=${hash}`)).toBe(hash);
  },
);

test.each([undefined, {}])('without cryptography (%j) there is no hash', async (crypto) => {
  vi.stubGlobal('crypto', crypto);
  expect(await versionOf(new Uint8Array())).toBeUndefined();
});
