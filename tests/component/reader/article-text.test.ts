import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { startI18n } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { rareBlocks } from '../../../src/reader/rare-blocks.ts';
import { articleOf } from '../../support/fake-site.ts';
import { hitArea } from '../../support/hit-area.ts';
import { show } from '../../support/stage.ts';

// As on a page whose article has been brought whole.
beforeAll(() => rareBlocks.load());
beforeEach(() => startI18n('en'));
afterEach(() => {
  vi.restoreAllMocks();
});

const paragraph = (id: string, ...text: unknown[]) => ({ id, type: 'paragraph', text });
const showBody = (...body: unknown[]) => show(ArticleView, { article: articleOf(body) });

test('footnotes are numbered as the text mentions them and link both ways', async () => {
  await showBody(
    paragraph('b1', 'First', { footnote: 'moon' }, ' then', { em: ['deep', { footnote: 'tide' }] }),
    {
      id: 'b2',
      type: 'footnotes',
      notes: [
        { id: 'never', text: ['Mentioned nowhere.'] },
        { id: 'tide', text: ['On tides.'] },
        { id: 'moon', text: ['On the Moon.'] },
      ],
    },
  );
  const notes = ['On the Moon.', 'On tides.'];
  for (const [index, text] of notes.entries()) {
    const number = index + 1;
    const mark = page.getByRole('link', { name: `Note ${number}`, exact: true });
    await expect.element(mark).toHaveTextContent(String(number));
    const note = targetOf(mark.element());
    expect(note?.textContent).toContain(text);
    expect((note as HTMLLIElement).value).toBe(number);
    const back = page.getByRole('link', { name: `Back to note ${number} in the text` });
    expect(note?.contains(back.element())).toBe(true);
    expect(targetOf(back.element())).toBe(mark.element());
  }
  const shown = page.getByRole('listitem').filter({ hasText: /On |nowhere/ });
  expect(shown.elements().map((item) => item.textContent.trim().slice(0, 9))).toEqual([
    'On the Mo',
    'On tides.',
    'Mentioned',
  ]);
});

test('a mark and the way back from its note are large enough to be hit', async () => {
  await showBody(paragraph('b1', 'Tides', { footnote: 'n1' }, ' rise, and fall again.'), {
    id: 'b2',
    type: 'footnotes',
    notes: [{ id: 'n1', text: ['Twice a day.'] }],
  });
  for (const name of ['Note 1', 'Back to note 1 in the text']) {
    const link = page.getByRole('link', { name, exact: true }).element();
    link.scrollIntoView({ block: 'center' });
    const { width, height } = hitArea(link);
    expect(width).toBeGreaterThanOrEqual(24);
    expect(height).toBeGreaterThanOrEqual(24);
  }
});

test('a note mentioned twice is one note, and its way back leads to the first mark', async () => {
  await showBody(paragraph('b1', { footnote: 'n1' }), paragraph('b2', { footnote: 'n1' }), {
    id: 'b3',
    type: 'footnotes',
    notes: [{ id: 'n1', text: ['Once.'] }],
  });
  expect(page.getByRole('link', { name: 'Note 1', exact: true }).elements()).toHaveLength(2);
  const back = targetOf(page.getByRole('link', { name: 'Back to note 1' }).element());
  expect(back?.closest('p')?.id).toBe('b1');
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a mark without a note is not drawn', async () => {
  await showBody(paragraph('b1', 'Plain', { footnote: 'gone' }, ' text'));
  await expect.element(page.getByText('Plain text')).toBeVisible();
  expect(document.querySelector('#b1 a')).toBeNull();
});

test('a table wider than the screen scrolls by itself, by keyboard too', async () => {
  const cells = Array.from({ length: 14 }, (_, index) => [`Measurement-number-${index}`]);
  await showBody({ id: 'wide', type: 'table', head: cells, rows: [cells] });
  const region = page.getByRole('region', { name: 'Table' });
  const box = region.element();
  expect(box.scrollWidth).toBeGreaterThan(innerWidth * 2);
  expect(box.clientWidth).toBeLessThanOrEqual(innerWidth);
  expectPageNotToScrollSideways();

  await userEvent.tab();
  while (document.activeElement !== box) await userEvent.tab();
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => box.scrollLeft).toBeGreaterThan(0);
});

