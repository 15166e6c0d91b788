import { CacheExpiration } from 'workbox-expiration';
import { isPage, scriptsIn } from './policy.ts';

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
    const cache = await caches.open(this.#cacheName);
    return cache.match(path, { ignoreVary: true });
  }

  /** Fetches a page and keeps it; forgets it where the host has none there. Never rejects. */
  async keep(path: string): Promise<void> {
    try {
      const response = await fetch(path, { cache: 'no-cache' });
      if (response.status === 404 || response.status === 410) return await this.forget([path]);
      if (!response.ok || response.redirected || !isPage(response)) return;
      const html = await response.text();
      const scripts = scriptsIn(html);
      // A newer version is on the host already: its page would not find its scripts here.
      if (scripts.length === 0 || scripts.some((file) => !this.#files.has(file))) return;
      const cache = await caches.open(this.#cacheName);
      const headers = { 'Content-Type': 'text/html; charset=utf-8' };
      await cache.put(path, new Response(html, { headers }));
      await this.#expiration.updateTimestamp(path);
      await this.#expiration.expireEntries();
    } catch {
      // No network or no room: what was kept before stays.
    }
  }

  async forget(paths: readonly string[]): Promise<void> {
    const cache = await caches.open(this.#cacheName);
    await Promise.all(paths.map((path) => cache.delete(path, { ignoreVary: true })));
  }
}
