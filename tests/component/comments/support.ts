import { onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { CommentsContext } from '../../../src/comments/context.ts';
import MyComments from '../../../src/comments/MyComments.svelte';
import Thread from '../../../src/comments/Thread.svelte';
import type { Comment, Summary } from '../../../src/content/model.ts';
import { EditionSource } from '../../../src/content/sources/edition.ts';
import type { Links } from '../../../src/i18n/links.ts';
import { openStorage, summaryOf } from '../storage/support.ts';
import Stage from './Stage.svelte';

type Storage = ReturnType<typeof openStorage>;

const links: Links = {
  front: () => '/fr/',
  latest: () => '/fr/latest',
  sections: () => '/fr/sections',
  section: (id) => `/fr/section/${id}`,
  tag: (id) => `/fr/tag/${id}`,
  article: (slug, block) => `/fr/article/${slug}${block ? `#${block}` : ''}`,
  saved: () => '/fr/saved',
  myComments: () => '/fr/comments',
  settings: () => '/fr/settings',
};

export const tides: Summary = summaryOf('tides');
export const discussedTides: Summary = { ...tides, comments: { count: 2, hash: 'c0' } };

export function publishedComment(id: string, changed: Partial<Comment> = {}): Comment {
  return {
    id,
    author: 'Science desk',
    date: '2026-10-08T10:05:00Z',
    language: 'en',
    text: 'The Earth is falling.',
    ...changed,
  };
}

export function commentsFile(...comments: Comment[]) {
  return { format: 'liseuse/comments/1', comments };
}

/** A site whose every file is this one, until it is told otherwise. */
export function siteOf(file?: unknown) {
  const answer = vi.fn(async () =>
    file ? Response.json(file) : new Response('', { status: 500 }),
  );
  return { answer, source: new EditionSource(answer, 'https://site.test/content/') };
}

/** What a tab has in hand. Of two with the same name each is a tab of the same browser. */
export function openTab(name?: string, source = siteOf().source) {
  const storage: Storage = openStorage(name);
  const hooks = new Set<() => Promise<void> | void>();
  const context: CommentsContext = {
    ...storage,
    ready: () => Promise.resolve(),
    source,
    beforeReload: (hook) => {
      hooks.add(hook);
      return () => hooks.delete(hook);
    },
  };
  return { ...storage, context, hooks };
}

export function showThread(
  { context }: { context: CommentsContext },
  summary = tides,
  stored?: unknown,
) {
  const partProps = { summary, stored };
  return render(Stage, { props: { context, links, part: Thread as never, partProps } });
}

export function showMyComments({ context }: { context: CommentsContext }) {
  return render(Stage, { props: { context, links, part: MyComments as never } });
}

/** Every write into a store fails from now on, as on a full disk. Returns what ends that. */
export function fillDisk(...storeNames: string[]): () => void {
  const { put } = IDBObjectStore.prototype;
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
  ) {
    if (storeNames.includes(this.name)) throw new DOMException('Full', 'QuotaExceededError');
    return put.call(this, value);
  });
  const free = () => spy.mockRestore();
  onTestFinished(free);
  return free;
}
