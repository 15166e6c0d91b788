import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { languages } from '../../content/language.ts';

/**
 * The most JavaScript that the first article page may need to start: the app, the article page and
 * the words of one language, in bytes after brotli. With the names of an edition such as the demo’s
 * (0.9 kB), and what draws rare blocks (1.1 kB), it stays under 40 kB, a fifth of a second at 1.6 Mbps.
 * Raise it on purpose, in the change that needs more.
 */
export const scriptBudget = 38_000;

/** What each language beside French and English may add: its facts, and longer words than theirs. */
const bytesOfLanguage = 300;

/**
 * Parts that the page brings by itself once it runs, beside the article’s text (the database) or
 * after it: shown in the table, outside the budget.
 */
const broughtLater = [
  /\/src\/storage\/stores\.ts$/,
  /\/src\/comments\/Thread\.svelte$/,
  /virtual:messages\/fr\/later$/,
  /\/src\/reader\/article-bringer\.ts$/,
  /\/src\/content\/sources\/edition-reader\.ts$/,
  /\/src\/offline\/updates\.svelte\.ts$/,
  /\/src\/app\/UpdateOffer\.svelte$/,
  /\/src\/app\/AtLeisure\.svelte$/,
  /\/src\/reader\/extras\.ts$/,
];

/**
 * Parts that a reader of one article does not load unless asking for them. A dynamic import that is
 * named in neither list counts as needed to start: what is new must not slip past the budget.
 */
const onDemand = [
  /\/src\/pages\/(?!Article)\w+Page\.svelte$/,
  /\/src\/app\/SettingsDialog\.svelte$/,
  /\/src\/app\/lost-page\.ts$/,
  /\/src\/comments\/CommentForm\.svelte$/,
  /\/src\/library\/gather-article\.ts$/,
  /\/src\/reader\/kept-place\.ts$/,
  /\/src\/ui\/NoticeText\.svelte$/,
  /\/src\/app\/(?:go-on-reading|resumed-notice)\.ts$/,
  /virtual:messages\/\w+\/later$/,
  /\/src\/reader\/ArticleFailure\.svelte$/,
  /\/src\/reader\/blocks\/rare-blocks\.ts$/,
  /\/src\/content\/parse\.ts$/,
];

/** Of these a page loads one; the heaviest counts. */
const locale = /virtual:messages\/\w+\/start$/;
const articlePage = /\/src\/pages\/ArticlePage\.svelte$/;

export type FileKind = 'html' | 'css' | 'js' | 'font';

export interface SizedFile {
  file: string;
  kind: FileKind;
  /** Whether the page starts without it and brings it then. */
  isLater: boolean;
  /** After brotli; fonts, which are compressed already, as they are. */
  bytes: number;
}

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/**
 * Vite plugin: after a build for browsers, prints what the first article page loads, by file and in
 * sum, and fails the build when that is more JavaScript than the budget.
 */
export function sizeBudget(
  budget = scriptBudget + bytesOfLanguage * (languages.length - 2),
): Plugin {
  let isForBrowsers = true;
  return {
    name: 'liseuse:size-budget',
    apply: 'build',
    enforce: 'post',
    configResolved({ build }) {
      isForBrowsers = !build.ssr;
    },
    writeBundle: {
      order: 'post',
      handler(_options, bundle) {
        if (!isForBrowsers) return;
        const files = filesOfFirstArticle(bundle);
        console.log(`\n${weightTable(files)}\n`);
        const names = sizeOfNames(bundle);
        const program = sumOf(files, 'js') - names;
        console.log(`  of the JavaScript, the edition’s own names: ${kilobytes(names)}\n`);
        if (program > budget) {
          this.error(
            `The first article page needs ${kilobytes(program)} of JavaScript to start, without the ` +
              `edition’s names; the budget is ${kilobytes(budget)} (src/publish/vite/size-budget.ts)`,
          );
        }
      },
    },
  };
}

/**
 * What sections, tags and authors weigh, in bytes after brotli: they are the publisher’s, and no
 * edition is refused for having many.
 */
function sizeOfNames(bundle: Bundle): number {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules ?? {}));
  const site = modules.find(([id]) => id.endsWith('virtual:site'));
  return site ? sizeOf(site[1].code ?? '') : 0;
}

/**
 * What the first article page loads of the app: the page itself, the entry, the article page and
 * the messages of one language with all that these import, their style sheets, and the fonts.
 * @throws {Error} when the bundle lacks one of these or a part named above, for then the sum would
 * say nothing
 */
