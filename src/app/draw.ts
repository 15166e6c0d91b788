/**
 * Draws a page ahead of time, in Node, from the same components that draw it in a browser. Built by
 * publish/vite/drawing.ts; the browser's counterpart is main.ts.
 */
import { render } from 'svelte/server';
import type { Language } from '../content/language.ts';
import type { PageContent } from '../content/sources/in-hand.ts';
import { startI18n } from '../i18n/messages.ts';
import { hasRareBlocks } from '../reader/rare-blocks.ts';
import App from './App.svelte';
import { loadPage } from './pages.ts';
import { makeServices } from './services.ts';

export interface PageToDraw {
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
  /** Where the page will stand: a path below the base. */
  path: string;
  language: Language;
  content?: PageContent;
}

/** Markup for the page’s `head` and for its `#app`. */
export interface DrawnPage {
  head: string;
  body: string;
  /** Whether the app needs src/reader/rare-blocks.ts to take the page over. */
  hasRareBlocks: boolean;
}

/**
 * One page at a time: the interface’s language is one for the whole process.
 * @throws what a component throws; a page that cannot be drawn must not be published
 */
export async function drawPage({ base, path, language, content }: PageToDraw): Promise<DrawnPage> {
  await startI18n(language);
  // Only the path of it counts.
  const services = makeServices({ base, href: `https://prerendered.invalid${path}`, content });
  await loadPage(services.router.route, content);
  const { head, body } = render(App, { props: { services } });
  const article = content?.article?.article;
  return { head, body, hasRareBlocks: article !== undefined && hasRareBlocks(article) };
}
