import { describe, expect, test } from 'vitest';
import { eachBlock, inlineRuns } from '../../../../src/content/blocks.ts';
import type { Article, Site } from '../../../../src/content/model.ts';
import { summaryOf } from '../../../../src/content/summary.ts';
import { runsOfInlines } from '../../../../src/content/typography/runs.ts';
import { setCommentText, setText } from '../../../../src/content/typography/set-text.ts';
import { everyBlock, pathsOf, type Json, type JsonPath } from '../../../support/every-block.ts';
import { site } from '../../../support/fake-site.ts';
import { drawn } from './rows.ts';

/** A mark of text to be set, at the end of every string there is, of whatever kind. */
function marked<T>(value: T): T {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    typeof inner === 'string' && key !== 'type' ? `${inner} !` : inner,
  );
  return JSON.parse(text) as T;
}

const at = (value: unknown, path: JsonPath) =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** The names of the fields whose strings are set, and of those whose strings are not. */
function fieldsOf(written: object, set: object): { set: Set<string>; left: Set<string> } {
  const fields = { set: new Set<string>(), left: new Set<string>() };
  for (const path of pathsOf(written as Json)) {
    const [before, after] = [at(written, path), at(set, path)];
    if (typeof before !== 'string' || typeof after !== 'string') continue;
    const name = path.findLast((key) => typeof key === 'string') as string;
    fields[before === after ? 'left' : 'set'].add(name);
  }
  return fields;
}

const inFrench = ({ versions: { fr }, ...article }: Article): Article => ({
  ...article,
  versions: { fr },
});

describe('an article', () => {
  const article = marked(inFrench(everyBlock()));
  const set = setText(article);
  const blocks = [...eachBlock(set.versions.fr?.body ?? [])];

  test('every text of every block is set, and code and other languages are not', () => {
    for (const runs of blocks.flatMap(inlineRuns).map((inlines) => runsOfInlines(inlines))) {
      for (const { text, isVerbatim } of runs) {
        expect(text).toMatch(isVerbatim ? / !$/ : /\u202f!$/);
      }
    }
  });

  test('of all fields, those that hold text are set', () => {
    const fields = fieldsOf(article, set);
    expect([...fields.set].sort()).toEqual([
      ...['abbr', 'alt', 'caption', 'cite', 'description', 'em', 'fr', 'head', 'headline'],
      ...['imageAlt', 'imageCaption', 'kicker', 'link', 'rows', 'standfirst', 'strong', 'sub'],
      ...['sup', 'text', 'title'],
    ]);
    // The title of a mark is what an abbreviation stands for; `en` is a credit, and English.
    expect([...fields.left].sort()).toEqual([
      ...['align', 'authors', 'code', 'dateModified', 'datePublished', 'en', 'footnote', 'foreign'],
      ...['format', 'href', 'id', 'lang', 'language', 'originalLanguage', 'section', 'site'],
      ...['slug', 'src', 'tags', 'title', 'type', 'url'],
    ]);
  });

  test('what was given stays as it is, and setting twice is setting once', () => {
    expect(article).toEqual(marked(inFrench(everyBlock())));
    expect(setText(set)).toEqual(set);
    expect(JSON.stringify(set)).toHaveLength(JSON.stringify(article).length);
  });
});

test('each version is set in its own language', () => {
  const { versions } = setText(marked(everyBlock()));
  expect(drawn(versions.fr?.headline ?? '')).toMatch(/_!$/);
  expect(drawn(versions.en?.headline ?? '')).toMatch(/ !$/);
  const english = { ...everyBlock().versions.en!, headline: 'On 5 May' };
  expect(setText({ ...everyBlock(), versions: { en: english } }).versions.en?.headline).toBe(
    'On 5\u00a0May',
  );
});

test('the edition says which French: that of Canada has other spaces', () => {
  const article = everyBlock();
  article.versions.fr!.headline = '« Oui »';
  const headline = (locales: Record<string, string>) =>
    drawn(setText(article, locales).versions.fr?.headline ?? '');
  expect(headline({ fr: 'fr-CA' })).toBe('«~Oui~»');
  expect(headline({ fr: 'fr-BE' })).toBe('«_Oui_»');
  expect(headline({ en: 'en-CA' })).toBe('«_Oui_»');
});

describe('what lists have', () => {
  const summary = marked(summaryOf(everyBlock(), 'h1', { count: 1, hash: 'h2' }));
  const set = setText(summary);

  test('a summary is set but for what is no text', () => {
    expect(summary.versions.fr?.kicker).toMatch(/ !$/);
    expect(set.versions.fr?.kicker).toMatch(/\u202f!$/);
    expect(set).toMatchObject({ id: summary.id, hash: 'h1 !', comments: summary.comments });
    expect(set.versions.fr?.slug).toBe(summary.versions.fr?.slug);
  });

  test('so is each of a page, of the front page and at an address', () => {
    const page = { articles: [summary], next: 'index/1.json ?v=1' };
    expect(setText(page)).toEqual({ ...page, articles: [set] });
    const front = { lead: summary, sections: [{ id: 'a !', articles: [summary] }] };
    expect(setText(front)).toEqual({ lead: set, sections: [{ id: 'a !', articles: [set] }] });
    expect(setText({ article: summary, related: [summary] })).toEqual({
      article: set,
      related: [set],
    });
  });
});

test('the labels of a site are set, its addresses are not', () => {
  const fields = fieldsOf(marked(site), setText<Site>(marked(site)));
  expect(fields).toEqual({
    set: new Set(['fr']),
    left: new Set(['en', 'fr', 'defaultLanguage', 'timeZone', 'id']),
  });
  const [section] = setText<Site>(marked(site)).sections;
  expect(section?.name.fr).toBe('Actualité\u202f!');
  expect(section?.slug.fr).toBe('actualite !');
});

test('a comment is set in the language it was written in', () => {
  const text = 'Ah ! Voir https://a.fr/?b';
  expect(setCommentText({ text, language: 'fr' })).toBe('Ah\u202f! Voir https://a.fr/?b');
  expect(setCommentText({ text, language: 'en' })).toBe(text);
  const quoted = { text: '« Oui »', language: 'fr' } as const;
  expect(drawn(setCommentText(quoted, { fr: 'fr-CA' }))).toBe('«~Oui~»');
});
