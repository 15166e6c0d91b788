import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { hrefOf } from './src/app/route.ts';
import { editionPlugin } from './src/publish/vite/edition.ts';
import { manifests } from './src/publish/vite/manifests.ts';
import { messages } from './src/publish/vite/messages.ts';
import { securityPolicy } from './src/publish/vite/security-policy.ts';
import { sizeBudget } from './src/publish/vite/size-budget.ts';
import { offlineWorker } from './src/publish/vite/worker.ts';

/** The edition to build the site over. */
const edition = path.resolve(process.env['CONTENT'] ?? 'public/content');

export default defineConfig({
  /** Where the site will stand on its host: `BASE=/news/ npm run build`. */
  base: process.env['BASE'] ?? '/',
  plugins: [
    messages(),
    svelte(),
    editionPlugin(edition),
    manifests({
      siteFile: path.join(edition, 'site.json'),
      shortcuts: {
        fr: [
          { name: 'À la une', path: hrefOf({ page: 'front', language: 'fr' }, '') },
          { name: 'Articles gardés', path: hrefOf({ page: 'saved', language: 'fr' }, '') },
        ],
        en: [
          { name: 'Front page', path: hrefOf({ page: 'front', language: 'en' }, '') },
          { name: 'Saved articles', path: hrefOf({ page: 'saved', language: 'en' }, '') },
        ],
      },
    }),
    securityPolicy(),
    offlineWorker(),
    sizeBudget(),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // One file for what changes with its packages, not with every edition of the app.
        codeSplitting: {
          groups: [
            {
              name: 'framework',
              test: /node_modules\/(svelte|svelte-i18n|icu-minify|valibot|clsx|esm-env)\//,
            },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
