import { languageFacts, type Language } from '../content/language.ts';
import type { Settings } from '../settings/settings.svelte.ts';

/**
 * The only writer of <html> once the app runs (svelte-i18n sets the same `lang` beside it); before
 * that, the script in index.html does the same from the same stored values. Call while a component is
 * being set up.
 */
export function writeDocument(language: () => Language, settings: Settings): void {
  // There is no document where pages are drawn ahead of time, and no effect runs.
  if (import.meta.env.SSR) return;
  const root = document.documentElement;
  $effect.pre(() => {
    root.lang = language();
    root.dir = languageFacts[language()].direction;
  });
  $effect.pre(() => {
    const { theme, textScale } = settings.chosen;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.dataset.theme = theme;
    // What is as it was drawn stays untouched: a change here is one of every element.
    if (textScale === 1) root.style.removeProperty('--text-scale');
    else root.style.setProperty('--text-scale', String(textScale));
  });
}
