import { findChromium } from './chromium.ts';

/**
 * How every test starts Chromium: no sandbox (containers run as root), no GPU, and none of the
 * browser's own requests, so that any request seen is the app's.
 */
const launchArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launch options for Playwright: `launch`, `launchPersistentContext` and `use.launchOptions`. */
export function launchOptions(): { executablePath: string | undefined; args: string[] } {
  return { executablePath: findChromium(), args: launchArgs };
}
