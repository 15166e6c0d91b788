/** A language that has no rules of typography yet, as one is when it has just been added. */
import { expect, test, vi } from 'vitest';
import type * as languageModule from '../../../../src/content/language.ts';
import type { Article, Inline } from '../../../../src/content/model.ts';
import { typographyLocale } from '../../../../src/content/typography/prose.ts';
import { setCommentText, setText } from '../../../../src/content/typography/set-text.ts';
import { repairFile } from '../../../../src/publish/repair-file.ts';

vi.mock('../../../../src/content/language.ts', async (importOriginal) => {
  const original = await importOriginal<typeof languageModule>();
  return {
    ...original,
    isLanguage: (value: unknown) => value === 'de' || original.isLanguage(value),
  };
});

const german = 'de' as languageModule.Language;
const text = 'Es ist  "undefined" : 5 km - oder \'nicht\' ?';
const inlines: Inline[] = [text, { em: [text] }];

/** Its French holds a label in both. */
const content = {
  versions: {
    de: { headline: text, body: [{ type: 'paragraph', text: inlines }] },
    fr: { headline: 'Quoi ?', credit: { de: text, fr: 'Qui ?' } },
  },
};

test('it is told by having none', () => {
  expect(typographyLocale(german)).toBeUndefined();
  expect(typographyLocale(german, { fr: 'fr-CA' })).toBeUndefined();
  expect(typographyLocale('en', { fr: 'fr-CA' })).toBe('en');
  expect(typographyLocale('fr', { fr: 'fr-CA' })).toBe('fr-CA');
});

test('its text is shown as it is written, and French beside it is set', () => {
  expect(setText(content as unknown as Article)).toEqual({
    versions: {
      de: content.versions.de,
      fr: { headline: 'Quoi\u202f?', credit: { de: text, fr: 'Qui\u202f?' } },
    },
  });
  expect(setCommentText({ text, language: german })).toBe(text);
});

test('nothing is found in it, and nothing mended', () => {
  const { versions } = content;
  const thread = { comments: [{ language: 'de', text: `${text}\n${text}` }] };
  for (const document of [{ versions: { de: versions.de } }, thread]) {
    const source = JSON.stringify(document);
    expect(repairFile(source)).toEqual({ findings: [], source });
  }
  const { findings } = repairFile(
    JSON.stringify({ versions: { ...versions, fr: { headline: "L'un" } } }),
  );
  expect(findings.map(({ path }) => path)).toEqual(['versions.fr.headline']);
});
