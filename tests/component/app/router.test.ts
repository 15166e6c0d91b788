import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { Router } from '../../../src/app/router.svelte.ts';

const testPage = location.href;

/** What each address shows: longer than the screen, with a block to point at. */
function draw(name: string): void {
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = name;
  const block = document.createElement('p');
  Object.assign(block, { id: 'b3', textContent: 'The block', tabIndex: -1 });
  block.style.marginBlock = '2000px';
  main.append(heading, block);
  document.querySelector('main')?.remove();
  document.body.append(main);
}

/** A tab at an address, with a router that draws what it goes to. */
function open(path: string, base = '/') {
  history.pushState(null, '', path);
  draw(path);
  // As a page that has just been loaded.
  scrollTo(0, 0);
  const router = new Router(base, location.href);
  onTestFinished(router.listen());
  return router;
}

function addLink(href: string, attributes: Record<string, string> = {}): void {
  const link = document.createElement('a');
  Object.assign(link, { href, textContent: 'Link' });
  for (const [name, value] of Object.entries(attributes)) link.setAttribute(name, value);
  document.querySelector('h1')?.after(link);
}

/** Clicks the link; tells whether it was left to the browser, which is kept from following it. */
function click(init: MouseEventInit = {}): boolean {
  let isLeft = false;
  const watch = (event: Event) => {
    isLeft = !event.defaultPrevented;
    event.preventDefault();
  };
  addEventListener('click', watch, { once: true });
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...init });
  page.getByRole('link', { name: 'Link' }).element().dispatchEvent(event);
  return isLeft;
}

/** Steps through the history and draws what the router has come to. */
async function step(router: Router, delta: -1 | 1): Promise<void> {
  const before = location.href;
  history.go(delta);
  await expect.poll(() => location.href).not.toBe(before);
  await expect.poll(() => router.route).toMatchObject({ page: expect.any(String) });
}

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  document.body.replaceChildren();
  history.pushState(null, '', testPage);
});

const article = (slug: string) => ({ page: 'article', language: 'fr', slug });

describe('a click on a link', () => {
  test('to a page of the app goes there without loading anything', () => {
    const router = open('/fr/');
    addLink('/fr/article/tides');
    expect(click()).toBe(false);
    expect(location.pathname).toBe('/fr/article/tides');
    expect(router.visit).toEqual({ number: 1, route: article('tides') });
    expect(router.canGoBack).toBe(true);
  });

  test('counts when it hits what is inside the link', () => {
    const router = open('/fr/');
    addLink('/fr/article/tides');
    const inside = document.createElement('em');
    document.querySelector('a')!.append(inside);
    inside.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    expect(router.route).toEqual(article('tides'));
  });

  test.each([
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { altKey: true },
    { button: 1 },
  ])('with %j is the browser’s', (init) => {
    const router = open('/fr/');
    addLink('/fr/article/tides');
    expect(click(init)).toBe(true);
    expect(router.visit.number).toBe(0);
  });

  test.each([
    ['https://elsewhere.example/fr/article/tides', {}],
    ['mailto:desk@example.org', {}],
    ['/content/images/tides.webp', {}],
    ['/robots.txt', {}],
    ['/fr/article/tides', { target: '_blank' }],
    ['/fr/article/tides', { download: '' }],
  ])('to %s %j is the browser’s', (href, attributes) => {
    const router = open('/fr/');
    addLink(href, attributes);
    expect(click()).toBe(true);
    expect(router.visit.number).toBe(0);
    expect(location.pathname).toBe('/fr/');
  });

  test('that another part has dealt with is left', () => {
    const router = open('/fr/');
    addLink('/fr/article/tides');
    document.querySelector('a')!.addEventListener('click', (event) => event.preventDefault());
    click();
    expect(router.visit.number).toBe(0);
  });

  test('knows the site’s own path', () => {
    const router = open('/news/fr/', '/news/');
    addLink('/fr/article/tides');
    expect(click()).toBe(true);
    document.querySelector('a')!.href = '/news/fr/article/tides';
    expect(click()).toBe(false);
    expect(router.route).toEqual(article('tides'));
    expect(router.href({ page: 'front', language: 'en' })).toBe('/news/en/');
  });

  test('moves to the top and the focus to the new heading', async () => {
    const router = open('/fr/');
    scrollTo(0, 900);
    addLink('/fr/article/tides');
    click();
    draw('Tides');
    await expect.element(page.getByRole('heading', { name: 'Tides' })).toHaveFocus();
    expect(scrollY).toBe(0);
    expect(router.route).toEqual(article('tides'));
  });

  test('to a block of another page waits for the block', async () => {
    open('/fr/');
    addLink('/fr/article/tides#b3');
    click();
    document.querySelector('main')!.remove();
    draw('Tides');
    await expect.poll(() => scrollY).toBeGreaterThan(1500);
    await expect.element(page.getByText('The block')).toBeInViewport();
  });
});

