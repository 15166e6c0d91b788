import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { siteHandler } from '../../src/publish/site-handler.ts';

export interface StaticHostOptions {
  /** The built site. */
  dir: string;
  /** Path the site is served under, with slashes at both ends. Anything outside it is unknown. */
  base?: string;
  /** 0: any free one. */
  port?: number;
  /**
   * Whether it finds the page `fr/saved.html` at `fr/saved`, and answers an unknown address with the
   * nearest 404.html, as good hosts do.
   */
  findsPages?: boolean;
}

export interface StaticHost {
  /** Address of the site's base, with a slash at the end. */
  url: string;
  /** Path and query of every request so far, oldest first. */
  requests: string[];
  /** Serves another build from now on, as a publisher's upload would. */
  swapDir(dir: string): void;
  /** Makes every answer wait this long, in ms. 0 ends it. */
  slow(ms: number): void;
  /**
   * Requests whose path and query match are cut off without an answer, or answered with `status`.
   * Undefined ends it.
   */
  fail(pattern: string | RegExp | undefined, status?: number): void;
  /** Requests whose path and query match wait for their answer until the returned function is called. */
  hold(pattern: RegExp): () => void;
  /** Ends the server and every open connection: from then on the host is gone. */
  close(): Promise<void>;
}

/**
 * A static host on 127.0.0.1, unless told otherwise as simple as the simplest ones publishers use: it
 * never redirects nor rewrites, and answers an unknown address with 404.html and status 404.
 */
export async function startStaticHost(options: StaticHostOptions): Promise<StaticHost> {
  const { base = '/', port = 0, findsPages = false } = options;
  const serverOf = findsPages ? (from: string) => siteHandler({ dir: from, base }) : plainServer;
  const requests: string[] = [];
  const holds = new Set<{ pattern: RegExp; released: Promise<void> }>();
  let dir = options.dir;
  let serve = serverOf(dir);
  let delayMs = 0;
  let failing: { pattern: string | RegExp; status?: number } | undefined;

  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/';
    if (failing && matches(failing.pattern, url)) return refuse(response, failing.status);
    if (!url.startsWith(base)) return void notFound(dir, response);
    // A folder's address means its index.html, as on any host.
    if (!findsPages) {
      request.url = url.slice(base.length - 1).replace(/^([^?]*\/)(?=$|\?)/, '$1index.html');
    }
    serve(request, response, () => void notFound(dir, response));
  };
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    requests.push(url);
    const hold = [...holds].find(({ pattern }) => pattern.test(url));
    if (hold) void hold.released.then(() => answer(request, response));
    else if (delayMs === 0) answer(request, response);
    else setTimeout(() => answer(request, response), delayMs);
  });
  await listen(server, port);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    requests,
    swapDir(next) {
      dir = next;
      serve = serverOf(dir);
    },
    slow(ms) {
      delayMs = ms;
    },
    fail(pattern, status) {
      failing = pattern === undefined ? undefined : { pattern, status };
    },
    hold(pattern) {
      let release = () => {};
      const hold = { pattern, released: new Promise<void>((resolve) => (release = resolve)) };
      holds.add(hold);
      return () => {
        holds.delete(hold);
        release();
      };
    },
    close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function plainServer(dir: string): ReturnType<typeof sirv> {
  return sirv(dir, {
    // Reads the disk at each request: a build may change while it is served.
    dev: true,
    etag: true,
    // Only the very file asked for, never about.html for "about".
    extensions: [],
    setHeaders: (response) => {
      const url = response.req.url ?? '/';
      const isImmutable = /^\/assets\/|[?&]v=/.test(url);
      const caching = isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      response.setHeader('Cache-Control', caching);
    },
  });
}

async function notFound(dir: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(dir, '404.html')).catch(() => 'Not found');
  response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
  response.end(page);
}

function refuse(response: ServerResponse, status: number | undefined): void {
  if (status === undefined) response.destroy();
  else response.writeHead(status, { 'Content-Type': 'text/plain' }).end('Refused by the test');
}

function matches(pattern: string | RegExp, url: string): boolean {
  return typeof pattern === 'string' ? url.includes(pattern) : pattern.test(url);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
