import { CacheExpiration } from 'workbox-expiration';
import { isPage, scriptsIn, withoutPreloads } from './policy.ts';

/** Pages a reader may come back to; each is some tens of kilobytes. */
const mostPages = 60;

/**
 * Prerendered pages that the reader has seen, to be there at once when they are opened again. The
 * app asks for each when it has come to rest, so what is kept is renewed by every visit, after it.
 */
export class KeptPages {
  readonly #cacheName: string;
  readonly #files: ReadonlySet<string>;
  readonly #expiration: CacheExpiration;
  /** Pages on their way, each to be given up when it is to be forgotten. */
  readonly #coming = new Map<string, AbortController>();

  /**
   * @param cacheName of this version alone: a page works with the scripts it was made for
   * @param files addresses of this version’s files, relative to the scope
   */
  constructor(cacheName: string, files: ReadonlySet<string>) {
    this.#cacheName = cacheName;
    this.#files = files;
    this.#expiration = new CacheExpiration(cacheName, { maxEntries: mostPages });
  }

  async match(path: string): Promise<Response | undefined> {
    return caches.match(path, { cacheName: this.#cacheName, ignoreVary: true });
  }

  /** Fetches a page and keeps it; forgets it where the host has none there. Never rejects. */
  async keep(path: string): Promise<void> {
    const coming = new AbortController();
    this.#giveUp(path);
    this.#coming.set(path, coming);
    try {
      const response = await fetch(path, { cache: 'no-cache', signal: coming.signal });
      if (response.status === 404 || response.status === 410) return await this.forget([path]);
      if (!response.ok || response.redirected || !isPage(response)) return;
      const html = await response.text();
      const scripts = scriptsIn(html);
      // A newer version is on the host already: its page would not find its scripts here.
      if (scripts.length === 0 || scripts.some((file) => !this.#files.has(file))) return;
      const cache = await caches.open(this.#cacheName);
      if (coming.signal.aborted) return;
      const headers = { 'Content-Type': 'text/html; charset=utf-8' };
      await cache.put(path, new Response(withoutPreloads(html), { headers }));
      await this.#expiration.updateTimestamp(path);
      await this.#expiration.expireEntries();
    } catch {
      // No network or no room: what was kept before stays.
    } finally {
      if (this.#coming.get(path) === coming) this.#coming.delete(path);
    }
  }

  async forget(paths: readonly string[]): Promise<void> {
    for (const path of paths) this.#giveUp(path);
    const cache = await caches.open(this.#cacheName);
    await Promise.all(paths.map((path) => cache.delete(path, { ignoreVary: true })));
  }
  #giveUp(path: string): void {
    this.#coming.get(path)?.abort();
  }
}
