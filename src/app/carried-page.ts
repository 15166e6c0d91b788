/**
 * A prerendered page carries what it was drawn from, so that the app can take it over as it stands:
 * data in a script element that is never run.
 */
import { isLanguage, type Language } from '../content/language.ts';
import type { PageContent } from '../content/sources/in-hand.ts';
import { hrefOf, type Route } from './route.ts';

export interface CarriedPage {
  language: Language;
  /** Where the page stands; absent on pages for addresses that do not exist. */
  path?: string;
  content?: PageContent;
}

/** Id of the element; publish/page-template.ts writes it. */
const elementId = 'page-data';

/** What the document carries; undefined in the shell, which is drawn by the app alone. */
export function readCarriedPage(): CarriedPage | undefined {
  const text = document.getElementById(elementId)?.textContent;
  if (!text) return undefined;
  // Not checked as articles are: it is of one piece with the markup around it, from one build.
  const carried = JSON.parse(text) as CarriedPage;
  return isLanguage(carried.language) ? carried : undefined;
}

/**
 * Whether the page that was drawn is the one to show. It is not where a host answers an address
 * that it does not know with some page it has.
 */
export function isCarriedPage(
  carried: CarriedPage,
  route: Route,
  language: Language,
  base: string,
): boolean {
  if (carried.language !== language || route.page === 'root') return false;
  if (route.page === 'notFound') return carried.path === undefined;
  return carried.path === hrefOf(route, base);
}
