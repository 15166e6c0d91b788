/** When pages are drawn anew: the plugin as a build has it, over a bundle that has but the parts it needs. */
import path from 'node:path';
import type { ResolvedConfig, Rolldown } from 'vite';
import { describe, expect, test } from 'vitest';
import { pages, type PagesApi } from '../../../../src/publish/vite/pages.ts';
import type { SecurityPolicyOptions } from '../../../../src/publish/security-policy.ts';
import { asset, chunk } from '../../../support/bundle.ts';
import { madeArticles, madeEdition } from '../../../support/made-edition.ts';

const root = path.join(import.meta.dirname, '../../../..');
const edition = madeEdition(madeArticles(1));

const shell = `<!doctype html>
<html lang="fr" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <!--early-->
    <link rel="manifest" href="/manifest.fr.webmanifest" />
    <!--head--><title>Liseuse</title><!--/head-->
    <script type="module" crossorigin src="/assets/index.js"></script>
  </head>
  <body><!--app--><div id="app"></div><!--/app--></body>
</html>`;

/** Modules that a kind of page, or a language, has a file of the program for. */
const parts = {
  front: 'pages/FrontPage.svelte',
  list: 'pages/ListPage.svelte',
  sections: 'pages/SectionsPage.svelte',
  article: 'pages/ArticlePage.svelte',
  rare: 'reader/blocks/rare-blocks.ts',
  notFound: 'pages/NotFoundPage.svelte',
  fr: '\0virtual:messages/fr/start',
  en: '\0virtual:messages/en/start',
};

interface Made {
  page?: string;
  /** Text of the one style sheet, which belongs to the entry. */
  style?: string;
  /** Names of files of the program that differ from those of another build. */
  files?: Partial<typeof parts>;
  drawingHash?: string;
  options?: SecurityPolicyOptions;
}

/** What names the first page of the edition’s front, in a build over these. */
function sourceOf({ page = shell, style = '', files = {}, drawingHash = 'd1', options }: Made) {
  const outputs = [
    asset('index.html', page),
    chunk('assets/index.js', { modules: ['main.ts'], isEntry: true, css: ['assets/index.css'] }),
    asset('assets/index.css', style),
    ...Object.entries(parts).map(([part, module]) =>
      chunk(`assets/${files[part as keyof typeof parts] ?? part}.js`, { modules: [module] }),
    ),
  ];
  const bundle = Object.fromEntries(outputs.map((output) => [output.fileName, output]));
  const plugin = pages(options) as unknown as {
    api: PagesApi;
    configResolved: (config: ResolvedConfig) => void;
    generateBundle: { handler: (output: object, bundle: Rolldown.OutputBundle) => void };
  };
  plugin.configResolved({ root, base: '/' } as ResolvedConfig);
  plugin.generateBundle.handler({}, bundle);
  const draw = () => Promise.reject(new Error('Nothing is drawn here'));
  const [first] = plugin.api.prerender(edition, { draw, hash: drawingHash }).plainPages();
  return first?.source;
}

describe('what names a page', () => {
  test('is the same over the same program', () => {
    expect(sourceOf({})).toMatch(/^[0-9a-f]{12}$/);
    expect(sourceOf({})).toBe(sourceOf({}));
  });

  test.each<[what: string, made: Made]>([
    ['another shell', { page: shell.replace('<body>', '<body class="wide">') }],
    ['another style', { style: 'p { color: red; }' }],
    ['another program that draws', { drawingHash: 'd2' }],
    ['another policy', { options: { connect: ['https://blog.example'] } }],
    ...Object.keys(parts).map((part): [string, Made] => [
      `another file for ${part}`,
      { files: { [part]: `${part}-2` } },
    ]),
  ])('changes with %s', (_, made) => {
    expect(sourceOf(made)).not.toBe(sourceOf({}));
  });
});
