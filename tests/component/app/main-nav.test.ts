import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import MainNav from '../../../src/app/MainNav.svelte';
import { startI18n } from '../../../src/i18n/messages.ts';
import { show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));

const items = () => [...document.querySelectorAll('nav li')];
const left = (item: Element | undefined) => item?.getBoundingClientRect().left;

test('each item has its place before the others have come', async () => {
  const { dataset } = document.documentElement;
  dataset['scripted'] = '';
  onTestFinished(() => void delete dataset['scripted']);
  await show(MainNav, { page: 'front', hasIcons: true });
  expect(items()).toHaveLength(4);
  const places = items().map(left);
  // As in a page that is half read.
  while (items().length > 1) {
    items().at(-1)?.remove();
    expect(items().map(left)).toEqual(places.slice(0, items().length));
  }
});

test('an icon stays where it is while its name comes', async () => {
  await show(MainNav, { page: 'front', hasIcons: true });
  const icon = document.querySelector('nav svg')!;
  const name = document.querySelector('nav svg + span')!;
  const { top } = icon.getBoundingClientRect();
  expect(top).toBeGreaterThan(0);
  // As in a page of which the browser has read so much.
  name.textContent = '';
  expect(icon.getBoundingClientRect().top).toBe(top);
  name.remove();
  expect(icon.getBoundingClientRect().top).toBe(top);
});

test.each(['en', 'fr'] as const)(
  'no name leaves its place at twice the text, in %s',
  async (language) => {
    await startI18n(language);
    await page.viewport(390, 844);
    const { style, dataset } = document.documentElement;
    dataset['scripted'] = '';
    style.fontSize = '200%';
    onTestFinished(() => {
      style.fontSize = '';
      delete dataset['scripted'];
    });
    await show(MainNav, { page: 'settings', hasIcons: true });
    for (const name of document.querySelectorAll('nav span')) {
      const { left, right } = name.getBoundingClientRect();
      const place = name.closest('li')!.getBoundingClientRect();
      expect([left >= place.left, right <= place.right]).toEqual([true, true]);
    }
    expect(document.querySelectorAll('nav span')).toHaveLength(4);
  },
);

test('without scripts the two that are left share the whole bar', async () => {
  await show(MainNav, { page: 'front', hasIcons: true });
  const shown = items().filter((item) => item.checkVisibility());
  expect(shown).toHaveLength(2);
  const widths = shown.map((item) => item.getBoundingClientRect().width);
  const bar = document.querySelector('nav ul')?.getBoundingClientRect().width ?? 0;
  expect(widths).toEqual([bar / 2, bar / 2]);
});
