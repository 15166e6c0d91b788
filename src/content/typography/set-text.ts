/** Content as it is shown: with its spaces set. What is stored or published stays as it was written. */
import type { Language, Locales } from '../language.ts';
import type {
  Address,
  Article,
  Comment,
  FrontPage,
  Inline,
  ListPage,
  Site,
  Summary,
} from '../model.ts';
import { typographyLocale, withProse } from './prose.ts';
import { runsOfInlines, withTexts } from './runs.ts';
import { setSpaces, setSpacesOfRuns, type TypographyLocale } from './spaces.ts';

/** What has its text by language. */
type WithText =
  | Address
  | Article
  | FrontPage
  | ListPage
  | Site
  | Summary
  | Partial<Record<Language, { headline: string }>>;

/**
 * A copy with the spaces of each text set as its language wants, each as long as it was; code and words
 * of another language stay as they are. Setting twice is setting once.
 */
export function setText<T extends WithText>(content: T, locales?: Locales): T {
  return withProse(content, locales, setParagraph);
}

/** The same for one paragraph. */
export function setParagraph(inlines: readonly Inline[], locale: TypographyLocale): Inline[] {
  const [first] = inlines;
  // Most are plain, and a long article has hundreds.
  if (inlines.length === 1 && typeof first === 'string') return [setSpaces(first, locale)];
  return withTexts(inlines, setSpacesOfRuns(runsOfInlines(inlines), locale));
}

/** The text of a comment, which is written in one language, set in the same way. */
export function setCommentText(
  { text, language }: Pick<Comment, 'language' | 'text'>,
  locales?: Locales,
): string {
  const locale = typographyLocale(language, locales);
  return locale ? setSpaces(text, locale) : text;
}
