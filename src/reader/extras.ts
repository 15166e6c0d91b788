/**
 * What comes once the text can be read: the other language beside it, and what is to be said of the
 * copy on the screen. A part of the program of its own.
 */
import { languages, pickVersion, type Language } from '../content/language.ts';
import type { Summary } from '../content/model.ts';

export { default as Beside } from './Beside.svelte';
export { default as HeadlineBeside } from './HeadlineBeside.svelte';
export { default as CopyStatus } from './CopyStatus.svelte';

/** The language beside the one that readers of `language` are shown, where the article exists in it. */
export function languageBeside(
  { versions, originalLanguage }: Summary,
  language: Language,
): Language | undefined {
  const shown = pickVersion(versions, language, originalLanguage)?.language;
  return languages.find((each) => each !== shown && versions[each]);
}
