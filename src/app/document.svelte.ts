import { languageFacts, type Language } from '../content/language.ts';
import type { Settings } from '../settings/settings.svelte.ts';

/**
 * The only writer of <html> once the app runs (svelte-i18n sets the same `lang` beside it); before that, the script in index.html does the same
 * from the same stored values. Call while a component is being set up.
 */
export function writeDocument(language: () => Language, settings: Settings): void {
  // There is no document where pages are drawn ahead of time, and no effect runs.
  if (import.meta.env.SSR) return;
  const root = document.documentElement;
  $effect.pre(() => {
    root.lang = language();
    root.dir = languageFacts[language()].direction;
    const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    if (manifest) manifest.href = `${import.meta.env.BASE_URL}manifest.${language()}.webmanifest`;
  });
  $effect.pre(() => {
    if (settings.theme === 'system') root.removeAttribute('data-theme');
    else root.dataset.theme = settings.theme;
    // What is as it was drawn stays untouched: a change here is one of every element.
    if (settings.textScale === 1) root.style.removeProperty('--text-scale');
    else root.style.setProperty('--text-scale', String(settings.textScale));
  });
  // The browser’s own bars take the colour of the page: of the chosen theme, else by the system’s.
  const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
  const byScheme = bars.map((bar) => bar.dataset['scheme'] ?? bar.content);
  $effect(() => {
    const chosen = settings.theme === 'system' ? undefined : pageColor(root);
    for (const [index, bar] of bars.entries()) bar.content = chosen ?? byScheme[index] ?? '';
  });
}

function pageColor(root: HTMLElement): string {
  return getComputedStyle(root).getPropertyValue('--page');
}
