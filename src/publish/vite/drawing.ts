import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { contentHash } from '../hash.ts';
import type { DrawPage } from '../prerender.ts';
import { messages } from './messages.ts';

/** The part of the program that draws pages in Node. */
export interface Drawing {
  draw: DrawPage;
  /** Of the program that chooses, draws and fills pages: not of what templates are made of. */
  hash: string;
}

/**
 * Builds src/app/draw.ts for Node, with the components compiled to write markup, and loads it. It
 * stays out of the site: a folder in the cache, one for each site, as several may be built at once.
 * @param site gives the module of the edition’s site
 */
export async function buildDrawing(config: ResolvedConfig, site: Plugin): Promise<Drawing> {
  const outDir = path.join(
    config.root,
    'node_modules/.cache/liseuse-draw',
    contentHash(path.resolve(config.root, config.build.outDir)),
  );
  await build({
    root: config.root,
    base: config.base,
    configFile: false,
    logLevel: 'warn',
    plugins: [messages(), svelte(), site],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'node20',
      rolldownOptions: {
        // What chooses what a page is drawn from, and what puts it into the shell, is built for the
        // hash alone: nobody loads it.
        input: ['src/app/draw.ts', 'src/publish/prerender.ts', 'src/publish/page-template.ts'],
        // A name of its own for each version: Node keeps what it has loaded.
        output: { entryFileNames: '[name]-[hash].js' },
      },
    },
  });
  const entry = (await readdir(outDir)).find((name) => name.startsWith('draw-'));
  const { drawPage } = (await import(pathToFileURL(path.join(outDir, `${entry}`)).href)) as {
    drawPage: DrawPage;
  };
  return { draw: drawPage, hash: contentHash((await textsIn(outDir)).join('\0')) };
}

async function textsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
  return Promise.all(files.sort().map((file) => readFile(file, 'utf8')));
}
