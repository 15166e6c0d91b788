/** Which module brings which, read from the source as Prettier leaves it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Imports {
  /** Come with the module. */
  withIt: string[];
  /** Come when they are asked for. */
  onDemand: string[];
  /** So do these, and the messages for them: `withLaterMessages(import('…'))`. */
  withMessages: string[];
}

/** What a module’s source imports, as written there; types are gone before it runs. */
export function importsOf(source: string): Imports {
  const code = source.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statics = code.matchAll(/^\s*(?:import|export)\s+(?:([^'";]*?)\s+from\s+)?'([^']+)'/gm);
  const demanded = [...code.matchAll(/(withLaterMessages\(\s*)?\bimport\(\s*'([^']+)'\s*\)/g)];
  return {
    withIt: [...statics].flatMap(([, names = '', from = '']) => (isOfTypes(names) ? [] : [from])),
    onDemand: demanded.flatMap(([, wrapped, from = '']) => (wrapped ? [] : [from])),
    withMessages: demanded.flatMap(([, wrapped, from = '']) => (wrapped ? [from] : [])),
  };
}

/** `type X`, `type { X }` or `{ type X, type Y }`. */
function isOfTypes(names: string): boolean {
  if (/^type\s/.test(names)) return true;
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? [''];
  return inner.every((name) => /^\s*(type\s.*)?$/.test(name)) && inner.some((name) => name.trim());
}

/** Where the modules of a program come from, each with the way to it from its root. */
export type Ways = Map<string, string[]>;

/** Paths of source files, relative to the working directory, with slashes. */
type Follow = (imports: Imports) => string[];

/** All modules that come with these, or, as `follow` says, on their demand. */
export function reachedFrom(
  roots: readonly string[],
  follow: Follow,
  read = (file: string) => readFileSync(file, 'utf8'),
): Ways {
  const ways: Ways = new Map();
  const visit = (file: string, before: string[]) => {
    if (ways.has(file)) return;
    const way = [...before, file];
    ways.set(file, way);
    for (const from of follow(importsOf(read(file)))) {
      const isModule = from.startsWith('.') && /\.(ts|svelte)$/.test(from);
      if (isModule) visit(path.posix.join(path.posix.dirname(file), from), way);
    }
  };
  for (const root of roots) visit(root, []);
  return ways;
}
