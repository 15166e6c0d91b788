/** What `npm run build` says to a publisher, built in a copy of the repository. */
import { spawn } from 'node:child_process';
import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { editionFiles, temporaryFolder } from '../../support/edition-folder.ts';
import { madeArticle } from '../../support/made-edition.ts';
import { copyOfProgram } from '../../support/program-copy.ts';

// Builds on a busy machine take their time.
vi.setConfig({ testTimeout: 120_000 });

const faulty = editionFiles([madeArticle(1), madeArticle(2, { section: 'nowhere' })]);
const fault = 'articles/a-00002.json: section: site.json has no section "nowhere"';

/** Gives all that the build said, errors and the rest in the order in which they came. */
async function build(root: string, edition: string, flags: string[] = []) {
  const said = path.join(root, 'said.txt');
  const output = await open(said, 'w');
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/publish/build.ts', ...flags], {
    cwd: root,
    env: { ...process.env, CONTENT: edition, NODE_ENV: 'production' },
    stdio: ['ignore', output.fd, output.fd],
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  await output.close();
  return { code, text: await readFile(said, 'utf8') };
}

test('a faulty edition is refused in a few lines, or built with what was left out said last', async () => {
  const root = await copyOfProgram(['index.html', 'vite.config.ts', 'svelte.config.js', 'public']);
  const edition = await temporaryFolder(faulty);

  const refused = await build(root, edition);
  expect(refused.code).toBe(1);
  expect(refused.text).toBe(`The edition in ${edition} has 1 fault:\n  ${fault}\n`);
  expect(await readdir(root)).not.toContain('dist');

  const built = await build(root, edition, ['--keep-going']);
  expect(built.code).toBe(0);
  expect(built.text).toContain('dist/sw.js');
  expect(built.text.endsWith(`\nLeft out, for what is wrong with it:\n  ${fault}\n`)).toBe(true);
});
