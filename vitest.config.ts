import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { messages } from './src/publish/vite/messages.ts';
import { launchOptions } from './tests/support/launch.ts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [messages(), svelte()],
        test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] },
      },
      {
        // Needs nginx and Caddy on the machine: only by `npm run test:hosts`.
        test: { name: 'hosts', environment: 'node', include: ['tests/hosts/**/*.test.ts'] },
      },
      {
        // What touches IndexedDB, layout or the page runs in the browser it is for.
        plugins: [messages(), svelte()],
        test: {
          name: 'browser',
          include: ['tests/component/**/*.test.ts'],
          setupFiles: ['tests/support/component-setup.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium', viewport: { width: 390, height: 844 } }],
          },
        },
      },
    ],
  },
});
