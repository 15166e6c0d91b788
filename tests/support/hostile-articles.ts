import fc from 'fast-check';
import type { Article, Block, Image, Version } from '../../src/content/model.ts';
import { asUtf8, foreignText } from './foreign-text.ts';

/** What an issue or a test has named, each in some place of some article; chance adds to them. */
const named = [
  ...['</script><script>alert(1)</script>', '<!--', '-->', '<!--/app-->', '</title>', '$&', "$'$`"],
  ...[
    'a\u2028b\u2029c',
    '"\'`',
    '👩🏽‍🚀🇫🇷',
    '\ud83d',
    '\ude00x',
    'a\0b',
    '\0data\0',
    '{"a":1}',
    '&amp;',
  ],
  ...['<svelte:head>', '{@html x}', '<!--[-->', '<!--]-->', '\r\n', ']]>', '<img src=x onerror=x>'],
];

/** As many texts as are asked for, the same for each run: a site is built with them. */
function* hostileTexts(): Generator<string> {
  for (const text of named) yield `${text} x`;
  for (const text of fc.sample(foreignText, { numRuns: 2_000, seed: 20_261_104 })) yield text;
}

/** Where a text has to be found again: the text of an element, or one of its attributes. */
export interface Placed {
  text: string;
  /** Id of the block; absent for what stands above the text. */
  block?: string;
  element: string;
  attribute?: string;
}

export interface HostileArticle {
  article: Article & { format: string };
  /** What its pages must show, in either language. */
  placed: Placed[];
}

/** Articles with such texts in every place where an author may write; over the demo edition. */
export function hostileArticles(image: Image, count: number): HostileArticle[] {
  const texts = hostileTexts();
  return Array.from({ length: count }, (_, index) =>
    hostileArticle(`hostile-${index + 1}`, image, () => texts.next().value as string),
  );
}

function hostileArticle(id: string, image: Image, next: () => string): HostileArticle {
  const placed: Placed[] = [];
  const place = (element: string, block?: string, attribute?: string): string => {
    const text = next();
    placed.push({ text, element, ...(block && { block }), ...(attribute && { attribute }) });
    return text;
  };
  const body: Block[] = [
    { id: 'p', type: 'paragraph', text: [place('p', 'p'), { em: [place('em', 'p')] }] },
    {
      id: 'marks',
      type: 'paragraph',
      text: [
        { strong: [place('strong', 'marks')] },
        { code: place('code', 'marks') },
        { abbr: place('abbr', 'marks'), title: place('abbr', 'marks', 'title') },
        { link: [place('a', 'marks')], href: 'https://example.org/?a=1&b=$&' },
        { footnote: 'n1' },
      ],
    },
    { id: 'h', type: 'heading', level: 2, text: [place('h2', 'h')] },
    { id: 'q', type: 'quote', text: [place('p', 'q')], cite: [place('figcaption', 'q')] },
    { id: 'l', type: 'list', items: [{ text: [place('li', 'l')] }] },
    { id: 'c', type: 'code', code: place('code', 'c'), caption: [place('figcaption', 'c')] },
    { id: 't', type: 'table', head: [[place('th', 't')]], rows: [[[place('td', 't')]]] },
    { id: 'f', type: 'figure', image, alt: place('img', 'f', 'alt') },
    {
      id: 'e',
      type: 'embed',
      url: 'https://example.org/',
      title: place('span', 'e'),
      description: place('span', 'e'),
    },
    { id: 'n', type: 'note', blocks: [{ id: 'n-p', type: 'paragraph', text: [place('p', 'n')] }] },
    { id: 'notes', type: 'footnotes', notes: [{ id: 'n1', text: [place('li', 'notes')] }] },
  ];
  const versionOf = (language: string): Version => ({
    slug: `${id}-${language}`,
    headline,
    standfirst,
    kicker,
    authors: [],
    imageAlt,
    body,
  });
  const headline = place('h1');
  const standfirst = place('p');
  const kicker = place('p');
  const imageAlt = place('img', undefined, 'alt');
  const article = {
    format: 'liseuse/article/1',
    id,
    section: 'science',
    tags: ['measurement'],
    datePublished: '2026-01-01T00:00:00Z',
    originalLanguage: 'fr' as const,
    image,
    versions: { fr: versionOf('fr'), en: versionOf('en') },
  };
  return { article, placed };
}

/**
 * A text without what no page can write or tell apart: NUL, halves of characters, which kind of line
 * end it was; and without telling spaces apart, which are set as text is shown.
 */
export function asShown(text: string): string {
  return asUtf8(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\0\ufffd]/g, '')
    .replace(/[\u00a0\u2009\u202f]/g, ' ');
}
