interface LanguageFacts {
  /** In itself. */
  name: string;
  /** The regional variety that dates and numbers are written in. */
  region: string;
  direction: 'ltr' | 'rtl';
}

/**
 * The languages an article, a label or the interface can be in, by BCP 47 tags of two or three
 * letters. A line here, a locale file and labels in site.json make another. British English, so that
 * readers in Europe see "4 November 2026" and not "November 4, 2026".
 */
const facts = {
  fr: { name: 'Français', region: 'fr-FR', direction: 'ltr' },
  en: { name: 'English', region: 'en-GB', direction: 'ltr' },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof facts;

export const languages = Object.keys(facts) as Language[];

/** The variety a language is written in, as a BCP 47 tag with a region: `fr-CA`. */
export type Locales = Partial<Record<Language, string>>;

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = facts;

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The one that is switched to where there are two; of more, the next. */
export function otherLanguage(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
}

/** What `valueOf` gives for each language. */
export function inEachLanguage<T>(valueOf: (language: Language) => T): Record<Language, T> {
  return Object.fromEntries(languages.map((each) => [each, valueOf(each)])) as Record<Language, T>;
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
