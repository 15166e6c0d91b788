/**
 * Builds the site over an edition: checks it first, writes what readers download beside the app,
 * and, while developing, answers from the folder itself and reloads when it changes.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';
import { buildEdition } from '../build-edition.ts';
import { escapeText } from '../escape.ts';
import { articleJsonSchema, articleSchemaFile } from '../json-schema.ts';
import type { Edition } from '../edition.ts';
import { readEdition } from '../read-edition.ts';

const siteModule = 'virtual:site';
const resolvedSiteModule = `\0${siteModule}`;

/** The folder of the published edition, below the site’s base. */
const publishedFolder = 'content';

/** @param folder the edition: site.json, articles/, comments/, images/ */
export function editionPlugin(folder: string): Plugin {
  let config: ResolvedConfig;
  let edition: Promise<Edition> | undefined;
  const readOnce = () => (edition ??= readEdition(folder));

  return {
    name: 'liseuse-edition',

    configResolved(resolved) {
      config = resolved;
    },

    async buildStart() {
      if (config.command === 'build') await readOnce();
    },

    resolveId: (id) => (id === siteModule ? resolvedSiteModule : undefined),

    async load(id) {
      if (id !== resolvedSiteModule) return undefined;
      // Only what the app reads: another lead, or another host, is no new version of the app.
      const { lead, origin, ...site } = (await readOnce()).site;
      return `export default ${JSON.stringify(site)};`;
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

    async closeBundle() {
      if (config.command !== 'build' || config.build.ssr) return;
      const target = path.resolve(config.root, config.build.outDir);
      await publish(await readOnce(), path.join(target, publishedFolder));
      await writeText(path.join(target, articleSchemaFile), JSON.stringify(articleJsonSchema()));
    },
  };
}

/** Replaces the folder: the build has put the demo edition’s sources there, with public/. */
async function publish(edition: Edition, target: string): Promise<void> {
  await rm(target, { recursive: true, force: true });
  for (const { file, json } of buildEdition(edition))
    await writeText(path.join(target, file), json);
  if (edition.images.size > 0) {
    await cp(path.join(edition.folder, 'images'), path.join(target, 'images'), { recursive: true });
  }
}

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
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
