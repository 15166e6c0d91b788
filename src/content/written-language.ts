/** In which language somebody wrote: told by the small words that no sentence does without, and by its signs. */
import { languages, type Language } from './language.ts';

/** Words that the other languages do not have, or seldom. A language without any is never told. */
const smallWords: Partial<Record<Language, string>> = {
  fr:
    'le la les des du un une et est ne pas que qui quoi dans pour sur par avec sans ce cet cette ces il elle ' +
    'ils elles je tu nous vous leur leurs au aux mais ou où donc très trop peu sont était être avoir fait ' +
    'même aussi comme quand pourquoi comment merci bonjour oui non ça ai avez avons suis quel quelle quels ' +
    'quelles qu mes ses',
  en:
    'the of and to is are was were be been in it its that this these those for with without from by not no yes ' +
    'but or so very too he she they we you i my your his her our their what which who why how when there has ' +
    'have had do does did will would could should can about than then thanks thank hello as if at isn don all ' +
    'good great nice really said says well more just only see',
};

const words = new Map<Language, Set<string>>(
  languages.map((each) => [each, new Set(smallWords[each]?.split(' '))]),
);

/**
 * What one of them writes and the other seldom: a word that has lost its vowel before another
 * (« d’accord », « l’eau »; not “D’Souza”, “c’mon” or “d’oh”); a space before a sign; guillemets.
 * Each weighs as much as a word.
 */
const signs: Partial<Record<Language, RegExp>> = {
  fr: /(?<![\p{L}'’])[CDJLMNSTcdjlmnst]['’](?=[aeiouyhàâæéèêëîïôœùû])(?!oh(?!\p{L}))|[\p{L}\p{N}»][ \u00a0\u202f][!?](?!\S)|«/gu,
};

/** Undefined where the text does not tell: too short, or too mixed. */
export function writtenLanguage(text: string): Language | undefined {
  // An apostrophe parts words: « l’eau », "isn't".
  const tokens = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first, second] = languages
    .map((language) => ({
      language,
      count:
        tokens.filter((token) => words.get(language)?.has(token)).length +
        [...text.matchAll(signs[language] ?? /(?!)/g)].length,
    }))
    .sort((a, b) => b.count - a.count);
  return first && first.count > 2 * (second?.count ?? 0) ? first.language : undefined;
}
