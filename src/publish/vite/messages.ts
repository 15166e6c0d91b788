import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import { languages } from '../../content/language.ts';
import { compileMessage } from '../compile-message.ts';
import {
  checkCatalogue,
  localesFolder,
  parseMessages,
  readCatalogue,
} from '../message-catalogue.ts';
import { writeMessageTypes } from '../message-types.ts';

/**
 * Vite plugin for the interface's texts.
 * - Turns the locale files' ICU messages into compiled ones; anything wrong with them (see
 *   checkCatalogue) fails the build, or shows in the dev server's overlay.
 * - Gives svelte-i18n our small runner in the place of intl-messageformat, which would bring a
 *   parser of 9 kB for messages that are already parsed. Only svelte-i18n gets it: a test that
 *   imports intl-messageformat has the real one. Its other helper, deepmerge, merges what is flat
 *   here, and goes the same way.
 * - Keeps the types of keys and arguments up to date.
 */
export function messages(): Plugin {
  let root = process.cwd();
  let standIns: Record<string, string> = {};
  const languageOf = (id: string) => {
    const file = normalizePath(id.split('?')[0] ?? '');
    return languages.find(
      (language) => file === normalizePath(join(root, localesFolder, `${language}.json`)),
    );
  };
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
      return importer?.includes('/svelte-i18n/') ? standIns[source] : undefined;
    },
    transform(code, id) {
      const language = languageOf(id);
      if (language === undefined) return undefined;
      const problems = checkCatalogue(readCatalogue(root));
      if (problems.length > 0) this.error(`Messages:\n${problems.join('\n')}`);
      const compiled = Object.entries(parseMessages(code, id)).map(([key, text]) => [
        key,
        compileMessage(language, text),
      ]);
      // Still JSON: Vite's own JSON handling makes the module.
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
    handleHotUpdate({ file }) {
      if (languageOf(file) === undefined) return;
      try {
        writeMessageTypes(root);
      } catch {
        // Broken while being typed: the transform that follows tells what is wrong.
      }
    },
  };
}
