import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { compressedCopies } from './src/publish/vite/compressed-copies.ts';
import { editionPlugin } from './src/publish/vite/edition.ts';
import { hostHeaders } from './src/publish/vite/host-headers.ts';
import { manifests } from './src/publish/vite/manifests.ts';
import { messages } from './src/publish/vite/messages.ts';
import { pages } from './src/publish/vite/pages.ts';
import { previewHost } from './src/publish/vite/preview-host.ts';
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
    editionPlugin(edition, { keepGoing: process.env['KEEP_GOING'] === 'yes' }),
    manifests(path.join(edition, 'site.json')),
    pages(),
    offlineWorker(),
    sizeBudget(),
    hostHeaders(),
    previewHost(),
    // The last: it reads what all others have written. A host that compresses by itself needs none.
    compressedCopies({ areWanted: process.env['COMPRESS'] !== 'no' }),
  ],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page starts with in one file: it compresses better than in pieces.
        codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
      },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
});
