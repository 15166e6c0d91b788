import type { MessageToWorker } from './messages.ts';

/**
 * Asks the worker to keep the prerendered page at a path of this site, to be there at once on the
 * next visit. Where there is no worker, nothing happens.
 */
export function keepPage(path: string): void {
  tellWorker({ type: 'KEEP_PAGE', path });
}

/** Asks the worker to keep these no longer. */
export function forgetPages(paths: string[]): void {
  tellWorker({ type: 'FORGET_PAGES', paths });
}

/** Also the one that is just being installed, on a first visit: once it works. */
function tellWorker(message: MessageToWorker): void {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  void container?.ready.then(({ active }) => active?.postMessage(message));
}
