import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { languages, otherLanguage, type Language } from '../../../src/content/language.ts';
import type { Article, Block, ListBlock } from '../../../src/content/model.ts';
import { startI18n, switchLanguage } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { KeptPlace } from '../../../src/reader/kept-place.ts';
import { rareBlocks } from '../../../src/reader/rare-blocks.ts';
import { placeAt } from '../../../src/reader/text-place.ts';
import { textScales } from '../../../src/settings/settings.svelte.ts';
import { everyBlock } from '../../support/every-block.ts';
import { show } from '../../support/stage.ts';

// As on a page whose article has been brought whole.
beforeAll(() => rareBlocks.load());

/** Where the eye rests. */
const line = () => innerHeight / 3;
const boxOf = (selector: string) => document.querySelector(selector)!.getBoundingClientRect();
const topOf = (selector: string) => boxOf(selector).top;

function give(property: string, value: string, element = document.documentElement): void {
  element.style.setProperty(property, value);
  onTestFinished(() => void element.style.removeProperty(property));
}

beforeEach(() => {
  // As in Safari: other browsers do part of it by themselves.
  give('overflow-anchor', 'none');
  // Every block can come to every height of the screen.
  give('padding-bottom', '2000px', document.body);
});

/** An article on the screen, in a language. */
async function open(article: Article, language: Language) {
  await startI18n(language);
  await show(ArticleView, { article });
  scrollTo(0, 0);
  const place = new KeptPlace();
  let current = language;
  return async () => {
    current = otherLanguage(current);
    await switchLanguage(current, () => place.keep());
    await expect.poll(() => document.querySelector('article')?.lang).toBe(current);
    await nextFrame();
  };
}

function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The innermost block that the eye is in, or has just left. */
function blockAtEye(): string | undefined {
  const begun = [...document.querySelectorAll('.blocks > [id]')].filter(
    (block) => block.getBoundingClientRect().top <= line(),
  );
  return begun.at(-1)?.id;
}

const words = (count: number, word: string) => Array.from({ length: count }, () => word).join(' ');

function paragraph(id: string, text: string): Block {
  return { id, type: 'paragraph', text: [text] };
}

/** With words added to whatever is a text in it. */
function longer<T>(value: T): T {
  if (Array.isArray(value)) {
    const inner: unknown[] = value.map(longer);
    return (
      value.some((each) => typeof each === 'string') ? [...inner, ` ${words(12, 'encore')}`] : inner
    ) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [
    key,
    // No texts, though lists of words.
    key === 'align' || key === 'authors' ? each : longer<unknown>(each),
  ]);
  return Object.fromEntries(entries) as T;
}

/** Every block, each part of it longer in French: to keep a place, the page has to move. */
function unevenArticle(): Article {
  const article = everyBlock();
  const { fr } = article.versions;
  const standfirst = words(60, 'chapeau');
  return { ...article, versions: { ...article.versions, fr: { ...longer(fr!), standfirst } } };
}

/** An article of these blocks. */
function articleOf(fr: Block[], en: Block[]): Article {
  const article = unevenArticle();
  const { fr: french, en: english } = article.versions;
  return { ...article, versions: { fr: { ...french!, body: fr }, en: { ...english!, body: en } } };
}

/** Hundreds of changes take their time on a busy machine. */
const patienceMs = 60_000;

