/** The part of the program that draws, built from a copy of the program that a test may change. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ResolvedConfig } from 'vite';
import { expect, test, vi } from 'vitest';
import { buildDrawing } from '../../../../src/publish/vite/drawing.ts';
import { madeSite } from '../../../support/made-edition.ts';
import { copyOfProgram } from '../../../support/program-copy.ts';

// Builds on a busy machine take their time.
vi.setConfig({ testTimeout: 60_000 });

async function hashOf(root: string): Promise<string> {
  const config = { root, base: '/', build: { outDir: 'dist' } } as ResolvedConfig;
  const { hash } = await buildDrawing(config, {
    name: 'made-site',
    resolveId: (id) =>
      /^virtual:(site|section-descriptions)$/.test(id) ? `\0made:${id}` : undefined,
    load: (id) =>
      id.startsWith('\0made:') ? `export default ${JSON.stringify(madeSite)}` : undefined,
  });
  return hash;
}

test('its hash changes with what draws, chooses and fills pages, and with nothing else', async () => {
  const root = await copyOfProgram();
  const hashes = [await hashOf(root)];
  const change = async (file: string, from: string, to: string) => {
    const text = await readFile(path.join(root, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(path.join(root, file), text.replace(from, to));
    hashes.push(await hashOf(root));
  };
  await change('src/offline/worker/sw.ts', '\n', '\nconsole.log("another worker");\n');
  expect(hashes[1]).toBe(hashes[0]);
  await change('src/ui/Skeleton.svelte', '<div', '<div data-changed');
  await change('src/publish/prerender.ts', '...whole, versions }', '...whole }');
  await change('src/publish/edition.ts', 'parseArticle(file, JSON', '(parseArticle, JSON');
  await change('src/publish/page-template.ts', "' data-fallback'", "' data-stand-in'");
  await change('src/publish/security-policy.ts', "base-uri 'none'", "base-uri 'self'");
  expect(new Set(hashes).size).toBe(6);
});
