import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface SiteToBuild {
  /** The folder of the edition. */
  edition: string;
  /** Where the site goes. */
  outDir: string;
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
  /** The folder of the program; by default the repository. */
  program?: string;
}

const repository = join(import.meta.dirname, '../..');

/**
 * Builds a site as a publisher would, but for the compressed copies, in a process of its own.
 * @throws {Error} with all that the build said
 */
export async function buildSite({
  edition,
  outDir,
  base,
  program = repository,
}: SiteToBuild): Promise<void> {
  const vite = join(
    dirname(createRequire(import.meta.url).resolve('vite/package.json')),
    'bin/vite.js',
  );
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const env = {
    ...process.env,
    CONTENT: edition,
    BASE: base,
    NODE_ENV: 'production',
    // The hosts of tests are plain ones and would not send them.
    COMPRESS: 'no',
  };
  const child = spawn(process.execPath, args, { env, cwd: program });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  child.stderr.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`The site in ${outDir} could not be built:\n${output}`);
}
