/** Small Workbox plugins: what may be stored, and what the pages are told. */
import type { WorkboxPlugin } from 'workbox-core/types.js';
import type { MessageFromWorker } from '../messages.ts';
import { isGone, isPage, isVersionOf } from './policy.ts';

declare const self: ServiceWorkerGlobalScope;

/**
 * Only whole, readable answers. Never an opaque one (it hides an error and costs megabytes of quota),
 * nor a web page where data or a picture was asked for: hosts that answer an unknown address with
 * the app's page and status 200 would otherwise fill the cache with it.
 */
export const storeOnlyGood: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && response.type !== 'opaque' && !isPage(response) ? response : null,
};

/**
 * Only the version that the address names. While a host is being updated, it may still send the text
 * before it, which would then stay under the new address for good.
 */
export const storeOnlyVersion: WorkboxPlugin = {
  cacheWillUpdate: async ({ request, response }) =>
    (await isVersionOf(response, request.url)) ? response : null,
};

/** Removes from a cache what the host no longer has: what was withdrawn must not be shown again. */
export const forgetGone = (cacheName: string, matchOptions: CacheQueryOptions): WorkboxPlugin => ({
  fetchDidSucceed: async ({ request, response }) => {
    if (isGone(response)) {
      const cache = await caches.open(cacheName);
      await cache.delete(request.url, matchOptions);
    }
    return response;
  },
});

/** Tells the page that asked whether the network answered: only the worker knows. */
export const tellReach: WorkboxPlugin = {
  fetchDidSucceed: async ({ event, response }) => {
    await tellAsker(event, { type: 'NETWORK', reached: true });
    return response;
  },
  fetchDidFail: async ({ event, error }) => {
    // The page itself gave up: that says nothing about the network.
    if (error.name === 'AbortError') return;
    await tellAsker(event, { type: 'NETWORK', reached: false });
  },
};

/** Tells every page when a list they may be showing has since become another. */
export const tellListChanged: WorkboxPlugin = {
  cacheDidUpdate: async ({ oldResponse, newResponse, request }) => {
    if (!oldResponse) return;
    const [before, after] = await Promise.all([oldResponse.text(), newResponse.clone().text()]);
    if (before === after) return;
    const pages = await self.clients.matchAll({ type: 'window' });
    const message: MessageFromWorker = { type: 'LIST_CHANGED', url: request.url };
    for (const page of pages) page.postMessage(message);
  },
};

async function tellAsker(event: ExtendableEvent, message: MessageFromWorker): Promise<void> {
  if (!(event instanceof FetchEvent)) return;
  const page = await self.clients.get(event.clientId);
  page?.postMessage(message);
}
