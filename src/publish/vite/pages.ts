/**
 * The pages of the built site: the app’s shell with its security policy, and the prerendered pages
 * of the edition, which take from the build the scripts and style sheets that each kind needs.
 */
import type { Plugin, ResolvedConfig, Rolldown } from 'vite';
import { hrefOf, type PlainPage } from '../../app/route.ts';
import { inEachLanguage, languages, type Language } from '../../content/language.ts';
import type { Edition } from '../edition.ts';
import { contentHash } from '../hash.ts';
import { leanShell } from '../lean-shell.ts';
import { readCatalogue, type Catalogue } from '../message-catalogue.ts';
import type { PageNames } from '../metadata.ts';
import { pageTemplate, shellPage, type FillPage } from '../page-template.ts';
import { Prerender, type PageKind } from '../prerender.ts';
import { withSecurityPolicy, type SecurityPolicyOptions } from '../security-policy.ts';
import type { SiteFile } from '../site-file.ts';
import { buildDrawing, type Drawing } from './drawing.ts';
import { assetsOf } from './page-assets.ts';

export const pagesPluginName = 'liseuse:pages';

/** What the edition’s plugin asks of this one, when the build is done. */
export interface PagesApi {
  /** Builds the part of the program that draws. @param site gives the module of the edition’s site */
  drawing: (site: Plugin) => Promise<Drawing>;
  prerender: (edition: Edition, drawing: Drawing) => Prerender;
  /** Pages with nothing of the edition in them, which the app alone can show. */
  readersPages: () => SiteFile[];
}

/** The part of the program behind each kind of page; an article’s own is in the entry. */
const componentOf: Record<PageKind, RegExp> = {
  richArticle: /\/src\/reader\/blocks\/rare-blocks\.ts$/,
  front: /\/src\/pages\/FrontPage\.svelte$/,
  list: /\/src\/pages\/ListPage\.svelte$/,
  sections: /\/src\/pages\/SectionsPage\.svelte$/,
  article: /\/src\/pages\/ArticlePage\.svelte$/,
  notFound: /\/src\/pages\/NotFoundPage\.svelte$/,
};
const messagesOf = (language: Language) => new RegExp(`virtual:messages/${language}/start$`);

/** What only the reader’s own device can fill. */
const readersPages: PlainPage[] = ['saved', 'myComments', 'settings'];

/** Vite plugin, for the build alone. The edition’s plugin writes what it makes. */
export function pages(options: SecurityPolicyOptions = {}): Plugin<PagesApi> {
  let config: ResolvedConfig;
  let shell = '';
  let templates = new Map<string, FillPage>();

  return {
    name: pagesPluginName,
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved;
    },

    // After all other plugins: the policy’s hashes must be those of the page as it is written.
    generateBundle: {
      order: 'post',
      handler(_output, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        shell = leanShell(text(page.source)).replaceAll(
          '%TYPEFACES%',
          typefacesOf(bundle, config.base),
        );
        templates = templatesOf(shell, bundle, config.base, options);
        page.source = withSecurityPolicy(shellPage(shell), options);
      },
    },

    api: {
      drawing: (site) => buildDrawing(config, site),

      prerender: (edition, { draw, hash }) =>
        new Prerender({
          edition,
          base: config.base,
          draw,
          template: (kind, language) => need(templates.get(`${kind} ${language}`)),
          names: namesFrom(readCatalogue(config.root)),
          programHash: contentHash([hash, ...[...templates.values()].map(sampleOf)].join('\0')),
        }),

      readersPages: () =>
        languages.flatMap((language) =>
          readersPages.map((page) => ({
            file: `${hrefOf({ page, language }, '')}.html`,
            text: withSecurityPolicy(shellPage(shell, language), options),
          })),
        ),
    },
  };
}

function templatesOf(
  shell: string,
  bundle: Rolldown.OutputBundle,
  base: string,
  options: SecurityPolicyOptions,
): Map<string, FillPage> {
  const templates = new Map<string, FillPage>();
  for (const kind of Object.keys(componentOf) as PageKind[]) {
    for (const language of languages) {
      const assets = assetsOf(bundle, [componentOf[kind], messagesOf(language)], base);
      templates.set(`${kind} ${language}`, pageTemplate(shell, assets, options));
    }
  }
  return templates;
}

/**
 * All that a template was made of: the shell, the policy, the assets. What it makes of a page is told
 * by its code, which is in the drawing’s hash.
 */
function sampleOf(fill: FillPage): string {
  return fill({ language: 'en', source: '', head: '', body: '', data: {} });
}

function namesFrom(catalogue: Catalogue): Record<Language, PageNames> {
  const namesIn = (language: Language) => ({
    latest: catalogue[language]['lists.latest'] ?? '',
    sections: catalogue[language]['nav.sections'] ?? '',
  });
  return inEachLanguage(namesIn);
}

/** Addresses of the two upright typefaces; italics come with the first italic word. */
function typefacesOf(bundle: Rolldown.OutputBundle, base: string): string {
  const files = Object.keys(bundle).filter((file) =>
    /\/(?:literata|source-sans)-[^-]*\.woff2$/.test(file),
  );
  return files.map((file) => base + file).join(' ');
}

function need(template: FillPage | undefined): FillPage {
  if (!template) throw new Error('The app’s page must be built before pages are drawn');
  return template;
}

function text(source: string | Uint8Array): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}
