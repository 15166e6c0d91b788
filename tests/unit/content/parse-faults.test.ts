import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../src/content/parse.ts';
import { contentErrorOf, faultsOf } from '../../support/content-error.ts';
import { changed, type Json, type JsonPath } from '../../support/every-block.ts';

const file = 'articles/a.json';
const parse = (input: unknown) => parseArticle(file, input);

/** `a.b[3].c`, as a reader of the error would follow it. */
const keysOf = (path: string): JsonPath =>
  path.split(/[.[\]]+/).flatMap((key) => (key === '' ? [] : /^\d+$/.test(key) ? Number(key) : key));

const idRule = 'expected lower-case letters, digits and single hyphens';
const markRule =
  'expected a string or one of the marks em, strong, sup, sub, link, code, abbr, foreign, footnote';
const none = 'expected a value, found none';
const missing = undefined;

describe('a fault is told with its file, its path and what was expected', () => {
  test.each<[path: string, value: Json | undefined, fault: string]>([
    ['id', 'Not an id', `${idRule}, found "Not an id"`],
    ['id', 'a--b', `${idRule}, found "a--b"`],
    ['id', '-a', `${idRule}, found "-a"`],
    ['id', 'a'.repeat(121), 'expected at most 120 characters, found 121'],
    ['section', missing, none],
    ['tags[1]', 7, 'expected string, found 7'],
    ['originalLanguage', 'de', 'expected ("fr" | "en"), found "de"'],
    ['dateModified', '2026-11-04T15:19:59Z', 'expected a date that is not before datePublished'],
    ['image.width', 0, 'expected at least 1 pixel, found 0'],
    ['image.height', 1.5, 'expected a whole number of pixels, found 1.5'],
    ['image.height', 20_001, 'expected at most 20,000 pixels, found 20001'],
    ['image.credit', 3, 'expected (string | Object), found 3'],
    ['image.credit', {}, 'expected a credit in a language at least'],
    ['image.variants[1].src', missing, none],
    ['related', 'a', 'expected Array, found "a"'],
    ['versions.en.slug', '../up', `${idRule}, found "../up"`],
    ['versions.en.headline', ' ', 'expected some text, found " "'],
    ['versions.en.authors', 'science-desk', 'expected Array, found "science-desk"'],
    ['versions.en.body', [], 'expected at least one block, found 0'],
    ['versions.en.body[0]', 'text', 'expected Object, found "text"'],
    ['versions.en.body[0]', null, 'expected Object, found null'],
    ['versions.fr.body[0].id', 'É', `${idRule}, found "É"`],
    ['versions.fr.body[0].type', missing, none],
    ['versions.fr.body[0].type', 4, 'expected string, found 4'],
    ['versions.fr.body[0].text', 'text', 'expected Array, found "text"'],
    ['versions.fr.body[0].text[1].title', '', 'expected some text, found ""'],
    ['versions.fr.body[0].text[3].em[1].strong', 4, 'expected Array, found 4'],
    [
      'versions.fr.body[0].text[5].lang',
      'la!',
      'expected a language tag such as "la", found "la!"',
    ],
    ['versions.fr.body[0].text[11].footnote', 'N 1', `${idRule}, found "N 1"`],
    ['versions.fr.body[1].text[1]', { blink: ['a'] }, `${markRule}, found Object`],
    ['versions.fr.body[1].text[1]', null, `${markRule}, found null`],
    ['versions.fr.body[1].text[1].href', missing, none],
    ['versions.fr.body[3].level', 1, 'expected (2 | 3 | 4), found 1'],
    ['versions.fr.body[3].level', '3', 'expected (2 | 3 | 4), found "3"'],
    ['versions.fr.body[5].cite', 'Someone', 'expected Array, found "Someone"'],
    ['versions.fr.body[7].items', [], 'expected at least one item, found 0'],
    [
      'versions.fr.body[7].items[0].list.items[0].list.items',
      [],
      'expected at least one item, found 0',
    ],
    ['versions.fr.body[7].items[0].list.ordered', 1, 'expected boolean, found 1'],
    ['versions.fr.body[9].alt', missing, none],
    ['versions.fr.body[10].images', [], 'expected at least one picture, found 0'],
    ['versions.fr.body[10].images[1].image.width', '8', 'expected number, found "8"'],
    ['versions.fr.body[11].rows', [], 'expected at least one row, found 0'],
    [
      'versions.fr.body[11].align[1]',
      'left',
      'expected ("start" | "center" | "end"), found "left"',
    ],
    ['versions.fr.body[13].code', ['a'], 'expected string, found Array'],
    ['versions.fr.body[15].blocks[0].text', 0, 'expected Array, found 0'],
    ['versions.fr.body[17].title', missing, none],
    ['versions.fr.body[19].notes[1].text', missing, none],
  ])('%s: %j', async (path, value, fault) => {
    const error = await contentErrorOf(() => parse(changed(keysOf(path), value)));
    expect(error).toMatchObject({ name: 'ContentError', kind: 'invalid', file });
    expect(error.issues).toContainEqual({ path, expected: fault });
    expect(error.message).toContain(`${file}: ${path}: ${fault}`);
  });

  test.each([
    ['articles/a.json: expected Object, found null', null],
    ['articles/a.json: expected Object, found "<!doctype html>"', '<!doctype html>'],
    ['articles/a.json: expected Object, found 3', 3],
  ])('%s', async (fault, input) => {
    expect(await faultsOf(() => parse(input))).toEqual([fault]);
  });

  test('all faults are told, not only the first', async () => {
    const faulty = { ...(changed(['versions', 'fr', 'body', 3, 'level'], 9) as object), id: '' };
    expect(await faultsOf(() => parse(faulty))).toEqual([
      `${file}: id: ${idRule}, found ""`,
      `${file}: versions.fr.body[3].level: expected (2 | 3 | 4), found 9`,
    ]);
  });
});

