/** What every end-to-end test begins with: a site on a host of its own, and a witness. */
import { test as base } from '@playwright/test';
import { Device } from './device.ts';
import { basePath, siteFolder, type SiteName } from './sites.ts';
import { startStaticHost, type StaticHost } from './static-host.ts';
import { Witness } from './witness.ts';

export { expect, type Page } from '@playwright/test';

interface Options {
  /** Which of the built sites the host serves. */
  site: SiteName;
  /** Whether its host finds the prerendered page of an address: see static-host.ts. */
  findsPages: boolean;
}

interface Fixtures {
  host: StaticHost;
  witness: Witness;
  /** For journeys in which the browser itself ends and starts again. */
  device: Device;
}

export const test = base.extend<Options & Fixtures>({
  site: ['demo', { option: true }],

  findsPages: [false, { option: true }],

  host: async ({ site, findsPages }, use) => {
    const host = await startStaticHost({
      dir: siteFolder(site),
      base: basePath(site),
      findsPages,
    });
    await use(host);
    await host.close();
  },

  baseURL: async ({ host }, use) => use(host.url),

  witness: [
    async ({ context, host }, use) => {
      const witness = new Witness(host.url);
      await witness.watch(context);
      await use(witness);
      witness.verify();
    },
    { auto: true },
  ],

  device: async ({ host, witness }, use) => {
    const device = new Device(host.url, witness);
    await use(device);
    await device.discard();
  },
});
