import type { MessageToWorker } from './messages.ts';

/** Requests under way when the worker took charge still end without it: wait for those as well. */
const watchMs = 30_000;

/**
 * On a first visit the page has loaded its lists, article and pictures before there was a worker.
 * Tells the worker which they were, so that a reader who loses the network right then still has them.
 * `contentUrl` is the absolute address of the edition's folder.
 */
export function rememberFirstVisit(worker: ServiceWorker, contentUrl: string): void {
  const observer = new PerformanceObserver((list) => {
    const urlsToCache = (list.getEntries() as PerformanceResourceTiming[])
      // workerStart is 0 for what no worker has seen.
      .filter(({ name, workerStart }) => workerStart === 0 && name.startsWith(contentUrl))
      .map(({ name }) => name);
    if (urlsToCache.length === 0) return;
    const message: MessageToWorker = { type: 'CACHE_URLS', payload: { urlsToCache } };
    worker.postMessage(message);
  });
  observer.observe({ type: 'resource', buffered: true });
  setTimeout(() => observer.disconnect(), watchMs);
}
