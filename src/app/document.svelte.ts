import type { Language } from '../content/language.ts';
import type { Settings } from '../settings/settings.svelte.ts';

/**
 * The only writer of <html> once the app runs; before that, the script in index.html does the same
 * from the same stored values. Call while a component is being set up.
 */
export function writeDocument(language: () => Language, settings: Settings): void {
  const root = document.documentElement;
  $effect.pre(() => {
    root.lang = language();
    root.dir = 'ltr';
    const manifest = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
    if (manifest) manifest.href = `${import.meta.env.BASE_URL}manifest.${language()}.webmanifest`;
  });
  $effect.pre(() => {
    if (settings.theme === 'system') root.removeAttribute('data-theme');
    else root.dataset.theme = settings.theme;
    root.style.setProperty('--text-scale', String(settings.textScale));
  });
  $effect(() => {
    // Read again once the theme is on: the bar of the browser takes the colour of the page.
    void settings.theme;
    const color = getComputedStyle(root).getPropertyValue('--page');
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', color);
  });
}
