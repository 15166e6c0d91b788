/** How settings are changed, and change elsewhere: no page begins with that. */
import {
  type Choices,
  defaults,
  type Settings,
  storageKey,
  storedChoices,
} from './settings.svelte.ts';

/** Those whose last choice could not be stored: then it is the page that knows best. */
const unstored = new WeakSet<Settings>();

/** Chooses anew, and keeps it. What another tab has set in the meantime stays. */
export function choose(settings: Settings, change: Partial<Choices>): void {
  settings.beforeChange?.();
  settings.chosen = { ...latest(settings), ...change };
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings.chosen));
    unstored.delete(settings);
  } catch {
    // A browser that keeps nothing: the choice holds until the page is closed.
    unstored.add(settings);
  }
}

/** Follows what other tabs choose, and have chosen. Returns the function that stops. */
export function followChoices(settings: Settings): () => void {
  settings.chosen = latest(settings);
  const onStorage = ({ key }: StorageEvent) => {
    if (key !== storageKey) return;
    settings.beforeChange?.();
    settings.chosen = storedChoices() ?? defaults;
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

function latest(settings: Settings): Choices {
  return (unstored.has(settings) ? undefined : storedChoices()) ?? settings.chosen;
}
