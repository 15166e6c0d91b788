import { createContext } from 'svelte';

export const themes = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Factors on the size of the article’s text. */
export const textScales = [0.85, 1, 1.15, 1.3, 1.5] as const;
export type TextScale = (typeof textScales)[number];

/** Which articles lists show: all, those written in the language of the page first, those it has only. */
export const articleChoices = ['all', 'originals', 'own'] as const;
export type ArticleChoice = (typeof articleChoices)[number];

/** Also read by the script in index.html, before the first paint. */
export const storageKey = 'liseuse.settings';

/** How the reader wants to read. */
export interface Choices {
  theme: Theme;
  textScale: TextScale;
  /** Whether articles are shown in both their languages at once. */
  isBoth: boolean;
  articles: ArticleChoice;
  /** Whether single letters do something. */
  hasShortcuts: boolean;
}

export const defaults: Choices = {
  theme: 'system',
  textScale: 1,
  isBoth: false,
  articles: 'all',
  hasShortcuts: true,
};

/** What is chosen, in this tab or another: see choose.ts, which comes later than the page. */
export class Settings {
  chosen = $state.raw<Choices>(storedChoices() ?? defaults);
  /** Called right before a change of what the text looks like, from another tab too. */
  beforeChange: (() => void) | undefined;
}

/**
 * What is stored may be from another version of the app: only what is known counts. Undefined where
 * nothing is stored, or nothing that can be read. In localStorage, for it must be known before
 * anything is drawn.
 */
export function storedChoices(): Choices | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '') as Record<string, unknown>;
    return {
      theme: themes.find((theme) => theme === stored.theme) ?? defaults.theme,
      textScale: textScales.find((scale) => scale === stored.textScale) ?? defaults.textScale,
      isBoth: stored.isBoth === true,
      articles: articleChoices.find((choice) => choice === stored.articles) ?? defaults.articles,
      hasShortcuts: stored.hasShortcuts !== false,
    };
  } catch {
    return undefined;
  }
}

export const [getSettings, setSettings] = createContext<Settings>();
