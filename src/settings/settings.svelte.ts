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
const storageKey = 'liseuse.settings';

interface Stored {
  theme: Theme;
  textScale: TextScale;
  /** Whether articles are shown in both their languages at once. */
  isBoth: boolean;
  articles: ArticleChoice;
}

const defaults: Stored = { theme: 'system', textScale: 1, isBoth: false, articles: 'all' };

/** How the reader wants to read. Kept in localStorage: it must be known before anything is drawn. */
export class Settings {
  #stored = $state.raw<Stored>(read());
  /** Whether what is chosen here could be stored: else it is this page that knows best. */
  #isStored = true;
  /** Called right before a change of what the text looks like, from another tab too. */
  beforeChange: (() => void) | undefined;

  get theme(): Theme {
    return this.#stored.theme;
  }

  set theme(theme: Theme) {
    this.#keep({ theme });
  }

  get textScale(): TextScale {
    return this.#stored.textScale;
  }

  set textScale(textScale: TextScale) {
    this.#keep({ textScale });
  }

  get isBoth(): boolean {
    return this.#stored.isBoth;
  }

  set isBoth(isBoth: boolean) {
    this.#keep({ isBoth });
  }

  get articles(): ArticleChoice {
    return this.#stored.articles;
  }

  set articles(articles: ArticleChoice) {
    this.#keep({ articles });
  }

  /** Follows what other tabs change, and have changed. Returns the function that stops. */
  listen(): () => void {
    this.#stored = this.#latest();
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== storageKey) return;
      this.beforeChange?.();
      this.#stored = read();
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }

  #latest(): Stored {
    return (this.#isStored ? kept() : undefined) ?? this.#stored;
  }

  /** What another tab has set in the meantime stays. */
  #keep(change: Partial<Stored>): void {
    this.beforeChange?.();
    this.#stored = { ...this.#latest(), ...change };
    this.#isStored = false;
    try {
      localStorage.setItem(storageKey, JSON.stringify(this.#stored));
      this.#isStored = true;
    } catch {
      // A browser that keeps nothing: the setting holds until the page is closed.
    }
  }
}

function read(): Stored {
  return kept() ?? defaults;
}

/**
 * What is stored may be from another version of the app: only what is known counts. Undefined where
 * nothing is stored, or nothing that can be read.
 */
function kept(): Stored | undefined {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '') as Record<string, unknown>;
    return {
      theme: themes.find((theme) => theme === stored.theme) ?? defaults.theme,
      textScale: textScales.find((scale) => scale === stored.textScale) ?? defaults.textScale,
      isBoth: stored.isBoth === true,
      articles: articleChoices.find((choice) => choice === stored.articles) ?? defaults.articles,
    };
  } catch {
    return undefined;
  }
}

export const [getSettings, setSettings] = createContext<Settings>();
