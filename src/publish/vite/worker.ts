import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/**
 * The build of the service worker: src/offline/worker/sw.ts becomes sw.js, with the list of files to
 * keep for offline use written into it. Manifests and registration are our own (a plain script
 * address, as the plugin registers, is refused under Trusted Types), so both are off here.
 */
export function offlineWorker(): PluginOption {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/offline/worker',
    filename: 'sw.ts',
    injectRegister: false,
    manifest: false,
    includeManifestIcons: false,
    injectManifest: {
      // One classic script: module workers came late to Firefox.
      rollupFormat: 'iife',
      globPatterns: ['index.html', '**/*.{js,css,woff2,svg,png,ico,webmanifest}'],
      // Articles and pictures are kept as they are read, and so are pages.
      globIgnores: ['content/**', 'sw.js', '**/*.map'],
      // Vite names these by their content: no need to ask for them past the HTTP cache.
      dontCacheBustURLsMatching: /^assets\/.+-[\w-]{8,}\.\w+$/,
    },
  });
}