describe('a table has rows of one length', () => {
  const fault = `${file}: versions.fr.body[11]: expected rows of equal length`;

  test.each<[string, string, Json | undefined]>([
    ['a row', 'versions.fr.body[11].rows[1][2]', missing],
    ['its head', 'versions.fr.body[11].head[0]', missing],
    ['its alignment', 'versions.fr.body[11].align', ['start']],
  ])('%s is too short', async (_, path, value) => {
    expect(await faultsOf(() => parse(changed(keysOf(path), value)))).toEqual([fault]);
  });
});

describe('ids within a version', () => {
  const twice = (what: string, id: string) =>
    `${file}: versions.fr.body: expected every ${what} to have an id of its own, found "${id}" twice`;

  test.each([
    ['side by side', 'versions.fr.body[1].id', 'opening'],
    ['in a note and outside', 'versions.fr.body[15].blocks[0].id', 'opening'],
    ['in two notes', 'versions.fr.body[16].blocks[0].id', 'note-text'],
    ['in a note that has the same', 'versions.fr.body[15].blocks[1].id', 'note'],
  ])('two blocks may not share one: %s', async (_, path, id) => {
    expect(await faultsOf(() => parse(changed(keysOf(path), id)))).toEqual([twice('block', id)]);
  });

  test('two footnotes of a list may not share one', async () => {
    const faulty = changed(keysOf('versions.fr.body[19].notes[1].id'), 'n1');
    expect(await faultsOf(() => parse(faulty))).toEqual([twice('footnote', 'n1')]);
  });

  test('two footnotes of different lists may not share one', async () => {
    const second = { id: 'more', type: 'footnotes', notes: [{ id: 'n2', text: ['Again'] }] };
    const faulty = changed(keysOf('versions.fr.body[18]'), second);
    expect(await faultsOf(() => parse(faulty))).toEqual([twice('footnote', 'n2')]);
  });

  test('a footnote may be called like a block', () => {
    const notes = [{ id: 'opening', text: ['A'] }];
    expect(() => parse(changed(keysOf('versions.fr.body[19].notes'), notes))).not.toThrow();
  });
});

