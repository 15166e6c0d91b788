/** site.json of the edition, checked at build by the edition plugin. Sections come without descriptions. */
declare module 'virtual:site' {
  // An import from a relative path has no effect in such a module.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const site: import('../content/model.ts').Site;
  export default site;
}

/** What sections say of themselves, by id: only their own pages show it. */
declare module 'virtual:section-descriptions' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const descriptions: Record<string, import('../content/model.ts').Localized>;
  export default descriptions;
}
