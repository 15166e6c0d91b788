import path from 'node:path';
import type { Plugin } from 'vite';
import { clearCopies, compressFolder } from '../compress.ts';

/**
 * Vite plugin: after a build for browsers, makes compressed copies of all that is in its folder. Must
 * be the last one: what another plugin writes after it would have none, or stale ones.
 * @param options.areWanted where they are not, removes those that an earlier build has made
 */
export function compressedCopies({ areWanted = true } = {}): Plugin {
  let dir = '';
  let isWritten = false;
  let report = (_line: string) => {};
  return {
    name: 'liseuse:compressed-copies',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    enforce: 'post',
    configResolved({ root, build, logger }) {
      dir = path.resolve(root, build.outDir);
      report = (line) => logger.info(line);
    },
    buildStart() {
      isWritten = false;
    },
    writeBundle: {
      order: 'post',
      handler() {
        isWritten = true;
      },
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        // Called after a build that failed, too: there may be no folder, and nobody will publish it.
        if (!isWritten) return;
        if (!areWanted) {
          await clearCopies(dir);
          return;
        }
        const start = performance.now();
        const { compressed, unchanged, cleared } = await compressFolder(dir);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        report(
          `Compressed copies: ${compressed} files compressed, ${unchanged} unchanged, ` +
            `${cleared} cleared away (${seconds} s)`,
        );
      },
    },
  };
}
