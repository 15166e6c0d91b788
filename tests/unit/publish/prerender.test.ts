import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/model.ts';
import { buildEdition } from '../../../src/publish/build-edition.ts';
import type { Edition } from '../../../src/publish/edition.ts';
import { DrawingError, type PageFile } from '../../../src/publish/prerender.ts';
import { fakeDrawing, type FakeDrawing, readFakePage } from '../../support/fake-drawing.ts';
import {
  madeArticle,
  madeArticles,
  madeEdition,
  madeSite,
  madeVersion,
} from '../../support/made-edition.ts';

const onlyFrench = madeArticle(4, { versions: { fr: madeVersion('a-00004', 'fr') } });
const articles = [...madeArticles(3), onlyFrench];
const edition = madeEdition(articles);

/** The pages of each published file, by its name. */
function pagesByFile(
  of: Edition = edition,
  { base = '/', ...drawing }: FakeDrawing & { base?: string } = {},
) {
  const { prerender, drawn } = fakeDrawing(drawing);
  const pages = prerender(of, base);
  const files = new Map(
    [...buildEdition(of)].map((published) => [published.file, [...pages.pagesOf(published)]]),
  );
  const plain = [...pages.plainPages()];
  return { files, plain, all: [...[...files.values()].flat(), ...plain], drawn };
}

const names = (pages: PageFile[] | undefined) => pages?.map(({ file }) => file);
async function drawnPage(pages: PageFile[] | undefined, file: string) {
  const page = pages?.find((each) => each.file === file);
  if (!page) throw new Error(`There is no page ${file}`);
  return readFakePage(await page.draw());
}

describe('which pages show a file', () => {
  test.each([
    ['front.json', ['fr/index.html', 'en/index.html']],
    ['index.json', ['fr/derniers-articles.html', 'en/latest.html']],
    ['sections/defence.json', ['fr/rubrique/defence-fr.html', 'en/section/defence-en.html']],
    ['tags/sea.json', ['fr/sujet/sea-fr.html', 'en/topic/sea-en.html']],
    ['addresses/a-00001.json', ['fr/article/a-00001-fr.html', 'en/article/a-00001-en.html']],
    ['addresses/a-00004.json', ['fr/article/a-00004-fr.html', 'en/article/a-00004-fr.html']],
    ['addresses/a-00001-fr.json', []],
    ['articles/a-00001.json', []],
  ])('%s', (file, expected) => {
    expect(names(pagesByFile().files.get(file))).toEqual(expected);
  });

  test('none shows the later pages of a list, or comments', () => {
    const large = madeEdition(madeArticles(30), { threads: { 'a-00001': [] } });
    const { files } = pagesByFile(large);
    expect(names(files.get('index/1.json'))).toEqual([]);
    expect(names(files.get('comments/a-00001.json'))).toEqual([]);
  });

  test('those with nothing of the edition are the sections and what is not there', () => {
    expect(names(pagesByFile().plain)).toEqual([
      'fr/rubriques.html',
      'fr/404.html',
      'en/sections.html',
      'en/404.html',
      '404.html',
    ]);
  });

  test('each page is made once, at whatever path the site stands', () => {
    const files = names(pagesByFile().all);
    expect(new Set(files).size).toBe(files?.length);
    expect(names(pagesByFile(edition, { base: '/news/paper/' }).all)).toEqual(files);
  });
});

