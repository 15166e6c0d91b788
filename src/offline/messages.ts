/**
 * Everything that page and worker say to each other. The worker is built on its own, so this file
 * holds types and one check, and imports nothing.
 */

/** Page to worker. */
export type MessageToWorker =
  /** To a waiting worker: take over now. */
  | { type: 'SKIP_WAITING' }
  /**
   * To the active worker: fetch these addresses by its own rules, so that what a first visit loaded
   * before there was a worker can be read offline too. Name and shape are those that Workbox's
   * router listens for.
   */
  | { type: 'CACHE_URLS'; payload: { urlsToCache: string[] } }
  /** Keep the prerendered page at this path, or renew the one that is kept. */
  | { type: 'KEEP_PAGE'; path: string }
  /** The reader has saved what is there: from now on the saved copy is opened. */
  | { type: 'FORGET_PAGES'; paths: string[] };

/** Worker to page. */
export type MessageFromWorker =
  /** Whether the network answered the last request that the worker made for this page. */
  | { type: 'NETWORK'; reached: boolean }
  /** A list that was answered from the cache has since come from the network with another text. */
  | { type: 'LIST_CHANGED'; url: string };

/** Other scripts of the same origin may post too: nothing is taken on trust. */
export function isMessageFromWorker(value: unknown): value is MessageFromWorker {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'NETWORK') return 'reached' in value && typeof value.reached === 'boolean';
  return value.type === 'LIST_CHANGED' && 'url' in value && typeof value.url === 'string';
}
