import {
  copyFile,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';

/**
 * A folder that a build writes anew each time. A file that is there already with the same text stays
 * untouched, date included: its compressed copy is still good, and an upload need not send it again.
 * What the build did not write is removed at the end. A file is whole or not there, whenever a build is
 * cut off: the next one goes by how a page begins.
 */
export class OutputFolder {
  readonly #root: string;
  readonly #written = new Set<string>();
  readonly #folders = new Set<string>();

  constructor(root: string) {
    this.#root = root;
  }

  /** @param file relative to the folder, with slashes */
  async write(file: string, text: string): Promise<void> {
    this.keep(file);
    const target = path.join(this.#root, file);
    if ((await readIfThere(target)) === text) return;
    await this.#replace(target, (unfinished) => writeFile(unfinished, text));
  }

  /** Copies a file from elsewhere, unless the copy that is there has its size and date. */
  async copy(from: string, file: string): Promise<void> {
    this.keep(file);
    const target = path.join(this.#root, file);
    const source = await stat(from);
    const there = await stat(target).catch(() => undefined);
    // In whole milliseconds, which is all that can be given to a copy.
    const isSame = there?.mtime.getTime() === source.mtime.getTime() && there.size === source.size;
    if (isSame) return;
    await this.#replace(target, async (unfinished) => {
      await copyFile(from, unfinished);
      await utimes(unfinished, source.atime, source.mtime);
    });
  }

  /** A file that is there and good as it is. */
  keep(file: string): void {
    this.#written.add(file);
  }

  /** The first bytes of a file as text; undefined where it is not there. */
  async beginningOf(file: string, length: number): Promise<string | undefined> {
    const handle = await open(path.join(this.#root, file)).catch(() => undefined);
    if (!handle) return undefined;
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  }

  /**
   * Removes from these folders what was not written or kept, but for the compressed copies of what
   * was. @param folders relative to the root
   */
  async removeOthers(folders: readonly string[]): Promise<void> {
    for (const folder of folders) await this.#removeOthersIn(folder);
  }

  /** Returns whether anything is left. */
  async #removeOthersIn(folder: string): Promise<boolean> {
    const absolute = path.join(this.#root, folder);
    const entries = await readdir(absolute, { withFileTypes: true }).catch(() => []);
    let left = 0;
    for (const entry of entries) {
      const file = `${folder}/${entry.name}`;
      const stays = entry.isDirectory()
        ? await this.#removeOthersIn(file)
        : this.#written.has(file) || this.#written.has(file.replace(/\.(br|gz)$/, ''));
      if (stays) left += 1;
      else await rm(path.join(this.#root, file), { recursive: true });
    }
    return left > 0;
  }

  /**
   * Puts a file in its place once it is whole. What is left of one has an ending that nothing takes for
   * a file of the site, and is removed with all else that was not written.
   */
  async #replace(target: string, make: (unfinished: string) => Promise<void>): Promise<void> {
    await this.#makeFolderOf(target);
    const unfinished = `${target}.unfinished`;
    await make(unfinished);
    await rename(unfinished, target);
  }

  async #makeFolderOf(target: string): Promise<void> {
    const folder = path.dirname(target);
    if (this.#folders.has(folder)) return;
    await mkdir(folder, { recursive: true });
    this.#folders.add(folder);
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}
