import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { hrefOf } from '../../app/route.ts';
import { languageFacts, languages, type Language } from '../../content/language.ts';
import type { Site } from '../../content/model.ts';
import { parseSite } from '../../content/parse-site.ts';
import { setText } from '../../content/typography/set-text.ts';
import { readCatalogue } from '../message-catalogue.ts';

/** What a long press on the app's icon offers. */
const shortcuts = [
  { page: 'front', name: 'shell.shortcutFront' },
  { page: 'saved', name: 'shell.shortcutSaved' },
] as const;

/** Page colour of the paper theme: the frame and the first moment of the installed app. */
const paper = '#fbf9f4';

/**
 * Vite plugin: one web app manifest a language, `manifest.fr.webmanifest` and
 * `manifest.en.webmanifest`, in the build and from the dev server.
 * The build fails with a ContentError when site.json cannot be read.
 * @param siteFile path of the edition’s site.json: name and description come from there
 */
export function manifests(siteFile: string): Plugin {
  let base = '/';
  let root = process.cwd();
  const source = async (language: Language) => {
    const written = parseSite('site.json', JSON.parse(await readFile(siteFile, 'utf8')));
    const site = setText(written, written.locales);
    return manifest({ site, language, base, messages: readCatalogue(root)[language] });
  };
  return {
    name: 'liseuse:manifests',
    configResolved(config) {
      ({ base, root } = config);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const language = languages.find((each) => request.url === `${base}${fileName(each)}`);
        if (language === undefined) return next();
        response.setHeader('Content-Type', 'application/manifest+json');
        source(language).then((text) => response.end(text), next);
      });
    },
    async generateBundle() {
      for (const language of languages) {
        const text = await source(language);
        this.emitFile({ type: 'asset', fileName: fileName(language), source: text });
      }
    },
  };
}

function fileName(language: Language): string {
  return `manifest.${language}.webmanifest`;
}

interface ManifestInput {
  site: Site;
  language: Language;
  base: string;
  /** The interface’s words, by key. */
  messages: Record<string, string>;
}

/** The manifest's text. `base` ends with a slash. */
export function manifest({ site, language, base, messages }: ManifestInput): string {
  const icon = (file: string, sizes: string, purpose = 'any') => ({
    src: `${base}icons/${file}`,
    sizes,
    type: 'image/png',
    purpose,
  });
  return JSON.stringify({
    // One app, whichever language it was installed in: the same id in both manifests.
    id: base,
    name: site.name[language],
    short_name: site.name[language],
    description: site.description[language],
    lang: language,
    dir: languageFacts[language].direction,
    start_url: `${base}${language}/?source=app`,
    scope: base,
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    categories: ['news', 'magazines'],
    icons: [
      icon('icon-192.png', '192x192'),
      icon('icon-512.png', '512x512'),
      icon('maskable-512.png', '512x512', 'maskable'),
    ],
    shortcuts: shortcuts.map(({ page, name }) => ({
      name: messages[name],
      url: `${hrefOf({ page, language }, base)}?source=shortcut`,
      icons: [icon('icon-192.png', '192x192')],
    })),
  });
}
