import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { lookAhead } from '../../../src/app/look-ahead.ts';
import { pages } from '../../../src/app/pages.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { saveData } from '../../support/save-data.ts';

const tides = 'articles/tides.json?v=h1';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page with links, one of them around a picture, of a reader who has seen a list. */
function open() {
  const host = new FakeSite();
  host.source.inHand.note([host.publish(articleFile('tides')), host.publish(articleFile('moon'))]);
  const onTestPage = document.createElement('div');
  document.body.append(onTestPage);
  onTestFinished(() => onTestPage.remove());
  const link = (href: string) => {
    const element = document.createElement('a');
    const inner = document.createElement('b');
    element.href = href;
    element.append(inner);
    onTestPage.append(element);
    return inner;
  };
  const stop = lookAhead(host.source, '/');
  onTestFinished(stop);
  return { host, link, stop };
}

const pointer = (type: string, init: PointerEventInit) =>
  new PointerEvent(type, { bubbles: true, isPrimary: true, ...init });
const hover = (target: Element, pointerType = 'mouse') =>
  target.dispatchEvent(pointer('pointerover', { pointerType }));
const touch = (target: Element, isPrimary = true) =>
  target.dispatchEvent(pointer('pointerdown', { pointerType: 'touch', isPrimary }));
const rest = () => vi.advanceTimersByTime(70);
const asked = (host: FakeSite) => vi.waitFor(() => expect(host.requests).not.toEqual([]));

describe('a link to an article', () => {
  test.each(['/fr/article/tides-fr', '/en/article/tides-fr', '/en/article/tides#b1'])(
    'that is rested on is asked for: %s',
    async (href) => {
      const { host, link } = open();
      hover(link(href));
      expect(host.requests).toEqual([]);
      rest();
      await asked(host);
      expect(host.requests).toEqual([tides]);
    },
  );

  test('that is touched is asked for at once, and again by nothing that follows', async () => {
    const { host, link } = open();
    const target = link('/fr/article/tides-fr');
    touch(target);
    hover(target);
    rest();
    await asked(host);
    await host.source.article('tides', 'h1');
    expect(host.requests).toEqual([tides]);
  });

  test('that the pointer only passes over is not', () => {
    const { host, link } = open();
    const target = link('/fr/article/tides-fr');
    const ahead = vi.spyOn(host.source, 'articleAhead');
    hover(target);
    vi.advanceTimersByTime(50);
    hover(document.body);
    vi.advanceTimersByTime(500);
    expect(ahead).not.toHaveBeenCalled();
  });

  test('of which no list has told is not: its address is still to be asked for', () => {
    const { host, link } = open();
    touch(link('/fr/article/unknown'));
    expect(host.source.inHand.summaryAt('unknown')).toBeUndefined();
    expect(host.requests).toEqual([]);
  });

  test('is not rested on by a finger, nor touched by a second one', () => {
    const { host, link } = open();
    const ahead = vi.spyOn(host.source, 'articleAhead');
    hover(link('/fr/article/tides-fr'), 'touch');
    rest();
    touch(link('/fr/article/moon-fr'), false);
    expect(ahead).not.toHaveBeenCalled();
  });

  test('of a reader who spares data is asked for when it is touched, which a click follows', () => {
    const { host, link } = open();
    const ahead = vi.spyOn(host.source, 'articleAhead');
    saveData(true);
    const target = link('/fr/article/tides-fr');
    hover(target);
    rest();
    expect(ahead).not.toHaveBeenCalled();
    touch(target);
    expect(ahead).toHaveBeenCalledExactlyOnceWith('tides-fr');
  });
});

describe('a link to another page', () => {
  test.each([
    ['/fr/', 'front'],
    ['/fr/rubrique/sciences', 'list'],
    ['/fr/derniers-articles', 'list'],
    ['/fr/gardes', 'saved'],
    ['/en/settings', 'settings'],
  ] as const)('%s brings the part that shows it', (href, name) => {
    const { link } = open();
    const load = vi.spyOn(pages[name], 'load').mockResolvedValue(undefined as never);
    touch(link(href));
    expect(load).toHaveBeenCalledOnce();
  });

  test('whose part cannot be brought is left to whoever opens it', async () => {
    const { link } = open();
    const load = vi.spyOn(pages.saved, 'load').mockRejectedValue(new TypeError('Failed to fetch'));
    touch(link('/fr/gardes'));
    // A rejection that nobody expects fails the run.
    await Promise.allSettled([load.mock.results[0]?.value]);
  });

  test.each([
    ['to another site', 'https://elsewhere.example/fr/article/tides-fr'],
    ['to nothing', '/fr/nothing'],
    ['to a file', '/feeds/fr.xml'],
  ])('%s brings nothing', (_, href) => {
    const { host, link } = open();
    const loads = Object.values(pages).map((page) => vi.spyOn(page, 'load'));
    const ahead = vi.spyOn(host.source, 'articleAhead');
    touch(link(href));
    for (const load of [...loads, ahead]) expect(load).not.toHaveBeenCalled();
  });

  test('to the page itself brings nothing', () => {
    const { host, link } = open();
    const before = location.href;
    onTestFinished(() => history.replaceState(null, '', before));
    history.replaceState(null, '', '/fr/article/tides-fr');
    const ahead = vi.spyOn(host.source, 'articleAhead');
    touch(link('/fr/article/tides-fr#b1'));
    expect(ahead).not.toHaveBeenCalled();
  });
});

test('once it has stopped nothing is asked for, what was rested on neither', () => {
  const { host, link, stop } = open();
  const ahead = vi.spyOn(host.source, 'articleAhead');
  const target = link('/fr/article/tides-fr');
  hover(target);
  stop();
  rest();
  touch(target);
  expect(ahead).not.toHaveBeenCalled();
});
