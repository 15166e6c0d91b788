import { createContext } from 'svelte';

export const themes = ['system', 'light', 'sepia', 'dark', 'black', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Factors on the size of the article’s text. */
export const textScales = [0.85, 1, 1.15, 1.3, 1.5] as const;
export type TextScale = (typeof textScales)[number];

/** Also read by the script in index.html, before the first paint. */
const storageKey = 'liseuse.settings';

interface Stored {
  theme: Theme;
  textScale: TextScale;
}

const defaults: Stored = { theme: 'system', textScale: 1 };

/** How the reader wants to read. Kept in localStorage: it must be known before anything is drawn. */
export class Settings {
  #stored = $state.raw<Stored>(read());

  get theme(): Theme {
    return this.#stored.theme;
  }

  set theme(theme: Theme) {
    this.#keep({ ...this.#stored, theme });
  }

  get textScale(): TextScale {
    return this.#stored.textScale;
  }

  set textScale(textScale: TextScale) {
    this.#keep({ ...this.#stored, textScale });
  }

  /** Follows what other tabs change. Returns the function that stops. */
  listen(): () => void {
    const onStorage = ({ key }: StorageEvent) => {
      if (key === storageKey) this.#stored = read();
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }

  #keep(stored: Stored): void {
    this.#stored = stored;
    try {
      localStorage.setItem(storageKey, JSON.stringify(stored));
    } catch {
      // A browser that keeps nothing: the setting holds until the page is closed.
    }
  }
}

/** What is stored may be from another version of the app, or broken: only what is known counts. */
function read(): Stored {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, unknown>;
    return {
      theme: themes.find((theme) => theme === stored.theme) ?? defaults.theme,
      textScale: textScales.find((scale) => scale === stored.textScale) ?? defaults.textScale,
    };
  } catch {
    return defaults;
  }
}

export const [getSettings, setSettings] = createContext<Settings>();
