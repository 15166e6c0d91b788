/** The other language beside the text: a part of the program of its own, for when the text is there. */
import { languages, pickVersion, type Language } from '../content/language.ts';
import type { Summary } from '../content/model.ts';

export { default as Beside } from './Beside.svelte';

/** The language beside the one that readers of `language` are shown, where the article exists in it. */
export function languageBeside(
  { versions, originalLanguage }: Summary,
  language: Language,
): Language | undefined {
  const shown = pickVersion(versions, language, originalLanguage)?.language;
  return languages.find((each) => each !== shown && versions[each]);
}
