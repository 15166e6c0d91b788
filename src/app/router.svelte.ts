/**
 * Where the reader is. Links stay plain links; the router takes over a click only where the browser
 * would have loaded this same app again.
 */
import { hrefOf, type PageRoute, parseRoute, type Route } from './route.ts';
import { isPlaced, keepScroll, restoreScroll, scrollOf } from './scroll.ts';

/** Calls `change`, now or soon. */
export type ChangePage = (change: () => void) => Promise<void> | void;

export interface Visit {
  /** A new one for each page gone to; stays when only the language or the slug of it changes. */
  number: number;
  route: Route;
}

export class Router {
  readonly base: string;
  readonly #changePage: ChangePage;
  #visit = $state.raw<Visit>({ number: 0, route: { page: 'root' } });
  /** Back or forward has changed the address, and the page is about to follow. */
  #isLeaving = false;
  #arriving = new AbortController();
  /** How many pages of ours lie behind this one, so that “back” knows whether to leave the app. */
  #depth = 0;
  /** The link that led on within the page, by the depth it led on from. */
  readonly #left = new Map<number, HTMLAnchorElement>();

  /**
   * @param base the site’s own path, beginning and ending in a slash
   * @param href where the page stands, absolute
   * @param changePage how one page takes the place of another: at once, or with a transition
   */
  constructor(base: string, href: string, changePage: ChangePage = (change) => change()) {
    this.base = base;
    this.#changePage = changePage;
    this.#visit = this.#visitAt(href, 0);
  }

  get visit(): Visit {
    return this.#visit;
  }

  get route(): Route {
    return this.#visit.route;
  }

  get canGoBack(): boolean {
    // Reading the visit makes this answer anew after each navigation.
    return this.#visit.number >= 0 && this.#depth > 0;
  }

  href(route: PageRoute): string {
    return hrefOf(route, this.base);
  }

  /** Listens to clicks and to the browser’s own back and forward. Returns the function that stops. */
  listen(): () => void {
    const closing = new AbortController();
    const { signal } = closing;
    this.#depth = depthOf(history.state);
    addEventListener('click', (event) => this.#onClick(event), { signal });
    addEventListener('popstate', () => this.#onPop(), { signal });
    keepScroll(signal);
    if (!isPlaced(history.state)) this.#arrive({ isNewPage: false });
    return () => closing.abort();
  }

  /** Goes to a page, as a click on a link does. */
  go(href: string): void {
    const url = new URL(href, location.href);
    this.#show(url.href, () => {
      if (url.href === location.href) {
        // As browsers do: the page anew, without a second entry that “back” would seem to stick in.
        history.replaceState({ depth: this.#depth }, '', url);
      } else {
        this.#depth += 1;
        history.pushState({ depth: this.#depth }, '', url);
      }
    });
  }

  back(): void {
    history.back();
  }

  /**
   * Rewrites the address of the page that is shown, which stays as it is: for the other language
   * and for the proper slug of an article.
   */
  rewrite(route: PageRoute): void {
    // The address is already that of the page to come.
    if (this.#isLeaving) return;
    const url = new URL(this.href(route), location.href);
    url.hash = location.hash;
    history.replaceState(history.state, '', url);
    this.#visit = { ...this.#visit, route };
  }

  #visitAt(href: string, number: number): Visit {
    return { number, route: parseRoute(new URL(href).pathname, this.base) };
  }

  #onClick(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || link.target || link.hasAttribute('download')) return;
    const url = new URL(link.href, location.href);
    if (url.origin !== location.origin || !isPage(url, this.base)) return;
    event.preventDefault();
    if (url.pathname === location.pathname && url.hash) this.#goWithinPage(url, link);
    else this.go(url.href);
  }

  /** A footnote, the contents: the page stays, the browser’s back undoes the jump. */
  #goWithinPage(url: URL, link: HTMLAnchorElement): void {
    this.#left.set(this.#depth, link);
    this.#depth += 1;
    history.pushState({ depth: this.#depth }, '', url);
    const target = document.getElementById(decodeURIComponent(url.hash.slice(1)));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }

  #onPop(): void {
    this.#depth = depthOf(history.state);
    const { route } = this.#visit;
    const isShown = location.pathname === this.#pathOf(route);
    if (!isShown) return this.#show(location.href);
    this.#left.get(this.#depth)?.focus({ preventScroll: true });
    this.#arrive({ isNewPage: false });
  }

  /** @param writeHistory what to do as the page changes, so that page and address go together */
  #show(href: string, writeHistory?: () => void): void {
    this.#isLeaving = writeHistory === undefined;
    void this.#changePage(() => {
      this.#isLeaving = false;
      writeHistory?.();
      this.#visit = this.#visitAt(href, this.#visit.number + 1);
      this.#arrive({ isNewPage: true });
    });
  }

  #pathOf(route: Route): string | undefined {
    return route.page === 'root' || route.page === 'notFound' ? undefined : this.href(route);
  }

  /** Puts the page where it belongs and the focus on its heading, both once they are there. */
  #arrive({ isNewPage }: { isNewPage: boolean }): void {
    this.#arriving.abort();
    this.#arriving = new AbortController();
    restoreScroll({
      top: scrollOf(history.state),
      block: location.hash.slice(1) || undefined,
      movesFocus: isNewPage,
      signal: this.#arriving.signal,
    });
  }
}

/** Whether the address is a page of the app rather than a file beside it. */
function isPage(url: URL, base: string): boolean {
  return parseRoute(url.pathname, base).page !== 'notFound';
}

function depthOf(state: unknown): number {
  const hasDepth = typeof state === 'object' && state !== null && 'depth' in state;
  return hasDepth && typeof state.depth === 'number' ? state.depth : 0;
}
