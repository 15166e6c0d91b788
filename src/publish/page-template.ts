/**
 * From the app's page, as the build leaves it, to prerendered pages: the same shell with a page's
 * markup, metadata and data in it, its style sheets inline, and what it starts with asked for early.
 */
import { languageFacts, type Language } from '../content/language.ts';
import { jsonForScript } from './escape.ts';
import { withSecurityPolicy, type SecurityPolicyOptions } from './security-policy.ts';

/** What a kind of page needs beside the entry, which the shell names itself. */
export interface PageAssets {
  /** Scripts to ask for at once, as addresses. */
  scripts: string[];
  /** Style sheets, the entry's first: their addresses and texts. */
  styles: { href: string; text: string }[];
}

export interface PageParts {
  language: Language;
  /** Names what the page was drawn from. */
  source: string;
  /** Of the page that a host may answer any address with: it is shown once the app agrees. */
  isFallback?: boolean;
  /** Markup for the head: title, metadata. */
  head: string;
  /** Markup inside `#app`. */
  body: string;
  /** What the app takes over: see app/carried-page.ts. */
  data: unknown;
}

export type FillPage = (parts: PageParts) => string;

/**
 * Where a page's parts go. Split at these rather than replaced: `$&` in a headline must not mean
 * anything, and a headline that holds such a mark is not looked at.
 */
type Slot =
  | 'language'
  | 'direction'
  | 'source'
  | 'fallback'
  | 'picture'
  | 'head'
  | 'above'
  | 'below'
  | 'data';
const markOf = (slot: Slot) => `\u0000${slot}\u0000`;

const htmlLanguage = /<html lang="[^"]*" dir="[^"]*"/;
const manifestLanguage = /(?<=\/manifest\.)\w+(?=\.webmanifest")/;

/**
 * Runs where the first screen ends. A browser parses on for as long as it may before it draws for the
 * first time; being asked for a height it lays out what there is, has then used up its time, and draws
 * the first screen before it goes on. Gone afterwards: the app takes over what it has drawn itself.
 */
const drawFirstScreen = 'document.body.offsetHeight;document.currentScript.remove()';

/**
 * The function that fills pages of one kind. The policy's hashes are of the scripts and styles that
 * all of them share; data is not run and needs none.
 * @param shell index.html as built, without a policy
 * @throws {Error} when the shell lacks a place that has to be filled
 */
export function pageTemplate(
  shell: string,
  { scripts, styles }: PageAssets,
  options: SecurityPolicyOptions = {},
): FillPage {
  const early = scripts
    .filter((href) => !shell.includes(`href="${href}"`))
    .map((href) => `<link rel="modulepreload" crossorigin href="${href}">`);
  // An inlined sheet is named all the same, switched off, or Vite's loader would fetch it again.
  const inlined = styles.map(({ href }) => `<link rel="stylesheet" href="${href}" disabled>`);
  const css = styles.map(({ text }) => text.trim()).join('\n');
  const head = [`<style>${css}</style>`, ...inlined, markOf('head')].join('\n    ');
  const app = `${markOf('above')}<script>${drawFirstScreen}</script>${markOf('below')}`;
  const body = `<div id="app">${app}</div>\n    <script type="application/json" id="page-data">${markOf('data')}</script>`;

  // Before the styles, which are long: a slow line can ask for the scripts while they come.
  // The picture first: it is what the reader waits for.
  let page = replaceOne(shell, /<!--early-->/, [markOf('picture'), ...early].join('\n    '));
  page = replaceBetween(page, '<!--head-->', '<!--/head-->', head);
  page = replaceBetween(page, '<!--app-->', '<!--/app-->', body);
  page = replaceOne(
    page,
    htmlLanguage,
    `<html lang="${markOf('language')}" dir="${markOf('direction')}" data-source="${markOf('source')}"${markOf('fallback')}`,
  );
  page = replaceOne(page, manifestLanguage, markOf('language'));
  for (const { href } of styles) {
    page = page.replace(
      new RegExp(`\\s*<link rel="stylesheet"[^>]*href="${escapeRegExp(href)}"(?! disabled)[^>]*>`),
      '',
    );
  }
  const parts = withSecurityPolicy(page, options).split(/\0(\w+)\0/);

  return ({ body, data, isFallback, ...texts }) => {
    const fold = foldOf(body);
    const values: Record<Slot, string> = {
      ...texts,
      direction: languageFacts[texts.language].direction,
      above: body.slice(0, fold),
      below: body.slice(fold),
      fallback: isFallback ? ' data-fallback' : '',
      picture: preloadOfPicture(body),
      data: jsonForScript(data),
    };
    return parts.map((part, index) => (index % 2 === 0 ? part : values[part as Slot])).join('');
  };
}

/** Before the first element with `data-fold`, which the first screen can be drawn without. */
function foldOf(body: string): number {
  const fold = body.search(/<[a-z]+(?: [^\s"=>]+(?:="[^"]*")?)* data-fold[ >=]/);
  return fold < 0 ? body.length : fold;
}

/** Asks at once for the picture that the page opens with, in the size that will be shown. */
function preloadOfPicture(body: string): string {
  const tags = body.match(/<img (?:"[^"]*"|[^">])*>/g) ?? [];
  const lead = tags.find((tag) => tag.includes(' fetchpriority="high"'));
  if (!lead) return '';
  const attribute = (name: string, as: string) => {
    const [, value] = new RegExp(`[\\s"]${name}="([^"]*)"`).exec(lead) ?? [];
    return value === undefined ? '' : ` ${as}="${value}"`;
  };
  const sizes = attribute('srcset', 'imagesrcset') + attribute('sizes', 'imagesizes');
  return `<link rel="preload" as="image" fetchpriority="high"${attribute('src', 'href')}${sizes}>`;
}

/**
 * The shell itself, for addresses that only the app can show.
 * @param language of the address: what the shell says without a script is then in this one alone;
 * absent for the bare address of the site, which asks the reader’s
 */
export function shellPage(shell: string, language?: Language): string {
  const page = shell.replace(/\s*<!--(?:early|\/?head|\/?app)-->/g, '');
  if (language === undefined) return page;
  const own = page
    .replace(new RegExp(`\\s*<div lang="(?!${language}")[^]*?</div>`, 'g'), '')
    .replace(/\s*<(?:meta|link) data-page[^>]*>/g, '');
  return replaceOne(
    replaceOne(
      replaceOne(
        own,
        htmlLanguage,
        `<html lang="${language}" dir="${languageFacts[language].direction}"`,
      ),
      manifestLanguage,
      language,
    ),
    /(?=<title>)/,
    '<meta name="robots" content="noindex" />\n    ',
  );
}

function replaceBetween(text: string, start: string, end: string, between: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`index.html has no ${start} … ${end}`);
  return text.slice(0, from) + between + text.slice(to + end.length);
}

function replaceOne(text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) throw new Error(`index.html has nothing like ${pattern.source}`);
  return text.replace(pattern, () => replacement);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
