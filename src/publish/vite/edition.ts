/**
 * Builds the site over an edition: checks it first, and writes what readers download beside the app.
 * While developing, edition-server.ts answers from the folder itself.
 */
import { cp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Plugin, ResolvedConfig } from 'vite';
import { languageFacts } from '../../content/language.ts';
import type { Localized, Section, Site } from '../../content/model.ts';
import { eachSection } from '../../content/sections.ts';
import { escapeText } from '../escape.ts';
import { type Edition, publishedFolder } from '../edition.ts';
import { rootMetadata } from '../metadata.ts';
import { ownFolders, publishSite } from '../publish-site.ts';
import { readEdition, type ReadEditionOptions } from '../read-edition.ts';
import { serveEdition } from './edition-server.ts';
import { pagesPluginName, type PagesApi } from './pages.ts';

export const editionPluginName = 'liseuse-edition';

/** What build.ts asks of this plugin. */
export interface EditionApi {
  /**
   * What the publisher should know of the site once it is built: to be said last, so that it is not
   * lost among what a build prints.
   */
  notices: () => readonly string[];
}

const siteModule = 'virtual:site';
const descriptionsModule = 'virtual:section-descriptions';
const siteModules = [siteModule, descriptionsModule];
const resolved = (id: string) => `\0${id}`;

const withoutOrigin =
  'site.json names no origin ("https://news.example"), so the site gets no sitemap, no feeds, and no ' +
  'canonical addresses, links between languages or pictures for cards in its pages';

/**
 * How far V8 lets the heap grow before it looks for garbage, in percent of what is in use. By itself it
 * lets it grow fourfold: over 10,000 articles 110 MB in use became 450, and the build was no faster.
 */
const garbagePercent = 50;

/**
 * @param folder the edition: site.json, articles/, comments/, images/
 * @param options.keepGoing leaves out articles with faults, and says so in a notice, where the build
 * would otherwise be refused
 */
export function editionPlugin(
  folder: string,
  { keepGoing = false }: ReadEditionOptions = {},
): Plugin<EditionApi> {
  let config: ResolvedConfig;
  let notices: string[] = [];
  let edition: Promise<Edition> | undefined;
  let isWritten = false;
  const readOnce = () => (edition ??= readEdition(folder, { keepGoing }));
  const outDir = () => path.resolve(config.root, config.build.outDir);

  return {
    ...siteModulePlugin(readOnce),
    name: editionPluginName,

    config: () => ({
      // Our own files outlast a build where they have not changed; public/ holds an edition’s sources.
      build: { emptyOutDir: false, copyPublicDir: false },
    }),

    // A faulty edition is refused here and no later: once the build has begun, the bundler buries the
    // faults in a stack of calls, and other plugins go on to write what comes last, such as the worker.
    async configResolved(resolved) {
      config = resolved;
      if (config.command !== 'build') return;
      setFlagsFromString(`--heap-growing-percent=${garbagePercent}`);
      await readOnce();
    },

    async transformIndexHtml(html, { server }) {
      const { site } = await readOnce();
      const { name, defaultLanguage } = site;
      // What the typefaces are called is known when the site is built.
      return (server ? html.replaceAll('%TYPEFACES%', '') : html)
        .replace('%SITE_METADATA%', () => rootMetadata(site, config.base))
        .replaceAll('%SITE_NAME%', () => escapeText(name[defaultLanguage]))
        .replaceAll('%SITE_LANGUAGE%', defaultLanguage)
        .replaceAll('%SITE_DIRECTION%', languageFacts[defaultLanguage].direction);
    },

    configureServer: (server) =>
      serveEdition(server, {
        folder,
        read: readOnce,
        onchange: () => {
          edition = undefined;
          for (const id of siteModules) {
            const module = server.moduleGraph.getModuleById(resolved(id));
            if (module) server.moduleGraph.invalidateModule(module);
          }
        },
      }),

    async renderStart() {
      if (config.command === 'build') await removeOldFiles(outDir());
    },

    async writeBundle() {
      isWritten = true;
      // Now, so that plugins which list the files of the site find these among them.
      await copyPublic(config.publicDir, outDir());
    },

    async closeBundle() {
      // Also called when a build has failed.
      if (!isWritten || config.command !== 'build' || config.build.ssr) return;
      const plugin = config.plugins.find(({ name }) => name === pagesPluginName);
      const pages = plugin?.api as PagesApi | undefined;
      const drawing = await pages?.drawing(siteModulePlugin(readOnce));
      const { edition, counts } = await publishSite({
        edition: await readOnce(),
        outDir: outDir(),
        base: config.base,
        prerender: pages && drawing && ((read) => pages.prerender(read, drawing)),
        readersPages: pages?.readersPages() ?? [],
        keepGoing,
      });
      if (pages) console.log(`Pages: ${counts.drawn} drawn, ${counts.kept} unchanged`);
      notices = noticesOn(edition);
    },

    api: { notices: () => notices },
  };
}

function noticesOn({ site, leftOut }: Edition): string[] {
  const lines = leftOut.map((line) => `\n  ${line}`);
  return [
    ...(site.origin === undefined ? [withoutOrigin] : []),
    ...(lines.length > 0 ? [`Left out, for what is wrong with it:${lines.join('')}`] : []),
  ];
}

/** Gives the app what it may know of the site. */
function siteModulePlugin(read: () => Promise<Edition>): Plugin {
  return {
    name: 'liseuse:site-module',
    resolveId: (id) => (siteModules.includes(id) ? resolved(id) : undefined),
    async load(id) {
      if (id === resolved(siteModule)) return exportOf(siteOfApp((await read()).site));
      if (id === resolved(descriptionsModule)) return exportOf(descriptionsIn((await read()).site));
      return undefined;
    },
  };
}

/** Only what the app reads: another lead, or another host, is no new version of the app. */
function siteOfApp({ lead, origin, sections, ...site }: Site): Site {
  const plain = ({ description, ...section }: Section): Section => ({
    ...section,
    sections: section.sections?.map(plain),
  });
  return { ...site, sections: sections.map(plain) };
}

function descriptionsIn({ sections }: Site): Record<string, Localized> {
  return Object.fromEntries(
    [...eachSection(sections)].flatMap(({ id, description }) =>
      description ? [[id, description]] : [],
    ),
  );
}

function exportOf(value: unknown): string {
  return `export default ${JSON.stringify(value)};`;
}

/** Empties the folder but for what is compared with what is written, and removed if it is not. */
async function removeOldFiles(outDir: string): Promise<void> {
  const names = await readdir(outDir).catch(() => []);
  const old = names.filter((name) => !ownFolders.includes(name));
  await Promise.all(old.map((name) => rm(path.join(outDir, name), { recursive: true })));
}

/** Copies public/, except for the edition’s sources. */
async function copyPublic(from: string, to: string): Promise<void> {
  const names = await readdir(from).catch(() => []);
  for (const name of names) {
    if (name === publishedFolder) continue;
    await cp(path.join(from, name), path.join(to, name), { recursive: true });
  }
}