describe.each(languages)('from %s', (language) => {
  describe.each(textScales)('at text size %s', (scale) => {
    test(
      'the eye stays in its block wherever it is, and comes back to the very pixel',
      async () => {
        give('--text-scale', String(scale));
        const change = await open(unevenArticle(), language);
        const end = boxOf('.blocks').bottom;
        for (let top = 1; top < end; top += 97) {
          scrollTo(0, top);
          const { block, at } = { block: blockAtEye(), at: scrollY };
          for (let times = 0; times < 2; times += 1) {
            await change();
            expect([top, blockAtEye()]).toEqual([top, block]);
            await change();
            expect([top, scrollY]).toEqual([top, at]);
          }
        }
      },
      patienceMs,
    );

    test.each([
      ['a paragraph', '#links'],
      ['a heading', '#chapter'],
      ['who is quoted', '#quote figcaption'],
      ['an item of a list', '#numbers li:last-child'],
      ['an item within an item', '#bullets li li li'],
      ['a caption', '#figure figcaption'],
      ['the caption of a gallery', '#gallery .caption'],
      ['the caption of a table', 'caption'],
      ['a row of a table', 'tbody tr:last-child'],
      ['a paragraph of a note', 'aside .blocks p'],
      ['a footnote', '#note-n2'],
      ['a card', '[href="https://www.bipm.org/"]'],
    ])('%s stays as high as it is', async (_name, selector) => {
      give('--text-scale', String(scale));
      const change = await open(unevenArticle(), language);
      scrollBy(0, topOf(selector) - line() + 5);
      const before = { top: topOf(selector), scrollY };
      for (let times = 0; times < 2; times += 1) {
        await change();
        expect(Math.abs(topOf(selector) - before.top)).toBeLessThanOrEqual(1);
        expect(scrollY).not.toBe(before.scrollY);
        await change();
        expect(scrollY).toBe(before.scrollY);
      }
    });
  });

  const long = articleOf(
    [paragraph('first', words(60, 'marée')), paragraph('long', words(500, 'marée'))],
    [paragraph('first', words(20, 'tide')), paragraph('long', words(360, 'tide'))],
  );

  test('in a paragraph longer than the screen the same share of it has been read', async () => {
    const change = await open(long, language);
    const share = () => (line() - topOf('#long')) / boxOf('#long').height;
    for (const wanted of [0.5, 0.9]) {
      scrollBy(0, topOf('#long') + wanted * boxOf('#long').height - line());
      const before = { share: share(), scrollY };
      await change();
      expect(Math.abs(share() - before.share) * boxOf('#long').height).toBeLessThanOrEqual(1);
      await change();
      expect(scrollY).toBe(before.scrollY);
    }
  });

  test('what the reader has selected stays, rather than what the eye may rest on', async () => {
    const change = await open(unevenArticle(), language);
    scrollBy(0, topOf('#numbers') - innerHeight * 0.7);
    getSelection()!.selectAllChildren(document.querySelector('#numbers li')!);
    const before = topOf('#numbers');
    await change();
    expect(Math.abs(topOf('#numbers li') - before)).toBeLessThanOrEqual(1);
    getSelection()!.removeAllRanges();
  });

  test('what has the focus stays, rather than what the eye may rest on', async () => {
    const change = await open(unevenArticle(), language);
    scrollBy(0, topOf('#numbers') - innerHeight * 0.7);
    const focused = document.querySelector<HTMLElement>('#numbers')!;
    focused.tabIndex = -1;
    focused.focus({ preventScroll: true });
    const before = topOf('#numbers');
    await change();
    expect(document.activeElement).toBe(focused);
    expect(Math.abs(topOf('#numbers') - before)).toBeLessThanOrEqual(1);
  });

  test('a typeface that comes late moves nothing', async () => {
    const change = await open(unevenArticle(), language);
    scrollBy(0, topOf('#numbers li') - line() + 1);
    const before = topOf('#numbers li');
    await change();
    const settledAt = scrollY;
    give('--serif', 'monospace');
    await expect.poll(() => scrollY).not.toBe(settledAt);
    expect(Math.abs(topOf('#numbers li') - before)).toBeLessThanOrEqual(1);
  });

  test('among more or fewer items the share of the list counts', async () => {
    const list = (count: number, word: string): ListBlock => ({
      id: 'list',
      type: 'list',
      items: Array.from({ length: count }, () => ({ text: [words(20, word)] })),
    });
    const change = await open(articleOf([list(30, 'mer')], [list(20, 'sea')]), language);
    const share = () => (line() - topOf('#list')) / boxOf('#list').height;
    scrollBy(0, topOf('#list') + boxOf('#list').height / 2 - line());
    const before = share();
    await change();
    expect(Math.abs(share() - before) * boxOf('#list').height).toBeLessThanOrEqual(1);
  });
});

test('in a block that the other language lacks, the eye comes to the end of the one before', async () => {
  const blocks = (word: string) =>
    Array.from({ length: 12 }, (_, index) => paragraph(`b${index}`, words(40, word)));
  const without = blocks('tide').filter(({ id }) => id !== 'b5' && id !== 'b6');
  const change = await open(articleOf(blocks('marée'), without), 'fr');
  scrollBy(0, topOf('#b6') - line() + 30);
  const before = scrollY;
  await change();
  expect(blockAtEye()).toBe('b4');
  expect(Math.abs(boxOf('#b4').bottom - line())).toBeLessThanOrEqual(1);
  await change();
  expect(scrollY).toBe(before);
});

test.each(languages)('a reader at the very top stays there, from %s', async (language) => {
  const change = await open(unevenArticle(), language);
  await change();
  expect(scrollY).toBe(0);
});

describe('what comes late above', () => {
  async function switched() {
    const change = await open(unevenArticle(), 'fr');
    scrollBy(0, topOf('#numbers') - line() + 5);
    const before = topOf('#numbers');
    await change();
    return before;
  }

  function grow(): void {
    give('min-height', '900px', document.querySelector<HTMLElement>('#opening')!);
  }

  test('does not move the place', async () => {
    const before = await switched();
    grow();
    await nextFrame();
    await expect.poll(() => Math.abs(topOf('#numbers') - before)).toBeLessThanOrEqual(1);
  });

  test('does not hold a reader who begins to move', async () => {
    await switched();
    // Before the page has followed the wheel.
    dispatchEvent(new WheelEvent('wheel'));
    const at = scrollY;
    grow();
    await nextFrame();
    expect(scrollY).toBe(at);
  });

  test('nor one who is moved otherwise', async () => {
    await switched();
    scrollBy(0, 200);
    const at = scrollY;
    grow();
    await nextFrame();
    expect(scrollY).toBe(at);
  });
});

test.each(['ltr', 'rtl'])(
  'beside another language, %s, the block itself holds the place, and under it what is unfolded',
  (direction) => {
    const made = (tag: string, name: object, ...inside: (Element | string)[]) => {
      const element = Object.assign(document.createElement(tag), name);
      element.append(...inside);
      return element;
    };
    const beside = made('div', { className: 'blocks' }, made('p', { id: 'b1.en' }, 'Un'));
    const blocks = made(
      'div',
      { className: 'blocks', dir: direction },
      made('p', { id: 'b1' }, 'One'),
      made('div', { className: 'between' }, beside),
    );
    document.body.append(blocks);
    onTestFinished(() => blocks.remove());
    const nameAtEye = () => placeAt(blocks.getBoundingClientRect().bottom - 1)?.names[0];
    const held = nameAtEye();
    expect(held).toContain('b1\\.en');
    give('display', 'grid', blocks);
    give('grid-template-columns', '1fr 1fr', blocks);
    const [own, other] = [boxOf('#b1'), boxOf('.between')];
    expect(Math.sign(other.left - own.left)).toBe(direction === 'ltr' ? 1 : -1);
    expect(nameAtEye()).toBe('#b1');
  },
);
