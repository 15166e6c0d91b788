import { isMessageFromWorker, type MessageFromWorker } from './messages.ts';

/**
 * Hears what the worker says to this page until the returned function is called. Where there are no
 * workers (plain http, some private windows) nothing is ever heard.
 */
export function listenToWorker(listener: (message: MessageFromWorker) => void): () => void {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (container === undefined) return () => {};
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (isMessageFromWorker(data)) listener(data);
  };
  container.addEventListener('message', hear);
  return () => container.removeEventListener('message', hear);
}

/**
 * Calls back with the path (`/news/content/front.json`) of a list whose newer text has just arrived
 * after the older one was shown. What to do with it is the page's choice.
 */
export function onListChanged(listener: (pathname: string) => void): () => void {
  return listenToWorker((message) => {
    if (message.type === 'LIST_CHANGED') listener(new URL(message.url).pathname);
  });
}
