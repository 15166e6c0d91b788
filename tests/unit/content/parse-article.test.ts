import { describe, expect, test } from 'vitest';
import { eachBlock, inlineRuns } from '../../../src/content/blocks.ts';
import type { Block, BlockType, Inline, Mark } from '../../../src/content/model.ts';
import { parseArticle } from '../../../src/content/parse.ts';
import { contentErrorOf, faultsOf } from '../../support/content-error.ts';
import { changed, everyBlock, everyBlockJson, pathOfBlock } from '../../support/every-block.ts';

const parse = (input: unknown) => parseArticle('articles/a.json', input);

/** A type or mark added to the model is missing here until the compiler says so. */
const blockTypes = {
  paragraph: true,
  heading: true,
  quote: true,
  list: true,
  figure: true,
  gallery: true,
  table: true,
  code: true,
  note: true,
  footnotes: true,
  embed: true,
  divider: true,
} satisfies Record<Exclude<BlockType, 'unknown'>, true>;

type KeyOf<T> = T extends T ? keyof T : never;
const marks = {
  em: true,
  strong: true,
  sup: true,
  sub: true,
  link: true,
  code: true,
  abbr: true,
  foreign: true,
  footnote: true,
} satisfies Record<Exclude<KeyOf<Mark>, 'href' | 'title' | 'lang'>, true>;

function marksIn(run: readonly Inline[]): Mark[] {
  return run.flatMap((inline) => {
    if (typeof inline === 'string') return [];
    const inner = Object.values(inline).filter((value) => Array.isArray(value));
    return [inline, ...inner.flatMap((value) => marksIn(value as Inline[]))];
  });
}

describe.each(['fr', 'en'] as const)('an article with everything, in %s', (language) => {
  const body: Block[] = everyBlock().versions[language]?.body ?? [];
  const blocks = [...eachBlock(body)];

  test.each(Object.keys(blockTypes))('has a block of the type %s', (type) => {
    expect(blocks.map((block) => block.type)).toContain(type);
  });

  test.each(Object.keys(marks))('has the mark %s', (name) => {
    const found = blocks.flatMap((block) => inlineRuns(block).flatMap(marksIn));
    expect(found.filter((mark) => Object.hasOwn(mark, name))).not.toEqual([]);
  });
});

test('comes out as it went in, but for a credit, which is then in both languages', () => {
  const written = JSON.stringify(everyBlockJson).replaceAll(
    '"credit":"Liseuse"',
    '"credit":{"fr":"Liseuse","en":"Liseuse"}',
  );
  expect(parse(everyBlockJson)).toEqual(JSON.parse(written));
});

describe('a file that says more than we know', () => {
  test('keeps a block of an unknown type as a gap with its name', () => {
    const hologram = { id: 'opening', type: 'hologram', text: 3, depth: { left: 1 } };
    const article = parse(changed(pathOfBlock('opening'), hologram));
    expect(article.versions.fr?.body[0]).toEqual({
      id: 'opening',
      type: 'unknown',
      kind: 'hologram',
    });
    expect(article.versions.fr?.body.slice(1)).toEqual(everyBlock().versions.fr?.body.slice(1));
  });

  test.each(['constructor', '__proto__', 'toString', 'unknown'])(
    'takes a type called %s for an unknown one',
    (type) => {
      const article = parse(changed(pathOfBlock('opening'), { id: 'opening', type }));
      expect(article.versions.fr?.body[0]).toEqual({ id: 'opening', type: 'unknown', kind: type });
    },
  );

  test('keeps gaps inside a note', () => {
    const path = [...pathOfBlock('note'), 'blocks', 0];
    const article = parse(changed(path, { id: 'later', type: 'hologram' }));
    const blocks = [...eachBlock(article.versions.fr?.body ?? [])];
    expect(blocks).toContainEqual({ id: 'later', type: 'unknown', kind: 'hologram' });
  });

  test('still wants an id of an unknown block', async () => {
    expect(await faultsOf(() => parse(changed(pathOfBlock('opening'), { type: 'x' })))).toEqual([
      'articles/a.json: versions.fr.body[0].id: expected a value, found none',
    ]);
  });

  test.each([
    ['the article', ['mood']],
    ['a version', ['versions', 'fr', 'mood']],
    ['a picture', ['image', 'mood']],
    ['a block', [...pathOfBlock('table'), 'mood']],
    ['a mark', [...pathOfBlock('opening'), 'text', 3, 'mood']],
    ['a footnote', [...pathOfBlock('notes'), 'notes', 0, 'mood']],
    ['all of them, under a risky name', ['constructor']],
  ])('ignores an unknown field of %s', (_, path) => {
    expect(parse(changed(path, { any: ['thing'] }))).toEqual(everyBlock());
  });

  test.each(['liseuse/article/2', 'liseuse/article/10'])(
    'is refused as newer when its format is %s, whatever else it holds',
    async (format) => {
      for (const input of [changed(['format'], format), { format }]) {
        const error = await contentErrorOf(() => parse(input));
        expect(error).toMatchObject({ kind: 'newer-format', file: 'articles/a.json', issues: [] });
      }
    },
  );

  test.each([
    'liseuse/article/0',
    'liseuse/article/x',
    'liseuse/article',
    'liseuse/site/2',
    'other/article/2',
    '2',
    '',
    2,
    null,
    ['liseuse/article/2'],
    { toString: null, valueOf: null },
  ])('is refused as no article when its format is %j', async (format) => {
    const error = await contentErrorOf(() => parse(changed(['format'], format)));
    expect(error.kind).toBe('invalid');
    expect(error.issues).toMatchObject([{ path: 'format' }]);
    expect(error.issues[0]?.expected).toContain('expected "liseuse/article/1"');
  });
});

describe('versions', () => {
  test('one is enough', () => {
    const article = parse(changed(['versions', 'en'], undefined));
    expect(Object.keys(article.versions)).toEqual(['fr']);
  });

  test.each([['fr' as const], ['en' as const]])(
    'the original language, %s, must be one of them',
    async (language) => {
      const document = changed(['versions', language], undefined) as object;
      const input = { ...document, originalLanguage: language };
      expect(await faultsOf(() => parse(input))).toEqual([
        `articles/a.json: versions: expected a version in the original language, "${language}"`,
      ]);
    },
  );

  test('a language that the format does not have is ignored', () => {
    expect(parse(changed(['versions', 'de'], 'Hallo')).versions).not.toHaveProperty('de');
  });
});