export function filesOfFirstArticle(bundle: Bundle): SizedFile[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const entry = need(
    chunks.find(({ isEntry }) => isEntry),
    'entry',
  );
  const page = need(chunks.find(brings(articlePage)), 'article page');
  const messages = need(
    chunks.filter(brings(locale)).sort((a, b) => sizeOf(b.code) - sizeOf(a.code))[0],
    'messages',
  );
  const first = reach([entry, page, messages], bundle);
  const parts = broughtLater.map((part) => need(chunks.find(brings(part)), part.source));
  const late = reach(parts, bundle).filter((chunk) => !first.includes(chunk));
  const html = need(bundle['index.html'], 'index.html');
  return [
    sized(html, false),
    ...first.map((chunk) => sized(chunk, false)),
    ...late.map((chunk) => sized(chunk, true)),
    ...styles(first, bundle).map((asset) => sized(asset, false)),
    ...styles(late, bundle)
      .filter((asset) => !styles(first, bundle).includes(asset))
      .map((asset) => sized(asset, true)),
    ...Object.values(bundle)
      .filter(({ fileName }) => fileName.endsWith('.woff2'))
      .map((asset) => sized(asset, false)),
  ];
}

/** In bytes, of the files that the page needs to start. */
export function sumOf(files: readonly SizedFile[], kind: FileKind): number {
  return sum(files.filter((file) => file.kind === kind && !file.isLater));
}

/** A line for each file, the sum of each kind, and what is brought later. */
export function weightTable(files: readonly SizedFile[]): string {
  const first = files.filter(({ isLater }) => !isLater);
  const late = files.filter(({ isLater }) => isLater);
  const kinds = ['html', 'css', 'js', 'font'] as const;
  const lines = kinds.flatMap((kind) => [
    ...rows(first.filter((file) => file.kind === kind)),
    row(`${kind} in sum`, sumOf(files, kind)),
    '',
  ]);
  return [
    'What the first article page needs to start (brotli)',
    ...lines,
    'What it brings then',
    ...rows(late),
    row('later in sum', sum(late)),
  ].join('\n');
}

/** The chunks themselves and all that they import, unless only on demand. */
function reach(from: readonly Chunk[], bundle: Bundle): Chunk[] {
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    const lazily = chunk.dynamicImports.filter((name) => {
      const target = bundle[name];
      return target?.type === 'chunk' && !brings(...broughtLater, ...onDemand, locale)(target);
    });
    for (const name of [...chunk.imports, ...lazily]) {
      const target = bundle[name];
      if (target?.type === 'chunk') visit(target);
    }
  };
  for (const chunk of from) visit(chunk);
  return [...found];
}

function styles(chunks: readonly Chunk[], bundle: Bundle): Rolldown.OutputAsset[] {
  const names = new Set(chunks.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
  return [...names].flatMap((name) => {
    const asset = bundle[name];
    return asset?.type === 'asset' ? [asset] : [];
  });
}

/** Told by its modules: a part may have been put into a chunk with others. */
function brings(...patterns: RegExp[]): (chunk: Chunk) => boolean {
  return ({ moduleIds }) => moduleIds.some((id) => patterns.some((pattern) => pattern.test(id)));
}

function sized(output: Rolldown.OutputAsset | Chunk, isLater: boolean): SizedFile {
  const { fileName } = output;
  const content = output.type === 'chunk' ? output.code : output.source;
  const kind = kindOf(fileName);
  const bytes = kind === 'font' ? Buffer.byteLength(content) : sizeOf(content);
  return { file: fileName, kind, isLater, bytes };
}

function kindOf(file: string): FileKind {
  if (file.endsWith('.woff2')) return 'font';
  if (file.endsWith('.css')) return 'css';
  return file.endsWith('.html') ? 'html' : 'js';
}

function sizeOf(content: string | Uint8Array): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(content, { params }).length;
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`Size budget: the build has no ${what} to measure`);
  return value;
}

function sum(files: readonly SizedFile[]): number {
  return files.reduce((total, { bytes }) => total + bytes, 0);
}

function rows(files: readonly SizedFile[]): string[] {
  return [...files].sort((a, b) => b.bytes - a.bytes).map(({ file, bytes }) => row(file, bytes));
}

function row(name: string, bytes: number): string {
  return `  ${name.padEnd(44)} ${kilobytes(bytes).padStart(10)}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
