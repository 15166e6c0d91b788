import path from 'node:path';
import type { Plugin } from 'vite';
import { siteHandler } from '../site-handler.ts';

/**
 * Vite plugin: `vite preview` answers as a good host would, with compressed copies, headers and pages
 * for what is not there (Vite’s own server has none of them), so that what is tried before publishing
 * is what readers get.
 */
export function previewHost(): Plugin {
  return {
    name: 'liseuse:preview-host',
    configurePreviewServer({ config, middlewares }) {
      const dir = path.resolve(config.root, config.build.outDir);
      middlewares.use(siteHandler({ dir, base: config.base }));
    },
  };
}
