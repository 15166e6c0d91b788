/**
 * Builds the site over an edition: checks it first, writes what readers download beside the app,
 * and, while developing, answers from the folder itself and reloads when it changes.
 */
import { cp, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { languages } from '../../content/language.ts';
import { buildEdition } from '../build-edition.ts';
import { escapeText } from '../escape.ts';
import { articleJsonSchema, articleSchemaFile } from '../json-schema.ts';
import { type Edition, publishedFolder } from '../edition.ts';
import { machineFiles } from '../machine-files.ts';
import { OutputFolder } from '../output-folder.ts';
import type { PageFile, Prerender } from '../prerender.ts';
import { readEdition } from '../read-edition.ts';
import { pagesPluginName, type PagesApi } from './pages.ts';

const siteModule = 'virtual:site';
const resolvedSiteModule = `\0${siteModule}`;

/** What is written by this plugin: it stays where it has not changed, and nothing else does. */
const ownFolders = [publishedFolder, 'feeds', ...languages];

const withoutOrigin =
  'site.json names no origin ("https://news.example"), so the site gets no sitemap, no feeds, and no ' +
  'canonical addresses, links between languages or pictures for cards in its pages';

/** @param folder the edition: site.json, articles/, comments/, images/ */
export function editionPlugin(folder: string): Plugin {
  let config: ResolvedConfig;
  let edition: Promise<Edition> | undefined;
  let isWritten = false;
  const readOnce = () => (edition ??= readEdition(folder));
  const outDir = () => path.resolve(config.root, config.build.outDir);

  return {
    ...siteModulePlugin(readOnce),
    name: 'liseuse-edition',

    config: () => ({
      // Our own files outlast a build where they have not changed; public/ holds an edition’s sources.
      build: { emptyOutDir: false, copyPublicDir: false },
    }),

    configResolved(resolved) {
      config = resolved;
    },

    async buildStart() {
      if (config.command === 'build') await readOnce();
    },

    async transformIndexHtml(html) {
      const { name, defaultLanguage } = (await readOnce()).site;
      return html
        .replaceAll('%SITE_NAME%', () => escapeText(name[defaultLanguage]))
        .replaceAll('%SITE_LANGUAGE%', defaultLanguage);
    },

    configureServer(server) {
      server.watcher.add(folder);
      server.watcher.on('all', (_event, file) => {
        if (!file.startsWith(folder)) return;
        edition = undefined;
        const module = server.moduleGraph.getModuleById(resolvedSiteModule);
        if (module) server.moduleGraph.invalidateModule(module);
        server.ws.send({ type: 'full-reload' });
      });
      server.middlewares.use(`${config.base}${publishedFolder}`, (request, response, next) => {
        const file = new URL(request.url ?? '', 'http://dev').pathname.slice(1);
        const answer = file.startsWith('images/')
          ? readFile(path.join(folder, path.normalize(file)))
          : readOnce().then((read) => fileOf(read, file));
        answer.then(
          (body) => {
            response.setHeader('Content-Type', contentType(file));
            response.end(body);
          },
          (error: unknown) => {
            if (isMissing(error)) {
              response.statusCode = 404;
              response.end();
            } else next(error);
          },
        );
      });
    },

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
      const edition = await readOnce();
      const pages = config.plugins.find(({ name }) => name === pagesPluginName);
      const api = pages?.api as PagesApi | undefined;
      const output = new OutputFolder(outDir());
      const prerender = await api?.prerender(edition, siteModulePlugin(readOnce));
      await publish(edition, output, prerender);
      for (const { file, text } of api?.readersPages() ?? []) await output.write(file, text);
      for (const { file, text } of machineFiles(edition, config.base))
        await output.write(file, text);
      if (edition.site.origin === undefined) this.warn(withoutOrigin);
      await output.write(articleSchemaFile, JSON.stringify(articleJsonSchema()));
      await output.removeOthers(ownFolders);
    },
  };
}

/** Gives the app what it may know of the site. */
function siteModulePlugin(read: () => Promise<Edition>): Plugin {
  return {
    name: 'liseuse:site-module',
    resolveId: (id) => (id === siteModule ? resolvedSiteModule : undefined),
    async load(id) {
      if (id !== resolvedSiteModule) return undefined;
      // Only what the app reads: another lead, or another host, is no new version of the app.
      const { lead, origin, ...site } = (await read()).site;
      return `export default ${JSON.stringify(site)};`;
    },
  };
}

async function publish(
  edition: Edition,
  output: OutputFolder,
  prerender: Prerender | undefined,
): Promise<void> {
  const counts = { drawn: 0, kept: 0 };
  const startMs = performance.now();
  for (const published of buildEdition(edition)) {
    await output.write(`${publishedFolder}/${published.file}`, published.json);
    if (prerender) await writePages(prerender.pagesOf(published), output, counts);
  }
  for (const image of edition.images) {
    await output.copy(path.join(edition.folder, image), `${publishedFolder}/${image}`);
  }
  if (!prerender) return;
  await writePages(prerender.plainPages(), output, counts);
  const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
  console.log(
    `Pages: ${counts.drawn} drawn, ${counts.kept} unchanged since the last build, in ${seconds} s`,
  );
}

/** `<html lang="fr" data-source="0123456789ab"` and what stands before it. */
const beginningLength = 120;

async function writePages(
  pages: Iterable<PageFile>,
  output: OutputFolder,
  counts: { drawn: number; kept: number },
): Promise<void> {
  for (const { file, source, draw } of pages) {
    const there = await output.beginningOf(file, beginningLength);
    if (there?.includes(` data-source="${source}"`)) {
      output.keep(file);
      counts.kept += 1;
    } else {
      await output.write(file, await draw());
      counts.drawn += 1;
    }
  }
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

class MissingFile extends Error {}

function fileOf(edition: Edition, wanted: string): string {
  for (const { file, json } of buildEdition(edition)) if (file === wanted) return json;
  throw new MissingFile(wanted);
}

function isMissing(error: unknown): boolean {
  if (error instanceof MissingFile) return true;
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function contentType(file: string): string {
  const types: Record<string, string> = {
    '.json': 'application/json',
    '.webp': 'image/webp',
    '.avif': 'image/avif',
    '.png': 'image/png',
    '.jpg': 'image/jpeg',
    '.svg': 'image/svg+xml',
  };
  return types[path.extname(file)] ?? 'application/octet-stream';
}
