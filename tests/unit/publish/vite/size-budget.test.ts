import type { Rolldown } from 'vite';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  filesOfFirstArticle,
  scriptBudget,
  sizeBudget,
  sumOf,
  weightTable,
} from '../../../../src/publish/vite/size-budget.ts';
import { asset, chunk } from '../../../support/bundle.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const later = {
  'stores.js': ['storage/stores.ts'],
  'after.js': ['comments/Thread.svelte'],
  'words.js': ['\0virtual:messages/fr/later'],
  'bringer.js': ['reader/article-bringer.ts'],
  'leisure.js': ['app/AtLeisure.svelte'],
  'reader.js': ['content/sources/edition-reader.ts'],
  'updates.js': ['offline/updates.svelte.ts'],
  'offer.js': ['app/UpdateOffer.svelte'],
  'extras.js': ['reader/extras.ts'],
};

function bundleOf(more: Rolldown.OutputBundle[string][] = []): Rolldown.OutputBundle {
  const all = [
    asset('index.html', '<!doctype html>'),
    chunk('index.js', {
      isEntry: true,
      modules: ['main.ts'],
      imports: ['framework.js'],
      dynamicImports: ['front.js', 'article.js', 'fr.js', 'en.js', ...Object.keys(later)],
      css: ['index.css'],
    }),
    chunk('framework.js', { modules: ['framework.ts'], imports: ['deep.js'] }),
    chunk('deep.js', { modules: ['deep.ts'] }),
    chunk('article.js', { modules: ['pages/ArticlePage.svelte'], css: ['article.css'] }),
    chunk('front.js', { modules: ['pages/FrontPage.svelte'], css: ['front.css'] }),
    chunk('fr.js', { modules: ['\0virtual:messages/fr/start'], code: 'a'.repeat(50) + 'bonjour' }),
    chunk('en.js', { modules: ['\0virtual:messages/en/start'], code: 'a' }),
    ...Object.entries(later).map(([name, modules]) =>
      chunk(name, { modules, imports: ['framework.js'] }),
    ),
    ...['index.css', 'article.css', 'front.css'].map((name) => asset(name)),
    asset('serif.woff2', new Uint8Array(3000)),
    ...more,
  ];
  return Object.fromEntries(all.map((output) => [output.fileName, output]));
}

const names = (bundle: Rolldown.OutputBundle, isLater: boolean) =>
  filesOfFirstArticle(bundle)
    .filter((file) => file.isLater === isLater)
    .map(({ file }) => file)
    .sort();

describe('what the first article page needs', () => {
  test('the entry, the article page, the heavier language, and all they import', () => {
    expect(names(bundleOf(), false)).toEqual([
      'article.css',
      'article.js',
      'deep.js',
      'fr.js',
      'framework.js',
      'index.css',
      'index.html',
      'index.js',
      'serif.woff2',
    ]);
  });

  test('what it brings later stands apart, each file once', () => {
    expect(names(bundleOf(), true)).toEqual(Object.keys(later).sort());
  });

  test('a part that is new and lazy counts until someone says that it comes later', () => {
    const bundle = bundleOf([chunk('new.js', { modules: ['ui/New.svelte'] })]);
    const entry = bundle['index.js'] as Rolldown.OutputChunk;
    entry.dynamicImports.push('new.js');
    expect(names(bundle, false)).toContain('new.js');
  });

  test.each(['index.html', 'index.js', 'article.js', 'stores.js', 'after.js'])(
    'without %s there is nothing to measure',
    (missing) => {
      const rest = Object.entries(bundleOf()).filter(([name]) => name !== missing);
      expect(() => filesOfFirstArticle(Object.fromEntries(rest))).toThrow('the build has no');
    },
  );
});

test('text is weighed compressed, fonts as they are', () => {
  const bundle = bundleOf([
    chunk('index.js', { isEntry: true, modules: ['main.ts'], code: 'x'.repeat(100_000) }),
  ]);
  const files = filesOfFirstArticle(bundle);
  expect(sumOf(files, 'js')).toBeLessThan(1000);
  expect(sumOf(files, 'font')).toBe(3000);
});

test('the sum leaves out what comes later', () => {
  const files = [
    { file: 'a.js', kind: 'js', isLater: false, bytes: 30_000 },
    { file: 'b.js', kind: 'js', isLater: false, bytes: 8_001 },
    { file: 'c.js', kind: 'js', isLater: true, bytes: 9_000 },
    { file: 'd.css', kind: 'css', isLater: false, bytes: 5_000 },
  ] as const;
  expect(sumOf(files, 'js')).toBe(scriptBudget + 1);
  const table = weightTable(files).split('\n');
  expect(table).toContainEqual(expect.stringMatching(/^ {2}a\.js +30\.0 kB$/));
  expect(table).toContainEqual(expect.stringMatching(/^ {2}js in sum +38\.0 kB$/));
  expect(table).toContainEqual(expect.stringMatching(/^ {2}later in sum +9\.0 kB$/));
});

test.each([
  { budget: 1000, isRefused: false },
  { budget: 10, isRefused: true },
])('a build of more than $budget bytes: refused $isRefused', ({ budget, isRefused }) => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const error = vi.fn();
  const { writeBundle } = sizeBudget(budget) as unknown as {
    writeBundle: { handler(this: unknown, options: unknown, bundle: unknown): void };
  };
  writeBundle.handler.call({ error }, {}, bundleOf());
  expect(error.mock.calls.length > 0).toBe(isRefused);
});

test('an edition of many names is not refused for them', () => {
  vi.spyOn(console, 'log').mockImplementation(() => {});
  const names = Array.from({ length: 400 }, (_, index) => `tag ${index * 7919}`).join();
  const bundle = bundleOf();
  const entry = bundle['index.js'] as Rolldown.OutputChunk;
  entry.code += names;
  const refused = () => {
    const error = vi.fn();
    const { writeBundle } = sizeBudget(600) as unknown as {
      writeBundle: { handler(this: unknown, options: unknown, bundle: unknown): void };
    };
    writeBundle.handler.call({ error }, {}, bundle);
    return error.mock.calls.length > 0;
  };
  expect(refused()).toBe(true);
  Object.assign(entry, { modules: { '\0virtual:site': { code: names } } });
  expect(refused()).toBe(false);
});
