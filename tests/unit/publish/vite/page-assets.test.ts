import type { Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { assetsOf } from '../../../../src/publish/vite/page-assets.ts';
import { asset, chunk } from '../../../support/bundle.ts';

const bundle = Object.fromEntries(
  [
    chunk('assets/other.js', { modules: ['pages/SavedPage.svelte'], css: ['assets/other.css'] }),
    chunk('assets/index.js', {
      modules: ['main.ts', 'app/App.svelte'],
      isEntry: true,
      imports: ['assets/start.js'],
      dynamicImports: ['assets/list.js', 'assets/front.js', 'assets/other.js'],
      css: ['assets/index.css'],
    }),
    chunk('assets/start.js', { modules: ['i18n/messages.ts'], imports: ['assets/index.js'] }),
    chunk('assets/list.js', {
      modules: ['pages/ListPage.svelte'],
      imports: ['assets/index.js', 'assets/teaser.js', 'https://elsewhere.example/x.js'],
      dynamicImports: ['assets/other.js'],
      css: ['assets/list.css'],
    }),
    chunk('assets/teaser.js', { modules: ['edition/Teaser.svelte'], css: ['assets/teaser.css'] }),
    chunk('assets/front.js', {
      modules: ['pages/FrontPage.svelte'],
      imports: ['assets/teaser.js'],
    }),
    chunk('assets/fr.js', { modules: ['\0virtual:messages/fr/start'] }),
    asset('assets/index.css', 'body {}'),
    asset('assets/list.css', new TextEncoder().encode('.é {}')),
    asset('assets/teaser.css', '.teaser {}'),
  ].map((output) => [output.fileName, output]),
) as Rolldown.OutputBundle;

const list = /\/pages\/ListPage\.svelte$/;
const french = /virtual:messages\/fr\/start$/;
const names = (hrefs: string[]) => hrefs.map((href) => href.replace('/news/assets/', ''));

describe('what a kind of page needs', () => {
  const { scripts, styles } = assetsOf(bundle, [list, french], '/news/');

  test('is the entry, its own parts, and what these import, the entry first', () => {
    expect(names(scripts)).toEqual(['index.js', 'start.js', 'list.js', 'teaser.js', 'fr.js']);
    expect(scripts.every((href) => href.startsWith('/news/assets/'))).toBe(true);
  });

  test('is their style sheets, in the order of the scripts, each once', () => {
    expect(names(styles.map(({ href }) => href))).toEqual(['index.css', 'list.css', 'teaser.css']);
    expect(styles.map(({ text }) => text)).toEqual(['body {}', '.é {}', '.teaser {}']);
  });

  test('is nothing that comes later', () => {
    expect(names(scripts)).not.toContain('other.js');
    expect(names(scripts)).not.toContain('front.js');
  });

  test('is the entry alone where the page needs no more', () => {
    expect(names(assetsOf(bundle, [/App\.svelte$/], '/news/').scripts)).toEqual([
      'index.js',
      'start.js',
    ]);
  });
});

describe('a bundle that lacks something is refused:', () => {
  test('a part', () => {
    expect(() => assetsOf(bundle, [/\/GonePage\.svelte$/], '/')).toThrow('GonePage');
  });

  test('the entry', () => {
    const { 'assets/index.js': _entry, ...rest } = bundle;
    expect(() => assetsOf(rest, [list], '/')).toThrow('no entry');
  });

  test('a style sheet', () => {
    const { 'assets/list.css': _sheet, ...rest } = bundle;
    expect(() => assetsOf(rest, [list], '/')).toThrow('The build has no assets/list.css');
  });
});
