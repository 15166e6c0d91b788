/** site.json of the edition, checked at build by the edition plugin. */
declare module 'virtual:site' {
  import type { Site } from '../content/model.ts';
  const site: Site;
  export default site;
}
