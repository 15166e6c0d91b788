import { describe, expect, test } from 'vitest';
import { parseSite } from '../../../src/content/parse-site.ts';
import {
  parseAddress,
  parseComments,
  parseFrontPage,
  parseListPage,
} from '../../../src/content/parse.ts';
import { summaryOf } from '../../../src/content/summary.ts';
import { contentErrorOf, faultsOf } from '../../support/content-error.ts';
import { everyBlock } from '../../support/every-block.ts';

const site = {
  format: 'liseuse/site/1',
  name: { fr: 'La Veille', en: 'The Watch' },
  description: { fr: 'Un journal', en: 'A paper' },
  defaultLanguage: 'fr',
  origin: 'https://watch.example',
  timeZone: 'Europe/Paris',
  lead: 'every-block',
  sections: [
    {
      id: 'news',
      slug: { fr: 'actualite', en: 'news' },
      name: { fr: 'Actualité', en: 'News' },
      sections: [
        {
          id: 'europe',
          slug: { fr: 'europe', en: 'europe' },
          name: { fr: 'Europe', en: 'Europe' },
        },
      ],
    },
  ],
  tags: [{ id: 'sea', slug: { fr: 'mer', en: 'sea' }, name: { fr: 'Mer', en: 'Sea' } }],
  authors: [{ id: 'desk', name: { fr: 'Rédaction', en: 'Desk' } }],
};

describe('parseSite', () => {
  test('reads labels, the tree of sections, tags and authors', () => {
    expect(parseSite('site.json', { ...site, motto: 'ignored' })).toEqual(site);
  });

  test('tells every fault with its path', async () => {
    const [section] = site.sections;
    const faulty = {
      ...site,
      name: { fr: 'La Veille' },
      sections: [{ ...section, sections: [{ ...section?.sections[0], slug: 'europe' }] }],
      tags: undefined,
      authors: [{ id: 'A desk', name: { fr: 'Rédaction', en: '' } }],
    };
    expect(await faultsOf(() => parseSite('site.json', faulty))).toEqual([
      'site.json: name.en: expected a value, found none',
      'site.json: sections[0].sections[0].slug: expected Object, found "europe"',
      'site.json: tags: expected a value, found none',
      'site.json: authors[0].id: expected lower-case letters, digits and single hyphens, found "A desk"',
      'site.json: authors[0].name.en: expected some text, found ""',
    ]);
  });

  test('wants a section', async () => {
    expect(await faultsOf(() => parseSite('site.json', { ...site, sections: [] }))).toEqual([
      'site.json: sections: expected at least one section, found 0',
    ]);
  });

  test('needs no origin, and takes UTC for an edition that names no time zone', () => {
    const { origin, timeZone, ...rest } = site;
    expect(parseSite('site.json', rest)).toEqual({ ...rest, timeZone: 'UTC' });
  });

  test.each([
    'http://localhost:5173',
    'https://news.example',
    'https://xn--t-9fab.example',
    'http://192.0.2.1:8080',
    'https://[2001:db8::1]',
  ])('takes %s for an origin', (origin) => {
    expect(parseSite('site.json', { ...site, origin }).origin).toBe(origin);
  });

  test.each([
    'https://news.example/',
    'https://news.example/paper',
    'https://news.example:443',
    'https://News.example',
    'https://lise@news.example',
    'https://news.example?x',
    'https://news.example#x',
    ' https://news.example',
    'https://été.example',
    'news.example',
    '//news.example',
    'https://',
    'ftp://news.example',
    'javascript:alert(1)',
    'null',
    '',
  ])('refuses “%s” for an origin', async (origin) => {
    expect(await faultsOf(() => parseSite('site.json', { ...site, origin }))).toEqual([
      `site.json: origin: expected an http or https origin such as "https://news.example", found "${origin}"`,
    ]);
  });

  test.each(['UTC', 'Europe/Paris', 'America/Argentina/Ushuaia', 'Pacific/Apia'])(
    'knows the time zone %s',
    (timeZone) => {
      expect(parseSite('site.json', { ...site, timeZone }).timeZone).toBe(timeZone);
    },
  );

  test.each(['Europe/Lutetia', '+01:00', 'CEST summer', ''])(
    'refuses “%s” for a time zone',
    async (timeZone) => {
      expect(await faultsOf(() => parseSite('site.json', { ...site, timeZone }))).toEqual([
        `site.json: timeZone: expected the name of a time zone such as "Europe/Paris", found "${timeZone}"`,
      ]);
    },
  );

  test.each([{ fr: 'fr-CA' }, { fr: 'fr-BE', en: 'en-GB' }, {}])('knows %j', (locales) => {
    expect(parseSite('site.json', { ...site, locales }).locales).toEqual(locales);
  });

  test.each(['fr', 'fr-ca', 'en-CA', 'fr-CA-x', 'Québec'])(
    'refuses “%s” for a variety of French',
    async (fr) => {
      expect(await faultsOf(() => parseSite('site.json', { ...site, locales: { fr } }))).toEqual([
        `site.json: locales.fr: expected "fr" with a region, such as "fr-CA", found "${fr}"`,
      ]);
    },
  );

  test('refuses a newer format as such', async () => {
    const newer = { ...site, format: 'liseuse/site/2' };
    expect((await contentErrorOf(() => parseSite('site.json', newer))).kind).toBe('newer-format');
  });
});

