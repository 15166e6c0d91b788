import { languageFacts, type Language } from '../content/language.ts';

// Making an Intl formatter costs about a hundred times as much as using it.
const made = new Map<string, unknown>();

/**
 * The formatter made by `make` for this kind, language and options, made once.
 * `kind` must name the class alone: it is part of the key under which it is kept.
 */
export function cachedFormatter<Formatter, Options>(
  kind: string,
  make: (locale: string, options?: Options) => Formatter,
  language: Language,
  options?: Options,
): Formatter {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const found = made.get(key) as Formatter | undefined;
  if (found !== undefined) return found;
  const formatter = make(languageFacts[language].region, options);
  made.set(key, formatter);
  return formatter;
}

export function numberFormat(
  language: Language,
  options?: Intl.NumberFormatOptions,
): Intl.NumberFormat {
  return cachedFormatter('number', (l, o) => new Intl.NumberFormat(l, o), language, options);
}

export function dateTimeFormat(
  language: Language,
  options?: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return cachedFormatter('date', (l, o) => new Intl.DateTimeFormat(l, o), language, options);
}
