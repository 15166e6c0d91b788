/**
 * The one place that says `new`. Everything here lives as long as the page; in Node, where pages are
 * drawn ahead of time, as long as the drawing of one.
 */
import site from 'virtual:site';
import type { CommentsContext } from '../comments/context.ts';
import { InHand, type PageContent } from '../content/sources/in-hand.ts';
import { EditionSource } from '../content/sources/edition.ts';
import { Arrangement } from '../edition/arrangement.svelte.ts';
import type { EditionContext } from '../edition/context.ts';
import { withLaterMessages } from '../i18n/messages.ts';
import { type Lazy, lazy } from '../lib/lazy.ts';
import { Library } from '../library/library.svelte.ts';
import { Connection } from '../offline/connection.svelte.ts';
import type { Updates } from '../offline/updates.svelte.ts';
import { onListChanged } from '../offline/worker-messages.ts';
import type { ReaderContext } from '../reader/context.ts';
import { Settings } from '../settings/settings.svelte.ts';
import { Changes } from '../storage/changes.ts';
import { mayHaveSaved } from '../storage/saved-hint.ts';
import { Notices } from '../ui/notices.svelte.ts';
import { Router } from './router.svelte.ts';
import { withViewTransition } from './view-transition.ts';

export interface Services {
  edition: EditionContext;
  reader: ReaderContext;
  comments: CommentsContext;
  library: Library;
  settings: Settings;
  notices: Notices;
  router: Router;
  connection: Connection;
  /** The conversation about new versions: only once the page has loaded. */
  updates: Lazy<Updates>;
}

/** Where a page stands, and what it carries. */
export interface Place {
  /** The site’s own path, beginning and ending in a slash. */
  base: string;
  /** Absolute. */
  href: string;
  content?: PageContent;
}

export function makeServices({ base, href, content }: Place): Services {
  const contentPath = `${base}content/`;
  const connection = new Connection();
  const updates = lazy(async () => {
    const { Updates } = await import('../offline/updates.svelte.ts');
    return new Updates({ workerUrl: `${base}sw.js`, scope: base, contentUrl: contentPath });
  });
  const source = new EditionSource(
    watchedFetch(connection),
    contentPath,
    new InHand(content),
    site.locales,
  );
  const changes = new Changes(import.meta.env.SSR ? null : undefined);
  // The first text on the screen needs no database.
  const stores = lazy(async () => {
    // With the words for what it may fail in.
    const { openStores } = await withLaterMessages(import('../storage/stores.ts'));
    return openStores(changes);
  });
  // Nobody has saved anything where pages are drawn ahead of time: the answer never comes.
  const saved = import.meta.env.SSR
    ? () => new Promise<never>(() => {})
    : async () => (await stores.load()).saved;
  return {
    edition: {
      site,
      source,
      arrangement: new Arrangement(),
      pagesShown: new Map(),
      onListChanged: (listener) => onListChanged((path) => listener(path.replace(contentPath, ''))),
    },
    reader: { site, source, saved, mayBeSaved: mayHaveSaved, isOnline: () => connection.online },
    comments: {
      ready: () => Promise.all([stores.load(), updates.load()]),
      get comments() {
        return ready(stores).comments;
      },
      get drafts() {
        return ready(stores).drafts;
      },
      changes,
      source,
      beforeReload: (hook) => ready(updates).beforeReload(hook),
    },
    library: new Library(saved, source, changes),
    settings: new Settings(),
    notices: new Notices(),
    router: new Router(base, href, withViewTransition),
    connection,
    updates,
  };
}

/** For what is only ever used after it has been waited for. */
function ready<T>(part: Lazy<T>): T {
  if (part.loaded === undefined)
    throw new Error('A part of the program is used before it is there');
  return part.loaded;
}

/** What requests meet is the best witness of whether there is a network. */
function watchedFetch(connection: Connection): typeof fetch {
  return async (input, init) => {
    try {
      const response = await fetch(input, init);
      connection.reportSuccess();
      return response;
    } catch (error) {
      const isAbort = error instanceof DOMException && error.name === 'AbortError';
      if (!isAbort) connection.reportFailure();
      throw error;
    }
  };
}
