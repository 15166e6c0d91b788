import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { isLanguage, languages, type Language } from '../../content/language.ts';
import { compileMessage } from '../compile-message.ts';
import { localesFolder, readCatalogue } from '../message-catalogue.ts';
import { checkCatalogue, faultLine } from '../message-faults.ts';
import { partOf, type MessagePart } from '../message-parts.ts';
import { writeMessageTypes } from '../message-types.ts';
import { withShellWords } from '../shell-words.ts';

const partsModule = 'virtual:messages';
/** `\0virtual:messages/fr/start`, as resolved. */
const partModule = /^\0virtual:messages\/(\w+)\/(\w+)$/;

/** What svelte-i18n makes stores and formatters with that we never read: calling it has no effect. */
const unread = ['derived', 'monadicMemoize', '__spreadProps', '__spreadValues$1'];

/**
 * Vite plugin for the interface's texts.
 * - Turns the locale files' ICU messages into compiled ones, each language in two parts (message-parts.ts),
 *   so that a page begins with the words it shows; anything wrong with them (see
 *   checkCatalogue) fails the build, or shows in the dev server's overlay.
 * - Gives svelte-i18n our small runner in the place of intl-messageformat, which would bring a
 *   parser of 9 kB for messages that are already parsed. Only svelte-i18n gets it: a test that
 *   imports intl-messageformat has the real one. Its other helper, deepmerge, merges what is flat
 *   here, and goes the same way.
 * - Puts into index.html what is said there in each language.
 * - Keeps the types of keys and arguments up to date.
 */
export function messages(): Plugin {
  let root = process.cwd();
  let standIns: Record<string, string> = {};
  const fileOf = (language: Language) =>
    normalizePath(join(root, localesFolder, `${language}.json`));
  return {
    name: 'liseuse:messages',
    enforce: 'pre',
    config: () => ({
      // Pre-bundled or left outside the server build, svelte-i18n would not come past resolveId.
      optimizeDeps: {
        exclude: ['svelte-i18n'],
        include: ['icu-minify/format'],
      },
      ssr: { noExternal: ['svelte-i18n'] },
      build: { rolldownOptions: { treeshake: { manualPureFunctions: unread } } },
    }),
    configResolved(config) {
      root = config.root;
      const ours = (file: string) => normalizePath(join(root, 'src/i18n', file));
      standIns = {
        'intl-messageformat': ours('message-format.ts'),
        deepmerge: ours('merge-messages.ts'),
      };
    },
    buildStart() {
      try {
        writeMessageTypes(root);
      } catch (error) {
        this.warn((error as Error).message);
      }
    },
    resolveId(source, importer) {
      if (source.startsWith(partsModule)) return `\0${source}`;
      return importer?.includes('/svelte-i18n/') ? standIns[source] : undefined;
    },
    load(id) {
      if (id === `\0${partsModule}`) return partsOfEach();
      const [, language, part] = partModule.exec(id) ?? [];
      if (!isLanguage(language)) return undefined;
      const catalogue = readCatalogue(root);
      const faults = checkCatalogue(catalogue);
      if (faults.length > 0) this.error(`Messages:\n${faults.map(faultLine).join('\n')}`);
      this.addWatchFile(fileOf(language));
      const compiled = Object.entries(catalogue[language])
        .filter(([key]) => partOf(key) === part)
        .map(([key, text]) => [key, compileMessage(language, text)]);
      return `export default ${JSON.stringify(Object.fromEntries(compiled))};`;
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => withShellWords(html, readCatalogue(root)),
    },
    handleHotUpdate({ file }) {
      if (!languages.some((language) => fileOf(language) === file)) return;
      try {
        writeMessageTypes(root);
      } catch {
        // Broken while being typed: the transform that follows tells what is wrong.
      }
    },
  };
}

/** Written out, so that each part of a language becomes a chunk of its own. */
function partsOfEach(): string {
  const bring = (language: Language, part: MessagePart) =>
    `${part}: () => import('${partsModule}/${language}/${part}')`;
  const each = languages.map(
    (language) => `${language}: { ${bring(language, 'start')}, ${bring(language, 'later')} }`,
  );
  return `export default { ${each.join(', ')} };`;
}
