/**
 * What the interface’s words cost on the first load: with svelte-i18n as it comes, which formats by
 * intl-messageformat and reads ICU in the browser, and as this project builds them.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, normalizePath, type Plugin, type PluginOption, type Rolldown } from 'vite';
import { inEachLanguage, languages, type Language } from '../content/language.ts';
import { localesFolder } from './message-catalogue.ts';
import { messages } from './vite/messages.ts';

/** In bytes after brotli. The words are those of one language, with which a page begins. */
export interface MessageBytes {
  code: number;
  words: Record<Language, number>;
}

/**
 * Builds both, from the project’s root, without writing anything. Svelte itself is in neither: the
 * app has it anyway.
 */
export async function measureMessages(
  root: string,
): Promise<{ asItComes: MessageBytes; compiled: MessageBytes }> {
  const pathOf = (file: string) => normalizePath(path.join(root, file));
  const words = (language: Language) => pathOf(`${localesFolder}/${language}.json`);
  const registered = languages.map(
    (language) => `register('${language}', () => import('${words(language)}'));`,
  );
  const asItComes = await bundle(
    root,
    `import { format, init, locale, register } from 'svelte-i18n';
     ${registered.join('\n')}
     init({ fallbackLocale: '${languages[0]}' });
     export { format, locale };`,
    [],
  );
  const compiled = await bundle(root, `export * from '${pathOf('src/i18n/messages.ts')}';`, [
    messages(),
    svelte(),
  ]);
  return {
    asItComes: weigh(asItComes, words),
    compiled: weigh(compiled, (language) => `virtual:messages/${language}/start`),
  };
}

/** Both, a line for the code, a language’s words, and what a page begins with in it. */
export function bytesTable({
  asItComes,
  compiled,
}: Awaited<ReturnType<typeof measureMessages>>): string {
  const row = (name: string, bytesOf: (of: MessageBytes) => number) => {
    const [before, after] = [asItComes, compiled].map((each) => bytesOf(each).toLocaleString('en'));
    return `  ${name.padEnd(32)} ${before?.padStart(12)} ${after?.padStart(12)}`;
  };
  return [
    'The interface’s words on the first load, in bytes after brotli',
    `  ${''.padEnd(32)} ${'as it comes'.padStart(12)} ${'compiled'.padStart(12)}`,
    row('code', ({ code }) => code),
    ...languages.flatMap((language) => [
      row(`words, ${language}`, ({ words }) => words[language]),
      row(`code and words, ${language}`, ({ code, words }) => code + words[language]),
    ]),
  ].join('\n');
}

async function bundle(
  root: string,
  entry: string,
  plugins: PluginOption[],
): Promise<Rolldown.OutputChunk[]> {
  const id = 'virtual:entry';
  const entryPlugin: Plugin = {
    name: 'liseuse:entry',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load: (source) => (source === `\0${id}` ? entry : undefined),
  };
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [entryPlugin, ...plugins],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: id, external: /^svelte($|\/)/, preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output.filter((file) => file.type === 'chunk');
}

/** The entry with what it imports, and for each language the chunk that holds its words. */
function weigh(
  chunks: readonly Rolldown.OutputChunk[],
  wordsOf: (language: Language) => string,
): MessageBytes {
  const sizeOf = (chunk: Rolldown.OutputChunk) => brotliCompressSync(chunk.code).length;
  const holds = (end: string) => (chunk: Rolldown.OutputChunk) =>
    chunk.moduleIds.some((module) => module.endsWith(end));
  const entry = chunks.find(({ isEntry }) => isEntry);
  const code = chunks.filter((chunk) => chunk === entry || entry?.imports.includes(chunk.fileName));
  const words = inEachLanguage((language) => {
    const chunk = chunks.find(holds(wordsOf(language)));
    if (!chunk) throw new Error(`The build has no chunk with the words of ${language}`);
    return sizeOf(chunk);
  });
  return {
    code: code.reduce((sum, chunk) => sum + sizeOf(chunk), 0),
    words,
  };
}
