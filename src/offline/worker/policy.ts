/** What the worker makes of addresses and answers; knows nothing of caches, so that Node can test it. */
import { versionIn, versionOf } from '../../lib/file-version.ts';

/**
 * Path and query of a file, as opposed to an address of the app: the last part of the path has a dot.
 * Parts before it may have one too: an app may live under `/my.news/`.
 */
export const fileAddress = /^[^?]*\/[^/?]*\.[^/?]*(?:\?|$)/;

/** Whether an answer is a web page; where data or a picture was asked for, it is neither. */
export function isPage({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/html') ?? false;
}

/** The scripts a page of ours starts with, as files of the site: `assets/index-….js`. */
export function scriptsIn(html: string): string[] {
  const found = html.matchAll(
    /<(?:script|link)\s[^>]*?(?:src|href)="[^"]*\/(assets\/[^"/]+\.js)"/g,
  );
  return [...found].map(([, file = '']) => file);
}

/**
 * A page as it is kept. What it asks for early is on the device as well; there, asking for it early only
 * delays the first paint.
 */
export function withoutPreloads(html: string): string {
  return html.replace(/<link rel="(?:module)?preload"(?: [\w-]+(?:="[^"]*")?)*>\s*/g, '');
}

/**
 * Whether the host says that it has no such file (any more). Many say so with the app's page and
 * status 200, as they do for every address that is no file.
 */
export function isGone(response: Response): boolean {
  const { status, redirected } = response;
  return status === 404 || status === 410 || (status === 200 && !redirected && isPage(response));
}

/**
 * Whether an answer is the version that its address names; true where the address names none that
 * could be checked. Leaves the body of the answer unread.
 */
export async function isVersionOf(response: Response, url: string): Promise<boolean> {
  const asked = versionIn(url);
  if (asked === undefined) return true;
  return (await versionOf(await response.clone().arrayBuffer())) === asked;
}
