/**
 * Elements for the head of a page. Each has the attribute `data-page`: it speaks of the page that was
 * loaded, and the app removes it when the reader goes on to another.
 */
import { escapeAttribute, jsonForScript } from './escape.ts';

/** An attribute that is undefined is left out. */
type Attributes = Record<string, string | undefined>;

export function meta(attributes: Attributes): string {
  return `<meta data-page${written(attributes)}>`;
}

export function link(attributes: Attributes): string {
  return `<link data-page${written(attributes)}>`;
}

/** A property of the Open Graph protocol (https://ogp.me); no element where there is no content. */
export function property(name: string, content: string | undefined): string[] {
  return content === undefined || content === '' ? [] : [meta({ property: name, content })];
}

/** Data for search engines. No script that runs, so the security policy does not mind it. */
export function jsonLd(data: object): string {
  return `<script data-page type="application/ld+json">${jsonForScript(data)}</script>`;
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`))
    .join('');
}
