import type { Language } from '../content/language.ts';
import { formatDate, languageName } from '../i18n/format.ts';
import { language, t } from '../i18n/messages.ts';

/** What is said of a version that does not have yet what another one says newly; the day is that of `timeZone`. */
export function newerText(newer: { language: Language; date: string }, timeZone: string): string {
  return t('language.newer', {
    language: languageName(newer.language, language()),
    date: formatDate(newer.date, language(), 'long', timeZone),
  });
}