describe('dates', () => {
  const withDate = (date: string) => () => parse(changed(['datePublished'], date));

  test.each([
    '2026-11-04T15:20:00Z',
    '2026-11-04T15:20:00.5Z',
    '2026-11-04T15:20:00.123456Z',
    '2026-11-04T15:20:00+05:45',
    '2024-02-29T00:00:00-11:00',
    '1999-12-31T23:59:59+14:00',
  ])('%s is one', (date) => {
    const { datePublished } = withDate(date)();
    expect(datePublished).toBe(date);
  });

  test.each([
    '2026-11-04',
    '2026-11-04T15:20',
    '2026-11-04T15:20Z',
    '2026-11-04T15:20:00',
    '2026-11-04 15:20:00Z',
    '2026-11-04T15:20:00z',
    '2026-11-04T15:20:00+0100',
    ' 2026-11-04T15:20:00Z',
    '2026-11-04T15:20:00Z\n',
    '4 November 2026',
    '+002026-11-04T15:20:00Z',
    '٢٠٢٦-11-04T15:20:00Z',
    '',
  ])('%j is not written like one', async (date) => {
    const [fault] = await faultsOf(withDate(date));
    expect(fault).toContain(
      'datePublished: expected a date and time such as 2026-11-04T15:20:00Z, found',
    );
  });

  test.each([
    '2026-02-29T00:00:00Z',
    '2026-02-30T00:00:00+01:00',
    '2026-04-31T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T10:61:00Z',
    '2026-01-01T10:00:00+99:00',
  ])('%s does not exist', async (date) => {
    const [fault] = await faultsOf(withDate(date));
    expect(fault).toBe(`${file}: datePublished: expected a day that exists, found "${date}"`);
  });

  test('an update is compared by the instant, whatever the zone', () => {
    const article = changed(['datePublished'], '2026-11-05T09:00:00Z') as object;
    const dateModified = (date: string) => () => parse({ ...article, dateModified: date });
    expect(dateModified('2026-11-05T10:00:00+01:00')).not.toThrow();
    expect(dateModified('2026-11-05T09:59:59+01:00')).toThrow('not before datePublished');
  });

  test('an update of one version is compared like that of all', () => {
    const modified = (date: string) => () =>
      parse(changed(['versions', 'fr', 'dateModified'], date) as object);
    expect(modified('2026-11-04T15:20:00Z')).not.toThrow();
    expect(modified('2026-11-04T15:19:59Z')).toThrow('not before datePublished');
  });
});

describe('depth', () => {
  const nestedMarks = (depth: number): Json =>
    depth === 0 ? 'deep' : { em: [nestedMarks(depth - 1)] };

  test('what a person could write passes', () => {
    expect(() =>
      parse(changed(['versions', 'fr', 'body', 0, 'text', 0], nestedMarks(20))),
    ).not.toThrow();
  });

  test.each([
    ['lists in lists', '[', ']'],
    ['marks in marks', '{"em":[', ']}'],
    ['notes in notes', '{"id":"a","type":"note","blocks":[', ']}'],
    ['lists of items in items', '{"items":[{"text":[],"list":', '}]}'],
    ['objects in objects', '{"versions":', '}'],
  ])('%s, 10,000 deep, are refused without exhausting the stack', async (_, open, close) => {
    const bomb = JSON.parse(`${open.repeat(10_000)}{}${close.repeat(10_000)}`) as Json;
    const inBlock = {
      ...(changed(['id'], 'a') as object),
      versions: { fr: { body: [bomb] } },
    };
    for (const input of [bomb, inBlock]) {
      expect(await faultsOf(() => parse(input))).toEqual([
        `${file}: expected at most 60 levels of nesting`,
      ]);
    }
  });

  test('a wide document is not taken for a deep one', () => {
    const text = Array.from({ length: 200_000 }, () => 'a');
    expect(() => parse(changed(['versions', 'fr', 'body', 0, 'text'], text))).not.toThrow();
  });
});