describe('a link within the page', () => {
  test('jumps and moves the focus; the page stays', async () => {
    const router = open('/fr/article/tides');
    addLink('#b3');
    click();
    await expect.element(page.getByText('The block')).toHaveFocus();
    await expect.element(page.getByText('The block')).toBeInViewport();
    expect(location.hash).toBe('#b3');
    expect(router.visit.number).toBe(0);
  });

  test.each([0, 300])('is undone by back, to the very place (%i)', async (top) => {
    const router = open('/fr/article/tides');
    addLink('#b3');
    scrollTo(0, top);
    click();
    await expect.poll(() => scrollY).toBeGreaterThan(1500);
    await step(router, -1);
    await expect.poll(() => scrollY).toBe(top);
    expect(router.visit.number).toBe(0);
    expect(page.getByRole('heading').element()).not.toBe(document.activeElement);
  });

  test('gives the focus back to where it led on from, at each step back', async () => {
    const router = open('/fr/article/tides');
    addLink('#b3');
    const first = document.querySelector('a')!;
    click();
    const second = first.cloneNode(true) as HTMLAnchorElement;
    second.href = '#b4';
    first.replaceWith(first, second);
    second.click();
    await step(router, -1);
    await expect.element(page.elementLocator(second)).toHaveFocus();
    await step(router, -1);
    await expect.element(page.elementLocator(first)).toHaveFocus();
  });

  test('is undone by back on a page whose address points at a block', async () => {
    const router = open('/fr/article/tides#b3');
    await expect.poll(() => scrollY).toBeGreaterThan(1500);
    addLink('#b3-note');
    scrollTo(0, 300);
    click();
    scrollTo(0, 0);
    await step(router, -1);
    await expect.poll(() => scrollY).toBe(300);
  });
});

describe('back and forward', () => {
  test('bring the page and the place on it, once it is long enough', async () => {
    const router = open('/fr/article/tides');
    addLink('/fr/article/moon');
    scrollTo(0, 700);
    click();
    draw('Moon');
    await expect.element(page.getByRole('heading', { name: 'Moon' })).toHaveFocus();
    document.querySelector('main')!.remove();
    await step(router, -1);
    await expect.poll(() => router.route).toEqual(article('tides'));
    expect(router.visit.number).toBe(2);
    expect(router.canGoBack).toBe(false);
    draw('Tides again');
    await expect.poll(() => scrollY).toBe(700);
    await expect.element(page.getByRole('heading', { name: 'Tides again' })).toHaveFocus();
    await step(router, 1);
    await expect.poll(() => router.route).toEqual(article('moon'));
    expect(router.canGoBack).toBe(true);
  });

  test('a place that points at a block is where the reader was, not the block', async () => {
    const router = open('/fr/article/tides#b3');
    await expect.poll(() => scrollY).toBeGreaterThan(1500);
    addLink('/fr/article/moon');
    scrollTo(0, 250);
    click();
    draw('Moon');
    await step(router, -1);
    draw('Tides again');
    await expect.poll(() => scrollY).toBe(250);
  });

  test('a reader who moves is not pulled back', async () => {
    const router = open('/fr/article/tides');
    addLink('/fr/article/moon');
    scrollTo(0, 700);
    click();
    document.querySelector('main')!.remove();
    await step(router, -1);
    dispatchEvent(new WheelEvent('wheel'));
    draw('Tides again');
    // What would pull, did pull for the test above by the time two frames are drawn.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(scrollY).toBe(0);
  });

  test('a reload comes back to the place', async () => {
    const router = open('/fr/article/tides');
    scrollTo(0, 600);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    scrollTo(0, 0);
    const reloaded = new Router('/', location.href);
    onTestFinished(reloaded.listen());
    await expect.poll(() => scrollY).toBe(600);
    expect(reloaded.visit).toMatchObject({ number: 0, route: router.route });
  });
});

test('the address can be rewritten without leaving the page', () => {
  const router = open('/fr/article/tides#b3');
  const length = history.length;
  router.rewrite({ page: 'article', language: 'en', slug: 'the-tides' });
  expect(location.pathname + location.hash).toBe('/en/article/the-tides#b3');
  expect(router.visit).toMatchObject({ number: 0, route: { language: 'en', slug: 'the-tides' } });
  expect(history.length).toBe(length);
});
