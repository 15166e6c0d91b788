/** Which messages the program names. That no other is named, types see to: see message-types.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether code names a message: whole, 'saved.title', or by a template, `settings.theme.${theme}`; in
 * index.html as %shell.retry%.
 */
export function namesMessage(code: string, key: string): boolean {
  if (["'", '"', '`', '%'].some((quote) => code.includes(quote + key + quote))) return true;
  const start = key.slice(0, key.lastIndexOf('.') + 1);
  return code.includes(`\`${start}\${`);
}

/** What names keys without showing them: their types, and the list of those that may be the same. */
const noUse = /message-(?:types\.d|faults)\.ts$/;

/** Those of the keys that neither index.html nor anything below `src` shows. */
export function unusedKeys(keys: readonly string[], root: string): string[] {
  const source = join(root, 'src');
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|svelte)$/.test(file) && !noUse.test(file))
    .map((file) => join(source, file))
    .concat(join(root, 'index.html'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  return keys.filter((key) => !namesMessage(code, key));
}
