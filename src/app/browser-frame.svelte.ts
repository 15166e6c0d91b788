import type { Language } from '../content/language.ts';
import type { Settings } from '../settings/settings.svelte.ts';

/**
 * What the browser shows of the page around it follows language and theme; before that, the script in
 * index.html does the same. Call while a component is being set up.
 */
export function frameBrowser(language: () => Language, settings: Settings): void {
  $effect(() => {
    const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    if (manifest) manifest.href = `${import.meta.env.BASE_URL}manifest.${language()}.webmanifest`;
  });
  // The browser’s own bars take the colour of the page: of the chosen theme, else by the system’s.
  const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
  const byScheme = bars.map((bar) => bar.dataset['scheme'] ?? bar.content);
  $effect(() => {
    const chosen = settings.chosen.theme === 'system' ? undefined : pageColor();
    for (const [index, bar] of bars.entries()) bar.content = chosen ?? byScheme[index] ?? '';
  });
}

function pageColor(): string {
  return getComputedStyle(document.documentElement).getPropertyValue('--page');
}
