import type { Component } from 'svelte';
import type { Summary } from '../content/model.ts';

/** Which articles lists show, and in which order. Set once the page can be read. */
export class Arrangement {
  order = $state.raw<(summaries: Summary[]) => Summary[]>((summaries) => summaries);
  /** Says how many of a list are hidden. Undefined where none is, and until its part has come. */
  Hidden = $state.raw<Component<{ summaries: Summary[] }>>();
  /** From now on they are hidden, or shown. */
  hide: (isHiding: boolean) => void = () => {};
}
