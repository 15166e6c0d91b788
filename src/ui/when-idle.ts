/** Long enough for what was clicked first; after this it is done even on a page that never rests. */
const latestMs = 4_000;

/**
 * Does something once the page has loaded and the browser has nothing better to do: what is fetched
 * ahead must not take the line from what is being read. Returns the function that calls it off.
 */
export function whenIdle(work: () => void): () => void {
  const calledOff = new AbortController();
  const { signal } = calledOff;
  const doIt = () => {
    if (!signal.aborted) work();
  };
  const wait = () => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(doIt, { timeout: latestMs });
    else setTimeout(doIt, 300);
  };
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true, signal });
  return () => calledOff.abort();
}

/** Whether the reader has asked the browser to spare data: then nothing is fetched ahead. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
