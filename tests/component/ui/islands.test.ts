import { hydrate, mount, unmount } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { hydrateInPieces } from '../../../src/ui/islands.ts';
import IslandPage from './IslandPage.svelte';

const island = (name: string) => `<div><!--[--><button>${name}</button><!--]--></div><!---->`;

/** As the page is drawn ahead of time. */
const drawn = `<!--[--><button>page</button> ${island('first')} ${island('second')}<!--]-->`;

/** A page of which each part says when it is pressed. */
function preparePage(markup = '') {
  const target = document.createElement('div');
  target.append(...new DOMParser().parseFromString(markup, 'text/html').body.childNodes);
  document.body.append(target);
  onTestFinished(() => target.remove());
  const pressed: string[] = [];
  const pressAll = () => {
    pressed.length = 0;
    for (const button of target.querySelectorAll('button')) button.click();
    return pressed;
  };
  const options = { target, props: { onpress: (name: string) => pressed.push(name) } };
  return { target, pressAll, options };
}

test('a page that came drawn answers before its islands do, then whole, and stays as it came', async () => {
  const { target, pressAll, options } = preparePage(drawn);
  const warn = vi.spyOn(console, 'warn');
  const before = [...target.querySelectorAll('button')];
  await hydrateInPieces(() => {
    hydrate(IslandPage, options);
    expect(pressAll()).toEqual(['page']);
  });
  expect(pressAll()).toEqual(['page', 'first', 'second']);
  expect([...target.querySelectorAll('button')]).toEqual(before);
  expect(warn).not.toHaveBeenCalled();
});

test('one that cannot be taken over is told, and keeps no other from it', async () => {
  const { pressAll, options } = preparePage(drawn);
  const report = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {});
  const props = { ...options.props, isBroken: true };
  await hydrateInPieces(() => hydrate(IslandPage, { ...options, props }));
  expect(report).toHaveBeenCalledOnce();
  expect(pressAll()).toEqual(['page', 'second']);
});

test('an island that is gone lets go of what it held', async () => {
  const { target, options } = preparePage(drawn);
  let page: object = {};
  await hydrateInPieces(() => (page = hydrate(IslandPage, options)));
  const first = target.querySelectorAll('button')[1];
  await unmount(page);
  expect(target.textContent?.trim()).toBe('');
  const press = vi.spyOn(options.props, 'onpress');
  first?.click();
  expect(press).not.toHaveBeenCalled();
});

test('drawn by the app itself, all of a page answers at once', () => {
  const { pressAll, options } = preparePage();
  mount(IslandPage, options);
  expect(pressAll()).toEqual(['page', 'first', 'second']);
});
