import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface CompressingHostOptions {
  /** The built site. */
  dir: string;
  /** Answers beside the files of `dir`, and before them: path to text. */
  texts?: Record<string, string>;
}

export interface Answer {
  path: string;
  /** When its last byte was handed to the network; milliseconds since 1970, with fractions. */
  sentAt: number;
  /** As written to the connection, head included. */
  bytes: number;
}

export interface CompressingHost {
  /** Without a slash at the end. */
  origin: string;
  /** Oldest first. */
  answers: Answer[];
  /** When the last request came in, in ms since 1970; 0 before the first. */
  askedAt(): number;
  /** Makes every answer wait this long, in ms, as a distant host does. 0 ends it. */
  delay(ms: number): void;
  /** Cuts every request off without an answer, until called with false. */
  cut(isCut: boolean): void;
  /** Keeps back the answers to these paths and queries until it is called with none. */
  hold(paths: readonly string[]): void;
  close(): Promise<void>;
}

interface File {
  type: string;
  body: Buffer;
  etag: string;
  /** By name in Accept-Encoding; none for what is compressed already. */
  compressed: Partial<Record<'br' | 'gzip', Buffer>>;
}

const types: Record<string, string> = {
  '.html': 'text/html;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain;charset=utf-8',
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const compressedAlready = ['.webp', '.png', '.woff2'];

/**
 * A host on 127.0.0.1 that does what a good one does for speed: brotli at its best, made once and kept
 * in memory, entity tags, and the caching the README asks for. `/fr/article/SLUG` is answered with
 * `SLUG.html` where there is one, a folder with its index.html, all else with 404.html. The files must
 * not change while it runs.
 */
export async function startCompressingHost(
  options: CompressingHostOptions,
): Promise<CompressingHost> {
  const { dir, texts = {} } = options;
  const answers: Answer[] = [];
  const files = new Map<string, Promise<File | undefined>>();
  const held = new Map<string, (() => void)[]>();
  let delayMs = 0;
  let askedAt = 0;
  let isCut = false;

  function fileAt(path: string): Promise<File | undefined> {
    const known = files.get(path);
    if (known) return known;
    const text = texts[path];
    const reading = text === undefined ? readOptional(join(dir, path)) : Buffer.from(text);
    const file = Promise.resolve(reading).then((body) => body && prepare(path, body));
    files.set(path, file);
    return file;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = request.url ?? '/';
    askedAt = now();
    if (isCut) return void response.destroy();
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    const waiting = held.get(address);
    if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
    const path = pathIn(address);
    for (const candidate of candidates(path)) {
      const file = await fileAt(candidate);
      if (file) return send(file, request, response, 200);
    }
    const missing = await fileAt('/404.html');
    if (missing) send(missing, request, response, 404);
    else response.writeHead(404).end();
  }

  const server = createServer((request, response) => {
    const { socket } = request;
    const before = socket.bytesWritten;
    response.on('finish', () => {
      const path = request.url ?? '/';
      answers.push({ path, sentAt: now(), bytes: socket.bytesWritten - before });
    });
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers,
    askedAt: () => askedAt,
    delay(ms) {
      delayMs = ms;
    },
    cut(next) {
      isCut = next;
    },
    hold(paths) {
      const released = [...held.values()].flat();
      held.clear();
      for (const path of paths) held.set(path, []);
      for (const release of released) release();
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/** No path leads out of the folder: the URL parser has resolved its dots. */
function pathIn(address: string): string {
  return decodeURIComponent(new URL(address, 'http://host').pathname);
}

function candidates(path: string): string[] {
  if (path.endsWith('/')) return [`${path}index.html`];
  return extname(path) ? [path] : [path, `${path}.html`, `${path}/index.html`];
}

function prepare(path: string, body: Buffer): File {
  const extension = extname(path);
  const compressed = compressedAlready.includes(extension)
    ? {}
    : { br: brotliCompressSync(body), gzip: gzipSync(body) };
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16);
  const type = types[extension] ?? 'application/octet-stream';
  return { type, body, etag: `"${hash}"`, compressed };
}

function send(
  file: File,
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
): void {
  const isImmutable = /^\/assets\/|[?&]v=/.test(request.url ?? '/');
  const caching = isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
  const head = {
    'Content-Type': file.type,
    'Cache-Control': caching,
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  };
  if (status === 200 && request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, head).end();
    return;
  }
  const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/);
  const encoding = (['br', 'gzip'] as const).find(
    (each) => accepted.includes(each) && file.compressed[each],
  );
  const body = (encoding && file.compressed[encoding]) ?? file.body;
  response.writeHead(status, {
    ...head,
    'Content-Length': body.length,
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  response.end(body);
}

/** Undefined where there is no such file. */
async function readOptional(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The same clock as a page’s `performance.timeOrigin + performance.now()`. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
