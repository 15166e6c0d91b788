/** What docs/article-format.md says must be so. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/content/parse.ts';
import { EditionError } from '../../../src/publish/edition-error.ts';
import { articleJsonSchema } from '../../../src/publish/json-schema.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import { editionFaults, type Files, temporaryFolder } from '../../support/edition-folder.ts';
import { schemaFaults } from '../../support/json-schema.ts';

const doc = readFileSync(path.join(import.meta.dirname, '../../../docs/article-format.md'), 'utf8');
const examples = [...doc.matchAll(/^```json\n(.*?)^```/gms)].map(
  ([, code]) => JSON.parse(code ?? '') as { format: string; id?: string },
);
const example = (kind: string) => {
  const found = examples.filter(({ format }) => format === `liseuse/${kind}/1`);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const pictures = Object.fromEntries(
  [...new Set(JSON.stringify(examples).match(/images\/[a-z0-9-]+\.webp/g))].map((name) => [
    name,
    'x',
  ]),
);
const edition = (): Files => ({
  'site.json': example('site'),
  'articles/how-a-lock-works.json': example('article'),
  'comments/how-a-lock-works.json': example('comments'),
  ...pictures,
});

test('its article is one, in both languages, and satisfies the JSON Schema', () => {
  const article = parseArticle('a.json', example('article'));
  expect(Object.keys(article.versions)).toEqual(['fr', 'en']);
  const ids = (language: 'fr' | 'en') => article.versions[language]?.body.map(({ id }) => id);
  expect(ids('en')).toEqual(ids('fr'));
  expect(schemaFaults(articleJsonSchema(), example('article'))).toEqual([]);
});

test('its examples make an edition, with nothing left over', async () => {
  expect(examples).toHaveLength(3);
  const read = await readEdition(await temporaryFolder(edition()));
  expect(read.articles.map(({ summary }) => summary.id)).toEqual(['how-a-lock-works']);
  expect(read.comments[0]?.count).toBe(2);
});

test('the error that it shows is the one that the build ends in', async () => {
  const article = JSON.stringify(example('article'));
  const files = {
    ...edition(),
    'articles/tides.json': article.replace('"level":2', '"level":1'),
    'articles/old-canals.json': article
      .replace('"id":"how-a-lock-works"', '"id":"old-canals"')
      .replace('"comment-marche-une-ecluse"', '"vieux-canaux"')
      .replace('"tags":["water","history"]', '"tags":["water","canals"]'),
  };
  const faults = await editionFaults(async () => readEdition(await temporaryFolder(files)));
  expect(doc).toContain(`\n${new EditionError('my-edition', faults).message}\n\`\`\``);
});

describe('its tables', () => {
  const definitions = (articleJsonSchema() as { $defs: Record<string, { anyOf: Form[] }> }).$defs;
  interface Form {
    properties?: Record<string, { const?: string }>;
    required?: string[];
  }
  const rowOf = (name: string, heading: string) => {
    const part = doc.slice(doc.indexOf(`\n## ${heading}`));
    const row = part.split('\n').find((line) => line.startsWith(`| \`${name}\` `));
    if (!row) throw new Error(`There is no row for ${name} under ${heading}`);
    return row;
  };
  const blocks = (definitions['block']?.anyOf ?? []).map((form) => ({
    name: form.properties?.['type']?.const ?? '',
    form,
  }));
  const marks = (definitions['inline']?.anyOf ?? []).flatMap((form) =>
    form.properties ? [{ name: Object.keys(form.properties)[0] ?? '', form }] : [],
  );

  test.each([
    ...blocks.map(({ name, form }) => ['Blocks', name, form] as const),
    ...marks.map(({ name, form }) => ['Marks', name, form] as const),
  ])('%s: %s has a row that names its fields, and which may be left out', (heading, name, form) => {
    const row = rowOf(name, heading);
    const fields = Object.keys(form.properties ?? {}).filter(
      (field) => heading === 'Marks' || (field !== 'id' && field !== 'type'),
    );
    for (const field of fields) {
      const isOptional = !form.required?.includes(field);
      expect(row).toContain(isOptional ? `\`${field}\`?` : `\`${field}\``);
    }
  });

  test('have a row for every block and mark, and for no other', () => {
    const rows = (heading: string) => {
      const [, part = ''] = doc.split(`\n## ${heading}\n`);
      const [text = ''] = part.split('\n## ');
      return [...text.matchAll(/^\| `([a-z]+)`/gm)].map(([, name]) => name);
    };
    expect(rows('Blocks')).toEqual(blocks.map(({ name }) => name));
    expect(rows('Marks').sort()).toEqual(marks.map(({ name }) => name).sort());
  });
});
