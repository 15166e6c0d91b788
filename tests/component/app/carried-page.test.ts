import { describe, expect, onTestFinished, test } from 'vitest';
import { type CarriedPage, isCarriedPage, readCarriedPage } from '../../../src/app/carried-page.ts';
import { parseRoute } from '../../../src/app/route.ts';

/** A document as publish/page-template.ts writes it. */
function carry(text: string): void {
  const element = document.createElement('script');
  Object.assign(element, { type: 'application/json', id: 'page-data', textContent: text });
  document.body.append(element);
  onTestFinished(() => element.remove());
}

describe('what a document carries', () => {
  test('is read', () => {
    const carried: CarriedPage = {
      language: 'fr',
      path: '/fr/',
      content: { front: { sections: [] } },
    };
    carry(JSON.stringify(carried));
    expect(readCarriedPage()).toEqual(carried);
  });

  test('is nothing in the shell', () => {
    expect(readCarriedPage()).toBeUndefined();
    carry('');
    expect(readCarriedPage()).toBeUndefined();
  });

  test('is nothing in a language that the app does not speak', () => {
    carry('{"language":"de","path":"/de/"}');
    expect(readCarriedPage()).toBeUndefined();
  });
});

describe('the page that was drawn', () => {
  const isShown = (carried: CarriedPage, pathname: string, language = carried.language) =>
    isCarriedPage(carried, parseRoute(pathname, '/news/'), language, '/news/');

  test.each([
    ['/news/fr/', '/news/fr/'],
    ['/news/fr/article/tides', '/news/fr/article/tides'],
    ['/news/fr/article/tides', '/news/fr/article/tides/'],
    ['/news/fr/rubrique/science', '/news/fr/section/science'],
  ])('%s is the one at %s', (path, pathname) => {
    expect(isShown({ language: 'fr', path }, pathname)).toBe(true);
  });

  test.each([
    ['another article', '/news/fr/article/moon'],
    ['what is not there', '/news/fr/nothing'],
    ['the bare address, where the language is not decided', '/news/'],
    ['an address elsewhere', '/fr/article/tides'],
  ])('is not %s', (_, pathname) => {
    expect(isShown({ language: 'fr', path: '/news/fr/article/tides' }, pathname)).toBe(false);
  });

  test('is not in another language', () => {
    expect(isShown({ language: 'fr', path: '/news/fr/' }, '/news/fr/', 'en')).toBe(false);
  });

  test('of what is not there stands for every address that leads nowhere, and no other', () => {
    expect(isShown({ language: 'fr' }, '/news/fr/nothing')).toBe(true);
    expect(isShown({ language: 'fr' }, '/news/nothing')).toBe(true);
    expect(isShown({ language: 'fr' }, '/news/fr/article/tides')).toBe(false);
    expect(isShown({ language: 'fr' }, '/news/en/nothing', 'en')).toBe(false);
  });
});
