/** The languages an article, a label or the interface can be in, as BCP 47 tags. */
export type Language = 'fr' | 'en';

export const languages = ['fr', 'en'] as const satisfies readonly Language[];

/** Each in its own words. */
export const languageNames: Record<Language, string> = { fr: 'Français', en: 'English' };

/** How each is written. */
const directions: Record<Language, 'ltr' | 'rtl'> = { fr: 'ltr', en: 'ltr' };

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return directions[language];
}

export function isLanguage(value: unknown): value is Language {
  return value === 'fr' || value === 'en';
}

export function otherLanguage(language: Language): Language {
  return language === 'fr' ? 'en' : 'fr';
}

/**
 * The version to show a reader: the one asked for, else the original, else whichever exists.
 * Returns undefined only when there is no version at all.
 */
export function pickVersion<T>(
  versions: Partial<Record<Language, T>>,
  wanted: Language,
  original?: Language,
): { language: Language; version: T } | undefined {
  for (const language of [wanted, original ?? wanted, ...languages]) {
    const version = versions[language];
    if (version !== undefined) return { language, version };
  }
  return undefined;
}