describe('what a page is drawn from', () => {
  const published = (file: string) =>
    JSON.parse([...buildEdition(edition)].find((each) => each.file === file)?.json ?? '') as object;

  test('the front page: its list', async () => {
    const { files, drawn } = pagesByFile();
    const { kind, templateLanguage, data, language } = await drawnPage(
      files.get('front.json'),
      'en/index.html',
    );
    expect({ kind, templateLanguage, language }).toEqual({
      kind: 'front',
      templateLanguage: 'en',
      language: 'en',
    });
    expect(data).toEqual({
      language: 'en',
      path: '/en/',
      content: { front: published('front.json') },
    });
    expect(drawn).toEqual([{ base: '/', ...data }]);
  });

  test.each([
    ['index.json', 'fr/derniers-articles.html'],
    ['sections/news.json', 'fr/rubrique/news-fr.html'],
    ['tags/ice.json', 'fr/sujet/ice-fr.html'],
  ])('%s: that list, under its name', async (file, page) => {
    const { kind, data } = await drawnPage(pagesByFile().files.get(file), page);
    expect(kind).toBe('list');
    expect(data.content).toEqual({ list: { file, page: published(file) } });
    expect(data.path).toBe(`/${page.replace('.html', '')}`);
  });

  test('an article: its address, and its text in the language of the page alone', async () => {
    const { files, drawn } = pagesByFile();
    const pages = files.get('addresses/a-00001.json');
    const { kind, data } = await drawnPage(pages, 'en/article/a-00001-en.html');
    expect(kind).toBe('article');
    expect(data.content?.article?.address).toEqual(published('addresses/a-00001.json'));
    const { versions, ...rest } = data.content?.article?.article as Article;
    expect(versions).toEqual({ en: madeArticle(1).versions.en });
    expect({ ...rest, versions: madeArticle(1).versions }).toEqual(madeArticle(1));
    expect(drawn).toHaveLength(1);
  });

  test('a text is drawn as it is shown, with its spaces set', async () => {
    const headline = '« Oui »';
    const fr = { ...madeVersion('a-00001', 'fr', 'Quoi ?'), headline };
    const site = { ...madeSite, locales: { fr: 'fr-CA' } };
    const { files } = pagesByFile(madeEdition([madeArticle(1, { versions: { fr } })], { site }));
    const pages = files.get('addresses/a-00001.json');
    const { data, head } = await drawnPage(pages, 'fr/article/a-00001-fr.html');
    const { address, article } = data.content?.article ?? {};
    const set = '«\u00a0Oui\u00a0»';
    expect(article?.versions.fr?.headline).toBe(set);
    expect(JSON.stringify(article?.versions.fr?.body)).toContain('Quoi\u202f?');
    expect(address?.article.versions.fr?.headline).toBe(set);
    expect(head).toContain(set);
    const front = await drawnPage(files.get('front.json'), 'fr/index.html');
    expect(front.data.content?.front?.lead?.versions.fr?.headline).toBe(set);
    const list = await drawnPage(files.get('index.json'), 'fr/derniers-articles.html');
    expect(list.data.content?.list?.page.articles[0]?.versions.fr?.headline).toBe(set);
  });

  test('an article with blocks that few have takes more of the program', async () => {
    const { files } = pagesByFile(edition, { onDraw: () => ({ hasRareBlocks: true }) });
    const pages = files.get('addresses/a-00001.json');
    expect((await drawnPage(pages, 'fr/article/a-00001-fr.html')).kind).toBe('richArticle');
  });

  test('what is not there: nothing, at no address', async () => {
    const { plain, drawn } = pagesByFile();
    const french = await drawnPage(plain, 'fr/404.html');
    expect(french).toMatchObject({ kind: 'notFound', language: 'fr', data: { language: 'fr' } });
    expect(french.data).not.toHaveProperty('path');
    expect(french.isFallback).toBe(false);
    expect((await drawnPage(plain, '404.html')).isFallback).toBe(true);
    expect((await drawnPage(plain, 'en/sections.html')).kind).toBe('sections');
    expect(drawn.map(({ path }) => path)).toEqual(['/404', '/404', '/en/sections']);
  });

  test('the page that stands for any address is in the language of the site', async () => {
    const english = madeEdition(articles, { site: { ...madeSite, defaultLanguage: 'en' } });
    expect((await drawnPage(pagesByFile(english).plain, '404.html')).language).toBe('en');
  });

  test('the head: what was drawn, and what is for machines', async () => {
    const { files } = pagesByFile();
    const pages = files.get('addresses/a-00001.json');
    const { head, source } = await drawnPage(pages, 'fr/article/a-00001-fr.html');
    expect(head).toMatch(/^<title>\/fr\/article\/a-00001-fr<\/title>\s+<meta data-page/);
    expect(head).toContain('What a-00001 is about');
    expect(source).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('the source of a page', () => {
  const sources = (of?: Edition, drawing?: FakeDrawing) =>
    new Map(pagesByFile(of, drawing).all.map(({ file, source }) => [file, source]));
  /** The pages that are to be drawn anew for a change. */
  function changedBy(of: Edition, drawing?: FakeDrawing): string[] {
    const before = sources();
    return [...sources(of, drawing)].flatMap(([file, source]) =>
      before.get(file) === source ? [] : [file],
    );
  }

  test('stays while nothing has changed, and tells pages apart', () => {
    expect(changedBy(madeEdition(structuredClone(articles)))).toEqual([]);
    const all = [...sources()].filter(([file]) => !file.endsWith('404.html'));
    expect(new Set(all.map(([, source]) => source)).size).toBe(all.length);
  });

  test('changes with the program, for every page', () => {
    expect(changedBy(edition, { programHash: 'p2' })).toEqual([...sources().keys()]);
  });

  test('changes with the article, for what shows it and nothing else', async () => {
    const shows = async ({ file, draw }: PageFile) =>
      JSON.stringify(readFakePage(await draw()).data).includes('a-00002') ? [file] : [];
    const expected = (await Promise.all(pagesByFile().all.map(shows))).flat();
    expect(expected.length).toBeGreaterThan(4);
    expect(expected).not.toContain('fr/rubriques.html');
    const { fr, en } = madeArticle(2).versions;
    const corrected = { ...fr!, body: madeVersion('a-00002', 'fr', 'Corrected.').body };
    const [first, , third, fourth] = articles;
    const changed = madeArticle(2, { versions: { fr: corrected, en } });
    const of = madeEdition([first!, changed, third!, fourth!]);
    expect(changedBy(of).sort()).toEqual(expected.sort());
  });

  test('changes with what only machines read', () => {
    const site = { ...madeSite, origin: 'https://news.example' };
    const isPlain = (file: string) => file.endsWith('404.html');
    expect(changedBy(madeEdition(articles, { site }))).toEqual(
      [...sources().keys()].filter((file) => !isPlain(file)),
    );
  });
});

describe('a page that cannot be drawn', () => {
  const failing = (path: string, reason: unknown) => ({
    onDraw: (page: { path: string }) => {
      if (page.path === path) throw reason;
      return undefined;
    },
  });
  const errorOf = async (pages: PageFile[] | undefined, file: string): Promise<DrawingError> => {
    const error = await drawnPage(pages, file).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof DrawingError) return error;
    throw new Error(`No DrawingError: ${String(error)}`);
  };

  test('of an article names its file and the page', async () => {
    const reason = new Error('no such block');
    const { files } = pagesByFile(edition, failing('/fr/article/a-00001-fr', reason));
    const pages = files.get('addresses/a-00001.json');
    const error = await errorOf(pages, 'fr/article/a-00001-fr.html');
    expect(error.message).toBe(
      'articles/a-00001.json: /fr/article/a-00001-fr could not be drawn: no such block',
    );
    expect(error.articleId).toBe('a-00001');
    expect(error.cause).toBe(reason);
    expect((await drawnPage(pages, 'en/article/a-00001-en.html')).kind).toBe('article');
  });

  test('of no article names the page', async () => {
    const { files } = pagesByFile(edition, failing('/en/', 'something odd'));
    const error = await errorOf(files.get('front.json'), 'en/index.html');
    expect(error.message).toBe('the page front: /en/ could not be drawn: something odd');
    expect(error.articleId).toBeUndefined();
  });
});
