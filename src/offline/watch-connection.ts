import type { Connection } from './connection.svelte.ts';
import { listenToWorker } from './worker-messages.ts';

/** How long to wait before asking again whether the site can be reached, in ms. */
const firstProbeMs = 5_000;
const slowestProbeMs = 60_000;

/**
 * Gathers evidence for a connection: what the browser and the worker tell and, while offline and on
 * screen, an answer asked for from time to time, ever more seldom. Returns the function that stops.
 * @param probeUrl a small file of the site. It is asked for by HEAD, which the worker leaves alone, so
 * that the answer can only come from the network.
 */
export function watchConnection(connection: Connection, probeUrl: string): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  let probe: ReturnType<typeof setTimeout> | undefined;
  let probeMs = firstProbeMs;

  const stopProbing = () => {
    clearTimeout(probe);
    probe = undefined;
  };
  const probeSoon = () => {
    if (connection.online || document.hidden || signal.aborted) return stopProbing();
    // Each request that fails tells anew what is known: the question that is to come stands.
    probe ??= setTimeout(() => void ask(), probeMs);
  };
  const ask = async () => {
    try {
      await fetch(probeUrl, { method: 'HEAD', cache: 'no-store', signal });
      connection.learn(true);
    } catch {
      // No answer is what we expected: ask again later (unless closed meanwhile).
      probeMs = Math.min(probeMs * 2, slowestProbeMs);
      stopProbing();
      probeSoon();
    }
  };

  connection.onlearned = (online) => {
    if (online) probeMs = firstProbeMs;
    probeSoon();
  };
  addEventListener('online', () => connection.learn(true), { signal });
  addEventListener('offline', () => connection.learn(false), { signal });
  const onSeen = () => {
    probeMs = firstProbeMs;
    probeSoon();
  };
  document.addEventListener('visibilitychange', onSeen, { signal });
  const unlisten = listenToWorker((message) => {
    if (message.type === 'NETWORK') connection.learn(message.reached);
  });
  if (!navigator.onLine) connection.learn(false);
  else probeSoon();
  return () => {
    connection.onlearned = undefined;
    unlisten();
    closing.abort();
    stopProbing();
  };
}
