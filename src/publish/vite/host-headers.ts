import type { Plugin } from 'vite';
import { headersFile } from '../host-rules.ts';

/** Vite plugin: writes `_headers` into the build, for the hosts that read it. */
export function hostHeaders(): Plugin {
  let base = '/';
  return {
    name: 'liseuse:host-headers',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    configResolved(config) {
      base = config.base;
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(base) });
    },
  };
}
