/**
 * The pages that are a part of the program of their own. The article is not among them: it is what
 * most readers come for, and what everyone who comes to the front page opens next.
 */
import type { PageContent } from '../content/sources/in-hand.ts';
import { withLaterMessages } from '../i18n/messages.ts';
import { lazy } from '../lib/lazy.ts';
import { loadBlocksOf } from '../reader/rare-blocks.ts';
import type { Route } from './route.ts';

// Written out rather than by template, so that each becomes a chunk.
export const pages = {
  front: lazy(async () => (await import('../pages/FrontPage.svelte')).default),
  list: lazy(async () => (await import('../pages/ListPage.svelte')).default),
  sections: lazy(async () => (await import('../pages/SectionsPage.svelte')).default),
  saved: lazy(async () => (await withLaterMessages(import('../pages/SavedPage.svelte'))).default),
  myComments: lazy(
    async () => (await withLaterMessages(import('../pages/MyCommentsPage.svelte'))).default,
  ),
  settings: lazy(
    async () => (await withLaterMessages(import('../pages/SettingsPage.svelte'))).default,
  ),
  notFound: lazy(async () => (await import('../pages/NotFoundPage.svelte')).default),
};

/**
 * Brings the parts that show a route, and the content that the page carries. Rejects when the page
 * cannot be had.
 */
export async function loadPage({ page }: Route, content?: PageContent): Promise<void> {
  if (content?.article) await loadBlocksOf(content.article.article);
  const isList = page === 'section' || page === 'tag' || page === 'latest';
  const name = isList ? 'list' : page === 'root' ? 'front' : page;
  if (name !== 'article') await pages[name].load();
}
