import { cp, mkdir, readdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from './edition-folder.ts';

const repository = path.join(import.meta.dirname, '../..');

/**
 * A folder with the program, to be changed or built there, that is gone when the test is over.
 * @param more what is needed of the repository beside `src`
 */
export async function copyOfProgram(more: readonly string[] = []): Promise<string> {
  const root = await temporaryFolder();
  for (const name of ['src', 'package.json', ...more]) {
    await cp(path.join(repository, name), path.join(root, name), { recursive: true });
  }
  // A folder of its own, for what is built goes into it.
  const modules = path.join(repository, 'node_modules');
  await mkdir(path.join(root, 'node_modules'));
  for (const name of await readdir(modules)) {
    if (name.startsWith('.')) continue;
    await symlink(path.join(modules, name), path.join(root, 'node_modules', name));
  }
  return root;
}
