import type { Summary } from '../content/model.ts';

/** Which articles lists show, and in which order. Set once the page can be read. */
export class Arrangement {
  order = $state.raw<(summaries: Summary[]) => Summary[]>((summaries) => summaries);
  /** Shows all again. Undefined where none is hidden. */
  showAll = $state.raw<() => void>();
}
