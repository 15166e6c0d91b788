/**
 * Mends what editors and word processors leave in text: at import, and before publication, where a
 * lint names each finding. What is only a question of the width of a line is left to `spaces.ts`.
 * No letter and no digit is changed, and what has been repaired has nothing more to repair.
 */
import { mask, type Edit, type RepairRule, type Rule } from './edits.ts';
import { english } from './english.ts';
import { canadianFrench, french } from './french.ts';
import { withoutNotProse } from './not-prose.ts';
import type { Run } from './runs.ts';
import type { TypographyLocale } from './spaces.ts';

export interface Repair {
  rule: RepairRule;
  /** Index of the run, and the offset in its text as it was given, in UTF-16 units. */
  run: number;
  at: number;
  /** As the rules before this one left it: a quotation mark is first turned, then given its space. */
  was: string;
  now: string;
}

const rules: Record<TypographyLocale, readonly Rule[]> = {
  fr: french,
  'fr-CA': canadianFrench,
  en: english,
};

export function repairText(
  text: string,
  locale: TypographyLocale,
): { text: string; repairs: Repair[] } {
  const { texts, repairs } = repairRuns([{ text }], locale);
  return { text: texts.join(''), repairs };
}

/**
 * The texts of the runs of one paragraph, repaired, in order, and what was changed. A repair may show
 * another rule what it could not see before: the rules are gone through until none finds anything.
 */
export function repairRuns(
  runs: readonly Run[],
  locale: TypographyLocale,
): { texts: string[]; repairs: Repair[] } {
  let draft: Draft = {
    units: runs.map(({ text }) => text).join(''),
    places: runs.flatMap(({ text }, run) =>
      Array.from({ length: text.length }, (_, at) => ({ run, at })),
    ),
  };
  let prose = proseOf(draft, runs);
  const repairs: Repair[] = [];
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const before = repairs.length;
    for (const rule of rules[locale]) {
      const edits = rule(prose);
      if (edits.length === 0) continue;
      for (const { at, ...edit } of edits) repairs.push({ ...edit, ...placeAt(draft, at) });
      draft = edited(draft, edits);
      prose = proseOf(draft, runs);
    }
    if (repairs.length === before) break;
  }
  return { texts: textsOf(draft, runs), repairs };
}

/** Prose takes one or two, the worst of noise three or four; the limit is against rules at odds. */
const mostPasses = 8;

interface Place {
  run: number;
  at: number;
}

/** The text on its way, in UTF-16 units, and where each of them came from. */
interface Draft {
  units: string;
  places: readonly Place[];
}

function proseOf({ units, places }: Draft, runs: readonly Run[]): string {
  const isVerbatim = (unit: number) => runs[places[unit]?.run ?? 0]?.isVerbatim;
  return withoutNotProse(
    units.replace(/[^]/g, (unit, at: number) => (isVerbatim(at) ? mask : unit)),
  );
}

function placeAt({ places }: Draft, at: number): Place {
  const place = places[at];
  if (!place) throw new RangeError(`No unit stands at ${at}`);
  return place;
}

/** What an edit puts in belongs to the run of what it takes out. */
function edited(draft: Draft, edits: readonly Edit[]): Draft {
  const units: string[] = [];
  const places: Place[][] = [];
  let end = 0;
  for (const { at, was, now } of edits) {
    units.push(draft.units.slice(end, at), now);
    const put = Array<Place>(now.length).fill(placeAt(draft, at));
    places.push(draft.places.slice(end, at), put);
    end = at + was.length;
  }
  units.push(draft.units.slice(end));
  places.push(draft.places.slice(end));
  return { units: units.join(''), places: places.flat() };
}

function textsOf({ units, places }: Draft, runs: readonly Run[]): string[] {
  const texts = runs.map(() => '');
  places.forEach(({ run }, unit) => (texts[run] += units.charAt(unit)));
  return texts;
}
