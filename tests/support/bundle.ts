import type { Rolldown } from 'vite';

interface ChunkInput {
  /** Paths below src; an id of another kind is below it too. */
  modules: string[];
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  isEntry?: boolean;
  code?: string;
}

/** As much of a chunk as matters to what reads bundles. */
export function chunk(fileName: string, input: ChunkInput): Rolldown.OutputChunk {
  const {
    modules,
    imports = [],
    dynamicImports = [],
    css = [],
    isEntry = false,
    code = '',
  } = input;
  return {
    type: 'chunk',
    fileName,
    code,
    imports,
    dynamicImports,
    isEntry,
    moduleIds: modules.map((module) => `/home/src/${module}`),
    viteMetadata: { importedCss: new Set(css), importedAssets: new Set() },
  } as unknown as Rolldown.OutputChunk;
}

export function asset(fileName: string, source: string | Uint8Array = ''): Rolldown.OutputAsset {
  return { type: 'asset', fileName, source } as unknown as Rolldown.OutputAsset;
}