test.each([
  ['code', { type: 'code', code: `const far = '${'far '.repeat(80)}';` }],
  ['an unbroken word', { type: 'paragraph', text: ['Donaudampfschiff'.repeat(12)] }],
  [
    'a long link',
    {
      type: 'paragraph',
      text: [{ link: [`https://example.org/${'a'.repeat(150)}`], href: 'https://example.org/' }],
    },
  ],
  ['a long heading', { type: 'heading', level: 2, text: ['Anticonstitutionnellement'.repeat(6)] }],
  ['a long list item', { type: 'list', items: [{ text: ['x'.repeat(150)] }] }],
  ['a long quotation', { type: 'quote', text: ['x'.repeat(150)], cite: ['y'.repeat(150)] }],
  ['a long footnote', { type: 'footnotes', notes: [{ id: 'n1', text: ['x'.repeat(150)] }] }],
  [
    'a long title of a card',
    { type: 'embed', url: 'https://example.org/', title: 'x'.repeat(150) },
  ],
])('%s does not widen the page', async (_, block) => {
  await showBody({ id: 'b1', ...block });
  expectPageNotToScrollSideways();
});

test('a block of a type from the future is a gap that says what it is', async () => {
  await showBody(
    paragraph('b1', 'Before.'),
    { id: 'b2', type: 'hologram', depth: 3 },
    paragraph('b3', 'After.'),
  );
  await expect.element(page.getByText('can’t be shown here (type “hologram”)')).toBeVisible();
  await expect.element(page.getByText('Before.')).toBeVisible();
  await expect.element(page.getByText('After.')).toBeVisible();
});

test('a block that fails leaves a note in its place and the rest of the page', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const article = articleOf([
    paragraph('b1', 'Before.'),
    { id: 'b2', type: 'embed', url: 'https://example.org/', title: 'A card' },
    { id: 'b3', type: 'note', blocks: [{ id: 'b4', type: 'embed', url: 'http://a/', title: 'x' }] },
    paragraph('b5', 'After.'),
  ]);
  // Past the parser, as a fault of ours would be: the address of a card without a site must parse.
  for (const block of [article.versions.fr!.body[1]!, noteBlock(article.versions.fr!.body[2])]) {
    if (block.type === 'embed') block.url = 'nowhere';
  }
  await show(ArticleView, { article });
  await expect.element(page.getByText('Before.')).toBeVisible();
  await expect.element(page.getByText('After.')).toBeVisible();
  expect(page.getByText('This passage could not be shown.').elements()).toHaveLength(2);
  expect(document.querySelector('aside')?.textContent).toContain('could not be shown');
});

const hostile = [
  '<img src=x onerror="window.hacked = true">',
  '</script><script>window.hacked = true</script>',
  '{@html "<b>bold</b>"}',
  '&lt;b&gt; &amp;amp;',
  '"><svg onload=window.hacked=true>',
  '<!--',
];

test.each(hostile)('%s is text like any other', async (text) => {
  const article = articleOf([
    paragraph('b1', text, { em: [text] }, { code: text }, { abbr: text, title: text }),
    { id: 'b2', type: 'heading', level: 2, text: [text] },
    { id: 'b3', type: 'quote', text: [text], cite: [text] },
    { id: 'b4', type: 'list', items: [{ text: [text] }] },
    { id: 'b5', type: 'table', caption: [text], head: [[text]], rows: [[[text]]] },
    { id: 'b6', type: 'code', code: text, caption: [text] },
    { id: 'b7', type: 'note', title: [text], blocks: [paragraph('b8', text)] },
    { id: 'b9', type: 'embed', url: 'https://example.org/', title: text, description: text },
    { id: 'b10', type: 'figure', image: { src: 'a.png', width: 9, height: 9 }, alt: text },
    { id: 'b11', type: 'footnotes', notes: [{ id: 'n1', text: [text] }] },
  ]);
  Object.assign(article.versions.fr!, { headline: text, standfirst: text, kicker: text });
  await show(ArticleView, { article });

  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(text);
  for (const id of ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9', 'b11']) {
    expect(document.getElementById(id)?.textContent, id).toContain(text);
  }
  expect(document.querySelector('#b10 img')?.getAttribute('alt')).toBe(text);
  const article1 = document.querySelector('article')!;
  expect(article1.querySelectorAll('script, svg, [onerror], [onload], b')).toHaveLength(0);
  expect(article1.querySelectorAll('img')).toHaveLength(1);
  expect(window).not.toHaveProperty('hacked');
});

function targetOf(link: Element): Element | null {
  return document.getElementById(link.getAttribute('href')!.slice(1));
}

function noteBlock(block: unknown): { type: string; url?: string } {
  return (block as { blocks: { type: string }[] }).blocks[0]!;
}

function expectPageNotToScrollSideways(): void {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth);
}
