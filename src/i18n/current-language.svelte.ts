import type { Language } from '../content/language.ts';

class CurrentLanguage {
  value = $state<Language>();
}

/**
 * The interface's language; undefined until startI18n. One for the whole page, because svelte-i18n,
 * which it mirrors, has one of everything. Written by messages.ts alone.
 */
export const currentLanguage = new CurrentLanguage();
