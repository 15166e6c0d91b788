/** site.json of the edition, checked at build by the edition plugin. Sections come without descriptions. */
declare module 'virtual:site' {
  import type { Site } from '../content/model.ts';
  const site: Site;
  export default site;
}

/** What sections say of themselves, by id: only their own pages show it. */
declare module 'virtual:section-descriptions' {
  import type { Localized } from '../content/model.ts';
  const descriptions: Record<string, Localized>;
  export default descriptions;
}