describe('parseComments', () => {
  const comment = (id: string, rest: object = {}) => ({
    id,
    author: 'Lise',
    date: '2026-11-04T15:20:00Z',
    language: 'fr',
    text: 'Bonjour.\n\nEt merci.',
    ...rest,
  });
  const file = (...comments: object[]) => ({ format: 'liseuse/comments/1', comments });
  const parse = (input: unknown) => parseComments('comments/a.json', input);

  test('reads comments and their answers, in whichever order', () => {
    const list = [comment('b', { parent: 'a' }), comment('a')];
    expect(parse(file(...list))).toEqual(list);
    expect(parse(file())).toEqual([]);
  });

  test.each([
    ['comments: expected every comment to have an id of its own', [comment('a'), comment('a')]],
    [
      'comments: expected every parent to be a comment of this file',
      [comment('a', { parent: 'b' })],
    ],
    ['comments[0].text: expected some text, found "\n"', [comment('a', { text: '\n' })]],
    [
      'comments[1].date: expected a day that exists, found "2026-11-31T15:20:00Z"',
      [comment('a'), comment('b', { date: '2026-11-31T15:20:00Z' })],
    ],
    [
      'comments[0].language: expected ("fr" | "en"), found "de"',
      [comment('a', { language: 'de' })],
    ],
  ])('refuses: %s', async (fault, comments) => {
    const error = await contentErrorOf(() => parse(file(...comments)));
    expect(error.message).toBe(`comments/a.json: ${fault}`);
  });

  test('refuses a newer format as such', async () => {
    const newer = { format: 'liseuse/comments/2', threads: [] };
    expect((await contentErrorOf(() => parse(newer))).kind).toBe('newer-format');
  });
});

describe('what the build makes is read back as it was made', () => {
  const summary = summaryOf(everyBlock(), 'abc123', { count: 2, hash: 'def456' });
  const readBack = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  test.each([
    [
      'the front page',
      parseFrontPage,
      { lead: summary, sections: [{ id: 'a', articles: [summary] }] },
    ],
    ['an empty front page', parseFrontPage, { sections: [] }],
    ['a page of a list', parseListPage, { articles: [summary], next: 'index/1.json?v=1' }],
    ['the last page of a list', parseListPage, { articles: [] }],
    ['an address', parseAddress, { article: summary, related: [summary] }],
  ] as const)('%s', (_, parse, value) => {
    expect(readBack(parse('a.json', readBack(value)))).toEqual(readBack(value));
  });

  test('a summary without its hash is refused, for it could not be fetched', async () => {
    const input = readBack({ articles: [summary, { ...summary, hash: undefined }] });
    expect(await faultsOf(() => parseListPage('index.json', input))).toEqual([
      'index.json: articles[1].hash: expected a value, found none',
    ]);
  });
});
