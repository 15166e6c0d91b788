import { expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';

/**
 * Watches a whole journey, every tab and the service worker of it: no request may leave for another
 * host, nothing may break the page’s security policy, and nothing may be thrown or logged as an
 * error, but for what the journey itself brings about.
 */
export class Witness {
  readonly #origin: string;
  readonly #faults: string[] = [];
  readonly #expected: RegExp[] = [];
  #requests = 0;

  /** @param url any address of the site; its host is the only one that may be asked */
  constructor(url: string) {
    this.#origin = new URL(url).origin;
  }

  async watch(context: BrowserContext): Promise<void> {
    context.on('request', (request) => {
      this.#requests += 1;
      const { protocol, origin } = new URL(request.url());
      const staysHere = protocol === 'blob:' || protocol === 'data:' || origin === this.#origin;
      if (!staysHere) this.#faults.push(`Request to another host: ${request.url()}`);
    });
    context.on('weberror', (error) => this.#faults.push(`Thrown: ${String(error.error())}`));
    context.on('console', (message) => {
      if (message.type() === 'error' && !isOfDeepAddress(message)) {
        this.#faults.push(`Logged: ${message.text()} (${message.location().url})`);
      }
    });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`Policy broken: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
  }

  /** A fault that the journey brings about on purpose, such as a request that gets no answer. */
  expectFault(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  /** The network is taken away, or a file: Chromium logs each request that fails. */
  expectFailedRequests(): void {
    this.expectFault(/Failed to load resource/);
  }

  verify(): void {
    expect(this.#requests, 'requests seen').toBeGreaterThan(0);
    const isExpected = (fault: string) => this.#expected.some((pattern) => pattern.test(fault));
    expect(this.#faults.filter((fault) => !isExpected(fault))).toEqual([]);
  }
}

/**
 * A static host answers the address of a page inside the app with 404.html, and Chromium logs it.
 * Such an address ends in no file’s name.
 */
function isOfDeepAddress(message: ConsoleMessage): boolean {
  const isNotFound = /Failed to load resource.*\b404\b/.test(message.text());
  const { pathname } = new URL(message.location().url || 'about:blank');
  return isNotFound && !pathname.split('/').at(-1)?.includes('.');
}
