import { beforeAll, expect, test } from 'vitest';
import { page, type Locator } from 'vitest/browser';
import type { Language } from '../../../src/content/language.ts';
import type { BlockType, Mark } from '../../../src/content/model.ts';
import { parseArticle } from '../../../src/content/parse.ts';
import { switchLanguage } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { rareBlocks } from '../../../src/reader/rare-blocks.ts';
import everyBlock from '../../fixtures/every-block/article.json';
import { show } from '../../support/stage.ts';
import { english, french } from './every-block-words.ts';

// As on a page whose article has been brought whole.
beforeAll(() => rareBlocks.load());

type Expected = typeof french;
type KeysOf<T> = T extends unknown ? keyof T : never;
type MarkName = Exclude<KeysOf<Mark>, 'href' | 'title' | 'lang'>;

/** One for each kind: a new one without a check here does not compile. */
const blockChecks: Record<Exclude<BlockType, 'unknown'>, (expected: Expected) => void> = {
  paragraph: ({ opening }) => expect(texts(inBlock('opening'))).toEqual([opening]),
  heading: ({ headings }) => {
    headings.forEach((name, index) => one(role('heading', { level: index + 2, name })));
  },
  quote: ({ quote, cite, bareQuote }) => {
    expect(texts(role('blockquote'))).toEqual([quote, bareQuote]);
    const figure = role('figure').filter({ has: role('blockquote') });
    expect(texts(figure)).toEqual([`${quote} ${cite}`, bareQuote]);
    one(figure.getByRole('link', { name: cite.split(',')[0]! }));
  },
  list: ({ nested, numbers }) => {
    const [point = '', step = '', detail = ''] = nested;
    const top = role('listitem').filter({ hasText: point }).first().getByRole('list').first();
    expect(one(top).tagName).toBe('OL');
    const second = top.getByRole('listitem').filter({ hasText: step }).getByRole('list').first();
    expect(one(second).tagName).toBe('UL');
    expect(texts(second)).toEqual([detail]);
    expect(texts(inBlock('numbers', 'ol > li'))).toEqual(numbers);
  },
  figure: ({ lighthouse, lighthouseCaption }) => {
    const image = role('img', { name: lighthouse });
    expect(one(image).getAttribute('srcset')).toMatch(/-320\.webp 320w, .*-1600\.webp 1600w$/);
    expect(texts(role('figure').filter({ has: image }))).toEqual([lighthouseCaption]);
  },
  gallery: ({ gallery, tides, galleryCaption }) => {
    const group = role('group', { name: gallery });
    expect(group.getByRole('listitem').elements()).toHaveLength(2);
    for (const name of tides) one(group.getByRole('img', { name }));
    one(group.getByText(galleryCaption));
  },
  table: ({ table, tableRegion, columns, rows, cells }) => {
    const shown = role('table', { name: table });
    expect(texts(shown.getByRole('columnheader'))).toEqual(columns);
    expect(texts(shown.getByRole('rowheader'))).toEqual(rows);
    expect(texts(shown.getByRole('cell'))).toEqual(cells);
    const aligned = shown
      .getByRole('columnheader')
      .elements()
      .map((cell) => getComputedStyle(cell));
    expect(aligned.map(({ textAlign }) => textAlign)).toEqual(['start', 'end', 'center']);
    expect(role('region', { name: tableRegion, exact: true }).elements()).toHaveLength(2);
  },
  code: ({ program }) => {
    const figure = role('figure').filter({ hasText: program });
    const code = one(figure.getByRole('code'));
    expect(code.textContent).toBe('const metre = "1 m";\n\nconsole.log(metre);\n');
    expect(code.closest('[translate=no]')).not.toBeNull();
  },
  note: ({ note, noteText, noteItem, bareNote, bareNoteText }) => {
    const aside = role('complementary', { name: note });
    expect(texts(aside.getByRole('paragraph'))).toEqual([note, noteText]);
    expect(texts(aside.getByRole('listitem'))).toEqual([noteItem]);
    expect(texts(role('complementary', { name: bareNote, exact: true }))).toEqual([bareNoteText]);
  },
  footnotes: ({ notes, noteItems }) => {
    const section = one(role('heading', { name: notes, exact: true })).parentElement!;
    const items = texts(section.querySelectorAll('li'));
    expect(items).toEqual(noteItems.map((text) => `${text} ↩︎`));
  },
  embed: ({ card, bareCard }) => {
    expect(one(role('link', { name: card })).getAttribute('href')).toBe('https://www.bipm.org/');
    expect(one(role('link', { name: bareCard })).getAttribute('href')).toBe('http://example.org/');
  },
  divider: () => void one(role('separator')),
};

