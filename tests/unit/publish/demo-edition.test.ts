/** What the demo edition promises to show of the app, counted. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { eachBlock, inlineRuns, picturesOfBlocks } from '../../../src/content/blocks.ts';
import { type Language, languages } from '../../../src/content/language.ts';
import type { Article, Block, Inline, Version } from '../../../src/content/model.ts';
import { parseComments } from '../../../src/content/parse.ts';
import { plainText, plainTextOfBlocks, wordsOf } from '../../../src/content/plain-text.ts';
import { eachSection, sectionTrail } from '../../../src/content/sections.ts';
import { wholeArticle } from '../../../src/publish/edition.ts';
import { readEdition } from '../../../src/publish/read-edition.ts';
import { everyBlock } from '../../support/every-block.ts';
import { demoFolder } from '../../support/sites.ts';

const edition = await readEdition(demoFolder);
const articles = edition.articles.map(({ summary }) => wholeArticle(edition, summary));
const versions = articles.flatMap((article) =>
  languages.flatMap((language) => {
    const version = article.versions[language];
    return version ? [{ name: `${article.id} (${language})`, article, language, version }] : [];
  }),
);
const bilingual = articles.filter(({ versions: { fr, en } }) => fr && en);
const onlyIn = (language: Language) =>
  articles.filter(({ versions }) => Object.keys(versions).join() === language);
const wordsIn = ({ body }: Version) => wordsOf(plainTextOfBlocks(body)).length;

test('is at least fourteen articles, eleven in both languages, one in each alone', () => {
  expect(articles.length).toBeGreaterThanOrEqual(14);
  expect(bilingual.length).toBeGreaterThanOrEqual(11);
  expect(onlyIn('fr')).not.toEqual([]);
  expect(onlyIn('en')).not.toEqual([]);
});

test('is about five sections or more, one of them inside another', () => {
  const used = new Set(articles.map(({ section }) => section));
  expect(used.size).toBeGreaterThanOrEqual(5);
  const { sections } = edition.site;
  const nested = [...used].filter((id) => sectionTrail(sections, id).length > 1);
  expect(nested).toContain('security-defence');
  const trail = sectionTrail(sections, 'security-defence');
  expect(trail.map(({ name }) => name.en)).toEqual(['News', 'Security and defence']);
  expect(trail.map(({ name }) => name.fr)).toEqual(['Actualité', 'Sécurité et défense']);
});

test('leaves no section, tag or desk without an article', () => {
  const { site } = edition;
  const inSection = (id: string) =>
    articles.some(({ section }) => sectionTrail(site.sections, section).some((s) => s.id === id));
  expect([...eachSection(site.sections)].filter(({ id }) => !inSection(id))).toEqual([]);
  const tags = new Set(articles.flatMap((article) => article.tags));
  expect(site.tags.filter(({ id }) => !tags.has(id))).toEqual([]);
  const authors = new Set(versions.flatMap(({ version }) => version.authors));
  expect(site.authors.filter(({ id }) => !authors.has(id))).toEqual([]);
});

describe.each(versions)('$name', ({ article, language, version }) => {
  test('has between 400 and 1,200 words', () => {
    expect(wordsIn(version)).toBeGreaterThanOrEqual(400);
    expect(wordsIn(version)).toBeLessThanOrEqual(1_200);
  });

  test('has a headline, a standfirst, a desk, headings, and words for and under its picture', () => {
    expect(version.authors).not.toEqual([]);
    expect(version.body.filter(({ type }) => type === 'heading')).not.toEqual([]);
    expect(version.imageAlt?.trim()).toBeTruthy();
    expect(version.imageCaption?.trim()).toBeTruthy();
    // A caption tells something more than the words for those who cannot see the picture.
    expect(version.imageCaption).not.toBe(version.imageAlt);
    expect(article.image?.credit?.[language]?.trim()).toBeTruthy();
    for (const { alt, image } of picturesOfBlocks(version.body)) {
      expect(alt.trim()).not.toBe('');
      expect(image.credit?.[language]?.trim()).toBeTruthy();
    }
  });

  test('is set with the quotes and apostrophes of print', () => {
    expect(textsOf(version).filter((text) => /["'`]/.test(text))).toEqual([]);
  });

  test('gives the source of every quotation', () => {
    const quotes = [...eachBlock(version.body)].filter((block) => block.type === 'quote');
    expect(quotes.filter(({ cite }) => plainText(cite ?? []).trim() === '')).toEqual([]);
  });
});

describe.each(versions.filter(({ language }) => language === 'fr'))('$name', ({ version }) => {
  test('has no plain space where French wants one that does not break', () => {
    const loose = textsOf(version).filter((text) => / [;:!?»%]|« |\d \d{3}(?!\d)/.test(text));
    expect(loose).toEqual([]);
  });
});

test.each(bilingual)('$id says the same, block by block, in both languages', ({ versions }) => {
  const shape = (version: Version | undefined) =>
    [...eachBlock(version?.body ?? [])].map(({ id, type }) => `${id}: ${type}`);
  // Only a version that was changed alone may say more than the other.
  const shared = (version: Version | undefined, other: Version | undefined) =>
    shape(version).filter((block) => !version?.dateModified || shape(other).includes(block));
  expect(shared(versions.en, versions.fr)).toEqual(shared(versions.fr, versions.en));
});

describe('uses the whole of the format', () => {
  const used = (article: Article, language: Language) => usedIn(article.versions[language]?.body);
  const wanted = [...used(everyBlock(), 'fr')].sort();

  test.each(languages)('in %s', (language) => {
    const all = new Set(articles.flatMap((article) => [...used(article, language)]));
    expect([...all].sort()).toEqual(wanted);
  });
});

test.each(versions)('$name links to nothing that came out after its last change', (of) => {
  const { article, version } = of;
  const changed = Date.parse(version.dateModified ?? article.dateModified ?? article.datePublished);
  const later = [...eachBlock(version.body)]
    .flatMap(inlineRuns)
    .flatMap(linksIn)
    .filter((href) => {
      const target = articles.find(({ id }) => href === `article/${id}`);
      return target && Date.parse(target.datePublished) > changed;
    });
  expect(later).toEqual([]);
});

test('has published comments, with answers, under two articles', () => {
  expect(edition.comments).toHaveLength(2);
  for (const thread of edition.comments) {
    const comments = parseComments(thread.file, JSON.parse(edition.textOf(thread)));
    expect(comments.length).toBeGreaterThan(1);
    expect(comments.some(({ parent }) => parent !== undefined)).toBe(true);
  }
});

test('every picture has the size that is written down, in each of its widths', async () => {
  const images = versions.flatMap(({ article, version }) => [
    ...(article.image ? [article.image] : []),
    ...picturesOfBlocks(version.body).map(({ image }) => image),
  ]);
  expect(articles.filter(({ image }) => !image)).toEqual([]);
  const wanted = new Map(
    images.flatMap(({ src, width, height, variants = [] }) => [
      [src, { width, height }] as const,
      ...variants.map(
        (variant) =>
          [
            variant.src,
            { width: variant.width, height: Math.round((variant.width * height) / width) },
          ] as const,
      ),
    ]),
  );
  for (const { variants = [] } of images) {
    expect(variants.map(({ width }) => width)).toEqual([320, 640, 960]);
  }
  for (const [src, { width, height }] of wanted) {
    const actual = await sharp(await readFile(path.join(demoFolder, src))).metadata();
    expect([src, actual.width]).toEqual([src, width]);
    expect(Math.abs((actual.height ?? 0) - height)).toBeLessThanOrEqual(1);
  }
  expect([...edition.images].filter((name) => !wanted.has(name))).toEqual([]);
});

describe('the report of the call for support to Ukraine', () => {
  const report = articles.find(({ id }) => id === 'nato-call-ukraine-support');

  test('stands in its section, under its tags, with an explanation of terms', () => {
    expect(report?.section).toBe('security-defence');
    expect(report?.tags).toEqual(expect.arrayContaining(['ukraine', 'russia']));
    const types = [...eachBlock(report?.versions.fr?.body ?? [])].map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['heading', 'note']));
  });

  test.each([
    [
      'fr',
      [/changer le cours/i, /Corée du Nord/, /Iran/, /Chine/, /\b20\b|vingt/, /10\s000/, /12\s000/],
    ],
    [
      'en',
      [/change the course/i, /North Korea/, /Iran/, /China/, /\b20\b|twenty/, /10,000/, /12,000/],
    ],
  ] as const)('tells in %s what was reported, naming nobody', (language, facts) => {
    const version = report?.versions[language];
    const text = `${version?.headline} ${version?.standfirst} ${plainTextOfBlocks(version?.body ?? [])}`;
    for (const fact of facts) expect(text).toMatch(fact);
    expect(text).not.toMatch(/Rutte|Stoltenberg/);
  });
});

/** Names of the block types and marks that a body holds. */
function usedIn(body: readonly Block[] = []): Set<string> {
  const marksIn = (run: readonly Inline[]): string[] =>
    run.flatMap((inline) => {
      if (typeof inline === 'string') return [];
      const inner = Object.values(inline).flatMap((value) =>
        Array.isArray(value) ? marksIn(value as Inline[]) : [],
      );
      return [`mark ${Object.keys(inline)[0]}`, ...inner];
    });
  return new Set(
    [...eachBlock(body)].flatMap((block) => [
      `block ${block.type}`,
      ...inlineRuns(block).flatMap(marksIn),
    ]),
  );
}

/** Where the links in a text lead, as written. */
function linksIn(run: readonly Inline[]): string[] {
  return run.flatMap((inline) => {
    if (typeof inline === 'string') return [];
    const inner = Object.values(inline).filter((value) => Array.isArray(value)) as Inline[][];
    return ['href' in inline ? inline.href : [], inner.flatMap(linksIn)].flat();
  });
}

/** Everything of a version that is meant to be read, but for programs. */
function textsOf(version: Version): string[] {
  const names = new Set(['id', 'type', 'slug', 'src', 'href', 'url', 'site', 'code', 'lang']);
  const texts = (value: unknown, key?: string): string[] => {
    if (key !== undefined && names.has(key)) return [];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value)) return value.flatMap((item) => texts(item));
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => texts(inner, name));
  };
  return texts(version);
}
