/** That a language is one line and one locale file: the program with them is sound, as `npm run check` has it. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/edition-folder.ts';
import { copyProgramWith } from '../../support/pseudo-languages.ts';

// One of the two is enough: to the types they are alike. A check on a busy machine takes its time.
test('with a third language no type is amiss', { timeout: 120_000 }, async () => {
  const root = await temporaryFolder();
  await copyProgramWith('mirrored', root);
  expect(await faultsIn(root)).toEqual([]);
});

/** A line each, as svelte-check tells them. */
function faultsIn(root: string): Promise<string[]> {
  const svelteCheck = path.join(root, 'node_modules/svelte-check/bin/svelte-check');
  const args = [svelteCheck, '--fail-on-warnings', '--output', 'machine'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root }, (_error, said, complaint) => {
      const lines = said.split('\n');
      // What ended without having looked at all has found nothing either.
      if (!lines.some((line) => line.includes(' COMPLETED '))) reject(new Error(said + complaint));
      resolve(lines.filter((line) => / (?:ERROR|WARNING) /.test(line)));
    });
  });
}
