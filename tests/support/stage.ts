/** Shows one component as the app would, with contexts made by hand. For tests in the browser. */
import type { ComponentProps } from 'svelte';
import { render, type Component } from 'vitest-browser-svelte';
import type { Site } from '../../src/content/model.ts';
import type { EditionSource } from '../../src/content/sources/edition.ts';
import { makeLinks } from '../../src/app/links.ts';
import type { Links } from '../../src/i18n/links.ts';
import { language } from '../../src/i18n/messages.ts';
import { Library } from '../../src/library/library.svelte.ts';
import { Settings } from '../../src/settings/settings.svelte.ts';
import type { SavedArticles } from '../../src/storage/saved.ts';
import { Notices } from '../../src/ui/notices.svelte.ts';
import { openStorage } from '../component/storage/support.ts';
import { FakeSite, site } from './fake-site.ts';
import Stage from './Stage.svelte';

export interface Contexts {
  links: Links;
  site: Site;
  source: EditionSource;
  onListChanged: (listener: (file: string) => void) => () => void;
  saved: () => Promise<SavedArticles>;
  library: Library;
  settings: Settings;
  notices: Notices;
}

/**
 * What a tab has in hand. Two with the same `name` are tabs of one browser; two with the same
 * `host` read the same edition.
 */
export function openTab({ name, host = new FakeSite() }: { name?: string; host?: FakeSite } = {}) {
  const storage = openStorage(name);
  const listeners = new Set<(file: string) => void>();
  const { source } = host;
  const saved = () => Promise.resolve(storage.saved);
  const contexts: Contexts = {
    links: makeLinks('/', site, language),
    site,
    source,
    onListChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    saved,
    library: new Library(saved, source, storage.changes),
    settings: new Settings(),
    notices: new Notices(),
  };
  /** As the worker does when it finds a newer list. */
  const listChanged = (file: string) => listeners.forEach((listener) => listener(file));
  return { ...contexts, storage, host, contexts, listChanged };
}

export function show<Part extends Component>(
  part: Part,
  partProps: ComponentProps<Part>,
  { contexts }: { contexts: Contexts } = openTab(),
) {
  return render(Stage, { props: { contexts, part: part as never, partProps: partProps as never } });
}
