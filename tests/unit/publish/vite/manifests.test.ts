import { expect, test } from 'vitest';
import type { Site } from '../../../../src/content/model.ts';
import { readCatalogue } from '../../../../src/publish/message-catalogue.ts';
import { manifest } from '../../../../src/publish/vite/manifests.ts';

const site: Site = {
  name: { fr: 'La Veille', en: 'The Watch' },
  description: { fr: 'Un journal', en: 'A paper' },
  defaultLanguage: 'fr',
  timeZone: 'UTC',
  sections: [],
  tags: [],
  authors: [],
};

const read = (language: 'fr' | 'en', base: string) =>
  JSON.parse(
    manifest({ site, language, base, messages: readCatalogue(process.cwd())[language] }),
  ) as Record<string, unknown> & { icons: { src: string; purpose: string }[] };

test.each(['/', '/news/'])('keeps every address under %s', (base) => {
  const result = read('fr', base);
  expect(result).toMatchObject({
    id: base,
    scope: base,
    start_url: `${base}fr/?source=app`,
    shortcuts: [
      { name: 'À la une', url: `${base}fr/?source=shortcut` },
      { name: 'Articles gardés', url: `${base}fr/gardes?source=shortcut` },
    ],
  });
  for (const { src } of result.icons) expect(src.startsWith(`${base}icons/`)).toBe(true);
});

test('speaks its language and is one app in both', () => {
  expect(read('en', '/')).toMatchObject({
    lang: 'en',
    dir: 'ltr',
    name: 'The Watch',
    description: 'A paper',
    shortcuts: [{ name: 'Front page' }, { name: 'Saved articles' }],
  });
  expect(read('en', '/').id).toBe(read('fr', '/').id);
});

test('has a maskable icon', () => {
  expect(read('fr', '/').icons.map(({ purpose }) => purpose)).toContain('maskable');
});
