/** The edition while developing: answered from its folder, and the page reloads when it changes. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { ViteDevServer } from 'vite';
import { madeFiles } from '../build-edition.ts';
import { type Edition, publishedFolder } from '../edition.ts';
import { machineFiles } from '../machine-files.ts';

interface ServedEdition {
  folder: string;
  read: () => Promise<Edition>;
  /** Called when a file of the folder has changed: what was read is out of date. */
  onchange: () => void;
}

/** Answers for what the build would write of the edition: lists, articles, pictures, feeds. */
export function serveEdition(
  server: ViteDevServer,
  { folder, read, onchange }: ServedEdition,
): void {
  const { base } = server.config;
  server.watcher.add(folder);
  server.watcher.on('all', (_event, file) => {
    if (!file.startsWith(folder)) return;
    onchange();
    server.ws.send({ type: 'full-reload' });
  });
  server.middlewares.use(`${base}${publishedFolder}`, (request, response, next) => {
    const file = pathOf(request);
    const body = file.startsWith('images/')
      ? readFile(path.join(folder, path.normalize(file)))
      : read().then((edition) => fileOf(edition, file));
    answer(file, body, response).catch(next);
  });
  server.middlewares.use(base, (request, response, next) => {
    const file = pathOf(request);
    if (!forMachines.test(file)) return next();
    const body = read().then((edition) => machineFileOf(edition, base, file));
    answer(file, body, response).catch(next);
  });
}

async function answer(
  file: string,
  body: Promise<string | Buffer>,
  response: ServerResponse,
): Promise<void> {
  try {
    const text = await body;
    response.setHeader('Content-Type', contentType(file));
    response.end(text);
  } catch (error) {
    if (!isMissing(error)) throw error;
    response.statusCode = 404;
    response.end();
  }
}

class MissingFile extends Error {}

/** What machine-files.ts makes. */
const forMachines = /^(?:robots\.txt$|sitemap[^/]*\.xml$|feeds\/)/;

function machineFileOf(edition: Edition, base: string, wanted: string): string {
  for (const { file, text } of machineFiles(edition, base)) if (file === wanted) return text;
  throw new MissingFile(wanted);
}

function pathOf({ url = '' }: IncomingMessage): string {
  return new URL(url, 'http://dev').pathname.slice(1);
}

function fileOf(edition: Edition, wanted: string): string {
  const written = [...edition.articles, ...edition.comments].find(({ file }) => file === wanted);
  if (written) return edition.textOf(written);
  for (const { file, json } of madeFiles(edition)) if (file === wanted) return json;
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
    '.txt': 'text/plain; charset=utf-8',
    '.xml': 'application/xml',
  };
  return types[path.extname(file)] ?? 'application/octet-stream';
}
