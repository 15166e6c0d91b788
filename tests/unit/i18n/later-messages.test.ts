/**
 * The rule behind publish/message-parts.ts: messages that come later are shown only by parts that
 * `withLaterMessages` brings. Elsewhere a reader would see their keys.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCatalogue } from '../../../src/publish/message-catalogue.ts';
import { partOf } from '../../../src/publish/message-parts.ts';
import { importsOf, reachedFrom } from '../../support/import-graph.ts';
import { namesMessage } from '../../../src/publish/message-use.ts';

describe('what a module imports', () => {
  test.each([
    ["import a from './a.ts';", ['./a.ts']],
    ["import './a.css';", ['./a.css']],
    ["import {\n  a,\n  type B,\n} from './a.ts';\nimport b from './b.ts';", ['./a.ts', './b.ts']],
    ["export { a } from './a.ts';\nexport * from './b.ts';", ['./a.ts', './b.ts']],
    ["<script>\n  import A from './A.svelte';\n</script>", ['./A.svelte']],
    ["import type { A } from './a.ts';\nexport type { B } from './b.ts';", []],
    ["import { type A, type B } from './a.ts';", []],
    ["import type A from './a.ts';\nimport b from './b.ts';", ['./b.ts']],
    ["// import a from './a.ts';\n/* import b from './b.ts'; */", []],
    ["const a = 1;\nexport const b = 'from';\nconst text = 'import';", []],
  ])('%s', (source, expected) => {
    expect(importsOf(source).withIt).toEqual(expected);
  });

  test.each([
    ["lazy(() => import('./a.ts'))", ['./a.ts'], []],
    ["{#await import('./A.svelte') then A}", ['./A.svelte'], []],
    ["withLaterMessages(import('./A.svelte'))", [], ['./A.svelte']],
    ["{#await withLaterMessages(\n  import('./A.svelte')\n)}", [], ['./A.svelte']],
  ])('on demand: %s', (source, onDemand, withMessages) => {
    expect(importsOf(source)).toEqual({ withIt: [], onDemand, withMessages });
  });

  test('is followed, with the way to each', () => {
    const files: Record<string, string> = {
      'src/main.ts': "import './a/a.ts';\nimport('./later.ts');",
      'src/a/a.ts': "import '../b.ts';\nimport 'virtual:site';",
      'src/b.ts': "import './a/a.ts';",
      'src/later.ts': '',
    };
    const ways = reachedFrom(
      ['src/main.ts'],
      ({ withIt }) => withIt,
      (file) => files[file] ?? '',
    );
    expect([...ways]).toEqual([
      ['src/main.ts', ['src/main.ts']],
      ['src/a/a.ts', ['src/main.ts', 'src/a/a.ts']],
      ['src/b.ts', ['src/main.ts', 'src/a/a.ts', 'src/b.ts']],
    ]);
  });
});

describe('messages that come later', () => {
  const keys = Object.keys(readCatalogue(process.cwd()).en).filter(
    (key) => partOf(key) === 'later',
  );
  /** The first of the messages that come later which each module names. */
  const shownBy = (files: Iterable<string>) =>
    [...files].flatMap((file) => {
      const code = readFileSync(file, 'utf8');
      const key = keys.find((each) => namesMessage(code, each));
      return key === undefined ? [] : [{ file, key }];
    });
  const roots = ['src/main.ts', 'src/app/draw.ts'];
  const early = reachedFrom(roots, ({ withIt, onDemand }) => [...withIt, ...onDemand]);
  const all = reachedFrom(roots, (imports) => Object.values(imports).flat());

  /**
   * Names what storage says of an error, and there is no such error before storage itself has been
   * brought, with its words: the next test.
   */
  const errorMessage = 'src/i18n/error-message.ts';

  test('are shown by no part that comes without them', () => {
    const others = [...early.keys()].filter((file) => file !== errorMessage);
    const strays = shownBy(others).map(
      ({ file, key }) => `${key}: ${early.get(file)?.join(' > ')}`,
    );
    expect(strays).toEqual([]);
  });

  test('of storage come with storage, whose errors they tell', () => {
    const code = readFileSync(errorMessage, 'utf8');
    const named = keys.filter((key) => namesMessage(code, key));
    expect(named.filter((key) => !key.startsWith('storage.'))).toEqual([]);
    expect(early.has('src/storage/stores.ts')).toBe(false);
    expect(all.has('src/storage/stores.ts')).toBe(true);
  });

  test('are shown by parts that come with them: the walk finds these', () => {
    expect(early.size).toBeGreaterThan(80);
    const files = shownBy(all.keys()).map(({ file }) => file);
    expect(files).toEqual(
      expect.arrayContaining([
        'src/app/UpdateOffer.svelte',
        'src/comments/Thread.svelte',
        'src/comments/MyComments.svelte',
        'src/settings/SettingsPanel.svelte',
      ]),
    );
  });
});

test('messages of the shell are shown by nothing that runs in a browser: they come in no part', () => {
  const keys = Object.keys(readCatalogue(process.cwd()).en).filter(
    (key) => partOf(key) === 'shell',
  );
  expect(keys.length).toBeGreaterThan(0);
  const files = reachedFrom(['src/main.ts', 'src/app/draw.ts'], (imports) =>
    Object.values(imports).flat(),
  );
  const code = [...files.keys()].map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(keys.filter((key) => namesMessage(code, key))).toEqual([]);
});
