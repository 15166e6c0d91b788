/**
 * What the reader chooses in other tabs; or in this one, on pages that came after, before going back
 * to this page and finding it as it was left: meanwhile it may have heard nothing.
 */
import { isLanguage, type Language } from '../content/language.ts';
import { keptLanguage, languageKey } from './preferred-language.ts';

/**
 * Begins to follow something, and anew whenever the browser brings the page back as it was left.
 * Returns the function that stops.
 */
export function followAnew(follow: () => () => void): () => void {
  let stop = follow();
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    stop();
    stop = follow();
  };
  addEventListener('pageshow', onShow);
  return () => {
    removeEventListener('pageshow', onShow);
    stop();
  };
}

/** Calls back when a language was chosen elsewhere. Returns the function that stops. */
export function onLanguageKept(listener: (language: Language) => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === languageKey && isLanguage(newValue)) listener(newValue);
  };
  // An address may be in another language than the one kept: only a change of that counts.
  let left = keptLanguage();
  const onShow = ({ persisted }: PageTransitionEvent) => {
    const kept = keptLanguage();
    if (persisted && kept !== left && isLanguage(kept)) listener(kept);
  };
  addEventListener('storage', onStorage, { signal });
  addEventListener('pagehide', () => (left = keptLanguage()), { signal });
  addEventListener('pageshow', onShow, { signal });
  return () => ending.abort();
}
