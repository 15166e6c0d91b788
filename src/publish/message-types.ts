import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  argumentsOf,
  readCatalogue,
  type ArgumentKind,
  type Catalogue,
} from './message-catalogue.ts';

const typesFile = 'src/i18n/message-types.d.ts';

const typeOf: Record<ArgumentKind, string> = {
  text: 'string | number',
  number: 'number',
  date: 'Date',
  // A choice has an `other` branch, so any string is an answer.
  choice: 'string',
};

/**
 * The text of `src/i18n/message-types.d.ts`: for each key its arguments, or undefined for none,
 * with the English words as the comment an editor shows. Throws for bad ICU syntax.
 */
export function messageTypes(catalogue: Catalogue): string {
  const entries = Object.entries(catalogue.en).map(([key, text]) => {
    const list = [...argumentsOf(text)].map(([name, kind]) => `${name}: ${typeOf[kind]}`);
    const values = list.length > 0 ? `{ ${list.join('; ')} }` : 'undefined';
    return `  /** ${text.replaceAll('*/', '*\u200b/')} */\n  '${key}': ${values};\n`;
  });
  return [
    '/* Made from the locale files by `npm run prepare` and by the dev server. Not for editing. */\n',
    `export interface Messages {\n${entries.join('')}}\n`,
  ].join('\n');
}

/** Writes the types below the project's root, if they changed. Throws as messageTypes does. */
export function writeMessageTypes(root: string): void {
  const path = join(root, typesFile);
  const text = messageTypes(readCatalogue(root));
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeFileSync(path, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeMessageTypes(join(dirname(fileURLToPath(import.meta.url)), '../..'));
}
