import { hydrate, mount, unmount } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hydrateInPieces } from '../../../src/ui/islands.ts';
import IslandPage from './IslandPage.svelte';

const island = (name: string) =>
  `<div><!--[--><button>${name}</button><!----><!--]--></div><!----><!---->`;

/** As the page is drawn ahead of time. */
const drawn = `<!--[--><button>page</button> ${island('first')} ${island('second')}<!--]-->`;

/** A page of which each part says when it is pressed. */
function preparePage(markup = '') {
  const target = document.createElement('div');
  // A comment before the body would not be in it.
  const { body } = new DOMParser().parseFromString(`<body>${markup}`, 'text/html');
  target.append(...body.childNodes);
  document.body.append(target);
  onTestFinished(() => {
    target.remove();
    Object.assign(document.documentElement, { early: undefined });
  });
  const pressed: string[] = [];
  const pressAll = () => {
    pressed.length = 0;
    for (const button of target.querySelectorAll('button')) button.click();
    return pressed;
  };
  const options = { target, props: { onpress: (name: string) => pressed.push(name) } };
  return { target, pressed, pressAll, options };
}

test('a page that came drawn answers before its islands do, then whole, and stays as it came', async () => {
  const { target, pressAll, options } = preparePage(drawn);
  const warn = vi.spyOn(console, 'warn');
  const before = [...target.querySelectorAll('button')];
  const take = () => {
    hydrate(IslandPage, options);
    expect(pressAll()).toEqual(['page']);
  };
  await hydrateInPieces({ target, take });
  expect(pressAll()).toEqual(['page', 'first', 'second']);
  for (const [index, button] of target.querySelectorAll('button').entries()) {
    expect(button).toBe(before[index]);
  }
  expect(warn).not.toHaveBeenCalled();
});

test('one that cannot be taken over is told, and keeps no other from it', async () => {
  const { target, pressAll, options } = preparePage(drawn);
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  const props = { ...options.props, isBroken: true };
  await hydrateInPieces({ target, take: () => hydrate(IslandPage, { ...options, props }) });
  expect(report).toHaveBeenCalledOnce();
  expect(pressAll()).toEqual(['page', 'second']);
});

test('an island that is gone lets go of what it held', async () => {
  const { target, options } = preparePage(drawn);
  let page: object = {};
  await hydrateInPieces({ target, take: () => (page = hydrate(IslandPage, options)) });
  const first = target.querySelectorAll('button')[1];
  await unmount(page);
  expect(target.textContent?.trim()).toBe('');
  const press = vi.spyOn(options.props, 'onpress');
  first?.click();
  expect(press).not.toHaveBeenCalled();
});

for (const [index, name] of ['page', 'first', 'second'].entries()) {
  test(`a button that was pressed too early is pressed again once: ${name}`, async () => {
    const { target, pressed, options } = preparePage(drawn);
    Object.assign(document.documentElement, { early: target.querySelectorAll('button')[index] });
    const clicks = vi.fn();
    target.addEventListener('click', clicks);
    await hydrateInPieces({ target, take: () => hydrate(IslandPage, options) });
    expect(pressed).toEqual([name]);
    expect(clicks).toHaveBeenCalledOnce();
  });
}

test('a button that has answered while the rest was taken over is not pressed again', async () => {
  const { target, pressed, options } = preparePage(drawn);
  const [page] = target.querySelectorAll('button');
  const done = hydrateInPieces({ target, take: () => hydrate(IslandPage, options) });
  // After the page itself, before its first island.
  await vi.waitUntil(() => (page?.click(), pressed.length > 0), { interval: 0 });
  Object.assign(document.documentElement, { early: page });
  await done;
  expect(pressed).toEqual(['page']);
});

test('drawn by the app itself, all of a page answers at once', () => {
  const { pressAll, options } = preparePage();
  mount(IslandPage, options);
  expect(pressAll()).toEqual(['page', 'first', 'second']);
});
