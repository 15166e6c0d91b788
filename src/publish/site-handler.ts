/** Answers from the folder of a built site as a good host would: see host-rules.ts. */
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';
import { headersFor, notFoundPages, typeOf, type SiteAddress } from './host-rules.ts';

export interface SiteHandlerOptions {
  /** The built site. */
  dir: string;
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
}

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const endings = { br: '.br', gzip: '.gz' } as const;
type Encoding = keyof typeof endings;

/** What lies outside the base is left to `next`. Files are looked up anew each time. */
export function siteHandler({ dir, base }: SiteHandlerOptions): Handler {
  const serveFile = sirv(dir, {
    dev: true,
    etag: true,
    brotli: true,
    gzip: true,
    extensions: ['html'],
  });

  return (request, response, next) => {
    const [, asked = '', query = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '') ?? [];
    if (`${asked}/` === base) return redirect(response, `${base}${query}`);
    if (!asked.startsWith(base)) return next();
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const address = { path: asked.slice(base.length), query };
    const encodings = acceptedEncodings(request.headers['accept-encoding']);
    const notFound = () => void answerNotFound(dir, address, encodings, response);

    const file = plainPath(address.path);
    if (file === undefined) return notFound();
    const better = betterPath(dir, file);
    if (better === 'none') return notFound();
    if (better === 'with slash') return redirect(response, `${asked}/${query}`);
    if (better === 'without slash') return redirect(response, `${asked.slice(0, -1)}${query}`);

    setHeaders(response, headersFor(address));
    const type = typeOf(file);
    if (type !== undefined) response.setHeader('Content-Type', type);
    // sirv looks for the word alone, and would send brotli to who says `br;q=0`.
    request.headers['accept-encoding'] = encodings.join(', ');
    request.url = `/${address.path}`;
    serveFile(request, response, notFound);
  };
}

/** The path as written on the disk; undefined where it would lead elsewhere than it says. */
function plainPath(encoded: string): string | undefined {
  const parts = encoded.split('/').map(decode);
  const isPlain = parts.every(
    (part, index) =>
      part !== undefined &&
      (part !== '' || index === parts.length - 1) &&
      part !== '.' &&
      part !== '..' &&
      !/[/\\\0]/.test(part),
  );
  return isPlain ? parts.join('/') : undefined;
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

/** A folder’s address ends in a slash, a page’s does not: the other way is no second address. */
function betterPath(
  dir: string,
  file: string,
): 'as it is' | 'with slash' | 'without slash' | 'none' {
  const isFile = (name: string) => {
    const found = path.join(dir, name);
    return existsSync(found) && statSync(found).isFile();
  };
  if (file === '') return 'as it is';
  if (!file.endsWith('/')) {
    return isFile(`${file}/index.html`) && !isFile(`${file}.html`) ? 'with slash' : 'as it is';
  }
  if (isFile(`${file}index.html`)) return 'as it is';
  return isFile(`${file.slice(0, -1)}.html`) ? 'without slash' : 'none';
}

async function answerNotFound(
  dir: string,
  address: SiteAddress,
  encodings: readonly Encoding[],
  response: ServerResponse,
): Promise<void> {
  setHeaders(response, headersFor(address, false));
  const page = notFoundPages(address.path)
    .map((file) => path.join(dir, file))
    .find((file) => existsSync(file));
  const encoding = encodings.find((each) => existsSync(`${page}${endings[each]}`));
  const body = page ? await readFile(`${page}${encoding ? endings[encoding] : ''}`) : 'Not found';
  response.writeHead(404, {
    'Content-Type': page ? 'text/html;charset=utf-8' : 'text/plain;charset=utf-8',
    'Content-Length': body.length,
    ...(encoding && { 'Content-Encoding': encoding }),
  });
  response.end(body);
}

function redirect(response: ServerResponse, location: string): void {
  setHeaders(response, headersFor({ path: '' }, false));
  response.writeHead(301, { Location: location }).end();
}

/** `Vary` with every answer, a 304 included, which sirv sends without it. */
function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries({ ...headers, Vary: 'Accept-Encoding' })) {
    response.setHeader(name, value);
  }
}

/** What the client takes of what there may be, best first. */
function acceptedEncodings(header: string | string[] | undefined): Encoding[] {
  const accepted = String(header ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
    .filter((each) => !/;\s*q=0(\.0*)?$/.test(each))
    .map((each) => each.replace(/\s*;.*/, ''));
  return (['br', 'gzip'] as const).filter((encoding) => accepted.includes(encoding));
}
