/**
 * The pages that are a part of the program of their own. The article is not among them: it is what
 * most readers come for, and what everyone who comes to the front page opens next.
 */
import { lazy } from '../lib/lazy.ts';
import type { Route } from './route.ts';

// Written out rather than by template, so that each becomes a chunk.
export const pages = {
  front: lazy(async () => (await import('../pages/FrontPage.svelte')).default),
  list: lazy(async () => (await import('../pages/ListPage.svelte')).default),
  sections: lazy(async () => (await import('../pages/SectionsPage.svelte')).default),
  saved: lazy(async () => (await import('../pages/SavedPage.svelte')).default),
  myComments: lazy(async () => (await import('../pages/MyCommentsPage.svelte')).default),
  settings: lazy(async () => (await import('../pages/SettingsPage.svelte')).default),
  notFound: lazy(async () => (await import('../pages/NotFoundPage.svelte')).default),
};

/** Starts bringing the part that shows a route; whoever shows it waits for it and tells failures. */
export function prefetchPage({ page }: Route): void {
  const isList = page === 'section' || page === 'tag' || page === 'latest';
  const name = isList ? 'list' : page === 'root' ? 'front' : page;
  if (name === 'article') return;
  void pages[name].load().catch(() => undefined);
}