const markChecks: Record<MarkName, (expected: Expected, language: Language) => void> = {
  em: ({ emphasis }) => expect(texts(inBlock('opening', 'em'))).toEqual([emphasis]),
  strong: ({ strong }) => expect(texts(inBlock('opening', 'em strong'))).toEqual([strong]),
  sup: () => expect(texts(inBlock('opening', 'sup:not(:has(a))'))).toEqual(['3']),
  sub: () => expect(texts(inBlock('opening', 'sub'))).toEqual(['2']),
  link: ({ standard, ownLink, mail }, language) => {
    const outside = one(role('link', { name: standard }));
    expect(outside.getAttribute('href')).toBe('https://www.rfc-editor.org/rfc/rfc3339');
    expect(outside.getAttribute('rel')).toBe('noopener');
    const inside = one(role('link', { name: ownLink }));
    expect(inside.getAttribute('href')).toBe(`/${language}/article/every-block`);
    expect(one(role('link', { name: mail.name })).getAttribute('href')).toBe(mail.href);
  },
  code: () => expect(texts(inBlock('links', 'code'))).toEqual(['code <b>']),
  abbr: ({ cpu }) => expect(one(page.getByTitle(cpu)).textContent).toBe('CPU'),
  foreign: () => expect(texts(inBlock('opening', '[lang=la]'))).toEqual(['ad hoc']),
  footnote: () => {
    one(role('link', { name: 'Note 1', exact: true }));
    one(role('link', { name: 'Note 2', exact: true }));
  },
};

const role = page.getByRole.bind(page);

function inBlock(id: string, selector?: string): Element[] {
  return [...document.querySelectorAll(`#${id} ${selector ?? ''}`)];
}

/** The only one there is. */
function one(locator: Locator): HTMLElement {
  return locator.element() as HTMLElement;
}

function texts(found: Locator | Iterable<Element>): string[] {
  const elements = 'elements' in found ? found.elements() : [...found];
  return elements.map((element) => element.textContent.replace(/\s+/g, ' ').trim());
}

test.each([
  { language: 'fr', expected: french },
  { language: 'en', expected: english },
] as const)('every block and every mark is drawn ($language)', async ({ language, expected }) => {
  await switchLanguage(language);
  await show(ArticleView, { article: parseArticle('article.json', everyBlock) });

  for (const check of [...Object.values(blockChecks), ...Object.values(markChecks)]) {
    check(expected, language);
  }
});

test('in an article that is only in the other language, labels and text each say their own', async () => {
  await switchLanguage('en');
  const { fr } = everyBlock.versions;
  await show(ArticleView, {
    article: parseArticle('article.json', { ...everyBlock, versions: { fr } }),
  });
  const languageOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang');
  const labelled = [...document.querySelectorAll('article [aria-label]')];
  expect(labelled.map((element) => element.getAttribute('aria-label'))).toEqual(
    expect.arrayContaining(['Table', 'Gallery', 'Aside', 'Note 1', 'Breadcrumb']),
  );
  for (const element of labelled) expect(languageOf(element), element.tagName).toBe('en');
  const text = [...document.querySelectorAll('td, th, caption, figcaption, aside p, .caption')];
  expect(text.length).toBeGreaterThan(10);
  for (const element of text) expect(languageOf(element), element.tagName).toBe('fr');
});

test('a credit that exists in one language only says which', async () => {
  await switchLanguage('en');
  const image = { ...everyBlock.image, credit: { fr: 'Dessin de la rédaction' } };
  await show(ArticleView, { article: parseArticle('article.json', { ...everyBlock, image }) });
  expect(one(page.getByText('Dessin de la rédaction')).lang).toBe('fr');
});
