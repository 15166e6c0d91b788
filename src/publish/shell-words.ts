import { languageFacts, languages, type Language } from '../content/language.ts';
import { escapeText } from './escape.ts';
import type { Catalogue } from './message-catalogue.ts';

/** What stands between these is there once in each language. */
const eachLanguage = /[^\S\n]*<!--each language-->\n([^]*?)[^\S\n]*<!--\/each language-->\n/g;

/**
 * index.html with what it says and knows of languages: `%shell.retry%` is that message, and
 * `%LANGUAGE%` and `%DIRECTION%` are its language and how it is written, in what is there once in each
 * language; `%LANGUAGES%` and `%RTL%` are those of the site, and those from right to left, as in
 * `fr|en`; `%DIRECTIONS%`, in a comment among its styles, is a rule for each where they differ.
 * @throws {Error} for a message that the catalogue lacks
 */
export function withShellWords(html: string, catalogue: Catalogue): string {
  const rightToLeft = languages.filter((language) => languageFacts[language].direction === 'rtl');
  return html
    .replace(eachLanguage, (_, part: string) =>
      languages
        .map((language) =>
          part
            .replaceAll('%LANGUAGE%', language)
            .replaceAll('%DIRECTION%', languageFacts[language].direction)
            .replace(/%(shell\.\w+)%/g, (_, key: string) => {
              const words = catalogue[language][key];
              if (words === undefined) throw new Error(`index.html: no message ${key}`);
              return escapeText(words);
            }),
        )
        .join(''),
    )
    .replaceAll('%LANGUAGES%', languages.join('|'))
    .replaceAll('%RTL%', rightToLeft.join('|'))
    .replace(
      '/*%DIRECTIONS%*/',
      rightToLeft.length > 0 ? languages.map(directionRule).join('') : '',
    );
}

/** Text in another language than the page’s runs as it does there, wherever `lang` says so. */
function directionRule(language: Language): string {
  return `[lang=${language}]{direction:${languageFacts[language].direction};unicode-bidi:isolate}`;
}
