import { isLanguage, type Language } from '../content/language.ts';

/** Where the choice is kept. Also read by the script in index.html. */
export const languageKey = 'liseuse.language';

/** The language a reader chose, else the first of the browser’s that the app speaks, else the site’s. */
export function preferredLanguage(siteLanguage: Language): Language {
  const wanted = [keptLanguage(), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find(isLanguage) ?? siteLanguage;
}

/** Remembers a choice; other tabs hear of it. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(languageKey, language);
  } catch {
    // A browser that keeps nothing: the address still says the language.
  }
}

/** As stored: perhaps by another version of the app. */
export function keptLanguage(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}
