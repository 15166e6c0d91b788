import { isLanguage, type Language } from '../content/language.ts';

/** Also read by the script in index.html. */
const storageKey = 'liseuse.language';

/** The language a reader chose, else the first of the browser’s that the app speaks, else the site’s. */
export function preferredLanguage(siteLanguage: Language): Language {
  const wanted = [keptLanguage(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find(isLanguage) ?? siteLanguage;
}

/** Remembers a choice; other tabs hear of it. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // A browser that keeps nothing: the address still says the language.
  }
}

/** Calls back when another tab has chosen. Returns the function that stops. */
export function onLanguageKept(listener: (language: Language) => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === storageKey && isLanguage(newValue)) listener(newValue);
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
