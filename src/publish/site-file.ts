/** A text file of the built site. */
export interface SiteFile {
  /** Relative to the site’s own path: `feeds/fr.xml`. */
  file: string;
  text: string;
}
