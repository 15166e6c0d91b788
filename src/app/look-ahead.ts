/** What a reader is about to open is asked for before it is opened. */
import type { EditionSource } from '../content/sources/edition.ts';
import { savesData } from '../ui/when-idle.ts';
import { loadPage } from './pages.ts';
import { parseRoute } from './route.ts';

/** A pointer that only passes over a link stays for less. */
const restMs = 65;

/**
 * Follows pointer and finger: a link that is rested on, or touched, is one that will be opened.
 * Returns the function that stops.
 */
export function lookAhead(source: EditionSource, base: string): () => void {
  const closing = new AbortController();
  const { signal } = closing;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const bring = (link: HTMLAnchorElement) => {
    if (link.origin !== location.origin || link.pathname === location.pathname) return;
    const route = parseRoute(link.pathname, base);
    if (route.page === 'notFound') return;
    if (route.page === 'article') source.articleAhead(route.slug);
    loadPage(route).catch(() => {
      // Only ahead: whoever opens the page tries again, and tells.
    });
  };
  const linkOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;

  addEventListener(
    'pointerover',
    (event) => {
      clearTimeout(timer);
      const link = linkOf(event);
      if (link && event.pointerType === 'mouse' && !savesData()) {
        timer = setTimeout(() => bring(link), restMs);
      }
    },
    { passive: true, signal },
  );
  // From touch to click a finger takes a tenth of a second: nothing more is spent than by the click.
  addEventListener(
    'pointerdown',
    (event) => {
      const link = linkOf(event);
      if (link && event.isPrimary) bring(link);
    },
    { passive: true, signal },
  );
  return () => {
    clearTimeout(timer);
    closing.abort();
  };
}
