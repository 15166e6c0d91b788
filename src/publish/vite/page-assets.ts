import type { Rolldown } from 'vite';
import type { PageAssets } from '../page-template.ts';

type Chunk = Rolldown.OutputChunk;

/**
 * The scripts and style sheets of the entry and of the parts with these modules, with all that they
 * import.
 * @throws {Error} when the bundle lacks one of them
 */
export function assetsOf(
  bundle: Rolldown.OutputBundle,
  modules: readonly RegExp[],
  base: string,
): PageAssets {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const has = (module: RegExp) => (chunk: Chunk) => chunk.moduleIds.some((id) => module.test(id));
  const roots = [
    need(
      chunks.find(({ isEntry }) => isEntry),
      'entry',
    ),
    ...modules.map((module) => need(chunks.find(has(module)), module.source)),
  ];
  const reached = reach(roots, bundle);
  const styles = new Set(
    reached.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
  );
  return {
    scripts: reached.map(({ fileName }) => base + fileName),
    styles: [...styles].map((file) => ({ href: base + file, text: textOf(bundle[file], file) })),
  };
}

/** The chunks and all that they import, not what they bring later. */
function reach(roots: readonly Chunk[], bundle: Rolldown.OutputBundle): Chunk[] {
  const found = new Set<Chunk>();
  const visit = (chunk: Chunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) {
      const target = bundle[name];
      if (target?.type === 'chunk') visit(target);
    }
  };
  for (const root of roots) visit(root);
  return [...found];
}

function textOf(output: Rolldown.OutputBundle[string] | undefined, file: string): string {
  if (output?.type !== 'asset') throw new Error(`The build has no ${file}`);
  return typeof output.source === 'string'
    ? output.source
    : new TextDecoder().decode(output.source);
}

function need<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The build has no ${what}`);
  return value;
}
