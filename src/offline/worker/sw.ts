/**
 * The worker, from top to bottom: what the app can do without a network.
 *
 * It owns the shell and a bounded cache of recent things. What the reader saved lies in IndexedDB and
 * belongs to the page: dropping this worker with all its caches loses nothing that was saved.
 */
import { clientsClaim, setCacheNameDetails } from 'workbox-core';
import { ExpirationPlugin } from 'workbox-expiration';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, StaleWhileRevalidate } from 'workbox-strategies';
import type { MessageToWorker } from '../messages.ts';
import { KeptPages } from './kept-pages.ts';
import {
  forgetGone,
  storeOnlyGood,
  storeOnlyVersion,
  tellListChanged,
  tellReach,
} from './plugins.ts';
import { fileAddress } from './policy.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Filled in by the build: every file of the app with its revision. */
  readonly __WB_MANIFEST: (PrecacheEntry | string)[];
};

const scope = self.registration.scope;
const content = new URL('content/', scope).pathname;
const dayS = 24 * 60 * 60;
/** Another app may live on this origin under another path: the scope keeps the caches apart. */
const cacheName = (name: string) => `liseuse-${name}-v1-${scope}`;
const versionedCache = cacheName('versioned');
const picturesCache = cacheName('pictures');
const listsCache = cacheName('lists');
// A host may say "Vary: Origin" or the like; our addresses mean one thing, whoever asks.
const matchOptions: CacheQueryOptions = { ignoreVary: true };
const bounded = (limits: { maxEntries: number; maxAgeSeconds?: number }) =>
  new ExpirationPlugin({ ...limits, matchOptions, purgeOnQuotaError: true });

// The shell: page, code, styles, fonts, icons and both languages, all at once or not at all.
setCacheNameDetails({ prefix: 'liseuse' });
const manifest = self.__WB_MANIFEST;
precacheAndRoute(manifest, { cleanURLs: false });
cleanupOutdatedCaches();

// A visit to any address of the app is answered from here, online too: it is there at once. With the
// page as it was prerendered where the reader has seen it and not saved it, else with the shell, and
// the app finds the text: the saved copy, one kept below, or the host’s. An address of the app ends
// without a dot; one that has it is a file, and goes to the host.
const entries = manifest.map((entry) => (typeof entry === 'string' ? { url: entry } : entry));
const version = entries.find(({ url }) => url === 'index.html')?.revision ?? '0';
const keptPages = new KeptPages(
  cacheName(`pages-${version}`),
  new Set(entries.map(({ url }) => url)),
);
const shell = createHandlerBoundToURL('index.html');
registerRoute(
  new NavigationRoute(
    async (options) => (await keptPages.match(options.url.pathname)) ?? shell(options),
    { denylist: [fileAddress] },
  ),
);

// Pictures: the copy that is here, if any; the latest 200, for a month.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${content}images/`),
  new CacheFirst({
    cacheName: picturesCache,
    matchOptions,
    plugins: [tellReach, storeOnlyGood, bounded({ maxEntries: 200, maxAgeSeconds: 30 * dayS })],
  }),
);

// A file whose address holds its hash never changes: the copy that is here was checked when stored.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && url.pathname.startsWith(content) && url.searchParams.has('v'),
  new CacheFirst({
    cacheName: versionedCache,
    matchOptions,
    plugins: [tellReach, storeOnlyGood, storeOnlyVersion, bounded({ maxEntries: 300 })],
  }),
);

// Lists (front page, sections, tags, addresses): what is here now, what is new for the next time;
// what the host has withdrawn is dropped.
registerRoute(
  ({ url, sameOrigin }) =>
    sameOrigin && url.pathname.startsWith(content) && url.pathname.endsWith('.json'),
  new StaleWhileRevalidate({
    cacheName: listsCache,
    matchOptions,
    plugins: [
      tellReach,
      storeOnlyGood,
      forgetGone(listsCache, matchOptions),
      tellListChanged,
      bounded({ maxEntries: 200, maxAgeSeconds: 60 * dayS }),
    ],
  }),
);

// The first version takes charge of the page that installed it. A later one waits until the reader
// says so (or until no page is open): never a new version under someone's fingers.
clientsClaim();
self.addEventListener('message', (event) => {
  const data = event.data as MessageToWorker | null;
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting();
  if (data?.type === 'KEEP_PAGE') event.waitUntil(keptPages.keep(data.path));
  if (data?.type === 'FORGET_PAGES') event.waitUntil(keptPages.forget(data.paths));
});

self.addEventListener('activate', (event) => event.waitUntil(removeOldCaches()));

/** Caches of ours, of this scope, that this version no longer uses. The shell is Workbox's. */
async function removeOldCaches(): Promise<void> {
  const current = [versionedCache, picturesCache, listsCache, cacheName(`pages-${version}`)];
  const isOld = (name: string) =>
    name.startsWith('liseuse-') &&
    !name.includes('-precache-') &&
    name.endsWith(`-${scope}`) &&
    !current.includes(name);
  const names = await caches.keys();
  await Promise.all(names.filter(isOld).map((name) => caches.delete(name)));
}
