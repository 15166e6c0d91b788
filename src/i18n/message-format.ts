import format, { type CompiledMessage, type FormatValues } from 'icu-minify/format';
import { isLanguage, type Language } from '../content/language.ts';
import { cachedFormatter, dateTimeFormat, numberFormat } from './intl-cache.ts';

const languageOr = (locale: unknown): Language => (isLanguage(locale) ? locale : 'en');

const formatters = {
  getNumberFormat: (locale?: Intl.LocalesArgument, options?: Intl.NumberFormatOptions) =>
    numberFormat(languageOr(locale), options),
  getDateTimeFormat: (locale?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions) =>
    dateTimeFormat(languageOr(locale), options),
  getPluralRules: (locale?: Intl.LocalesArgument, options?: Intl.PluralRulesOptions) =>
    cachedFormatter('plural', (l, o) => new Intl.PluralRules(l, o), languageOr(locale), options),
};

/**
 * Stands in for intl-messageformat's class of this name (see publish/vite/messages.ts): svelte-i18n
 * makes one for each text. Takes a text as compileMessage wrote it: `LANGUAGE\u0000JSON`, or plain
 * text. The language inside the text counts, not the one svelte-i18n passes: that one may be of
 * another language with the same words.
 */
export class IntlMessageFormat {
  readonly #language: Language;
  readonly #message: CompiledMessage;

  constructor(text: string) {
    const end = text.indexOf('\u0000');
    this.#language = languageOr(text.slice(0, Math.max(end, 0)));
    this.#message = end < 0 ? text : (JSON.parse(text.slice(end + 1)) as CompiledMessage);
  }

  /** svelte-i18n's check that a locale exists; ours always do. */
  static resolveLocale(locale: string): string {
    return locale;
  }

  /** The text with `values` put in. Dates must be Date objects, plurals numbers. */
  format(values: FormatValues = {}): string {
    return String(format(this.#message, this.#language, values, { formatters }));
  }
}
