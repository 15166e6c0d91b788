import { defineConfig } from '@playwright/test';
import { launchOptions } from './tests/support/launch.ts';

/** Journeys on the production build, at the size of a phone. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/build-sites.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  reporter: [['list']],
  timeout: 60_000,
  // A busy machine is slow to start a worker or a second tab: waiting longer costs nothing when it is not.
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    launchOptions: launchOptions(),
    // Traces cost a quarter of the time: `npx playwright test NAME --trace on` shows one journey.
    screenshot: 'only-on-failure',
    actionTimeout: 10_000,
  },
});
