/** Writes XML 1.0. Text goes in by `text` or as an attribute; all else that is handed in is markup. */
import { escapeAttribute, escapeText, xmlCharacters } from './escape.ts';

/** An attribute that is undefined is left out. */
export type Attributes = Record<string, string | undefined>;

/** Text as markup. Characters that XML cannot carry, escaped or not, are dropped. */
export function text(value: string): string {
  return escapeText(xmlCharacters(value));
}

/** @param children markup */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeAttribute(xmlCharacters(value))}"`,
  );
  const tag = `${name}${written.join('')}`;
  return children.length === 0 ? `<${tag}/>` : `<${tag}>${children.join('')}</${name}>`;
}

/** @param root markup of the outermost element */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root}\n`;
}
