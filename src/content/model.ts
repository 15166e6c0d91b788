/**
 * What an article, an edition and a comment are, once read. docs/article-format.md explains the
 * files; schema/ checks them. A type here never admits what the schema would refuse.
 */
import type { Language, Locales } from './language.ts';

/** A label in each language of the edition. */
export type Localized = Record<Language, string>;

/** Text that may exist in one language only. */
export type PartlyLocalized = Partial<Localized>;

/** A mark wraps text, or, for `code`, `abbr` and `footnote`, is text of its own. */
export type Mark =
  | { em: Inline[] }
  | { strong: Inline[] }
  | { sup: Inline[] }
  | { sub: Inline[] }
  | { link: Inline[]; href: string }
  | { code: string }
  | { abbr: string; title: string }
  | { foreign: Inline[]; lang: string }
  | { footnote: string };

export type Inline = string | Mark;

/** One size of a picture. `src` is relative to the edition's folder; width in pixels. */
export interface ImageVariant {
  src: string;
  width: number;
}

/** A picture with its natural size in pixels and, optionally, smaller copies of it. */
export interface Image extends ImageVariant {
  height: number;
  variants?: ImageVariant[];
  credit?: PartlyLocalized;
}

export interface ListItem {
  text: Inline[];
  list?: NestedList;
}

export interface NestedList {
  ordered?: boolean;
  items: ListItem[];
}

export interface Picture {
  image: Image;
  alt: string;
  caption?: Inline[];
}

export type Alignment = 'start' | 'center' | 'end';

interface BlockOf<Type extends string> {
  /** The same in every language version: aligns the versions; positions and comments hold on to it. */
  id: string;
  type: Type;
}

export type ParagraphBlock = BlockOf<'paragraph'> & { text: Inline[] };
export type HeadingBlock = BlockOf<'heading'> & { level: 2 | 3 | 4; text: Inline[] };
export type QuoteBlock = BlockOf<'quote'> & { text: Inline[]; cite?: Inline[] };
export type ListBlock = BlockOf<'list'> & NestedList;
export type FigureBlock = BlockOf<'figure'> & Picture;
export type GalleryBlock = BlockOf<'gallery'> & { images: Picture[]; caption?: Inline[] };
export type TableBlock = BlockOf<'table'> & {
  caption?: Inline[];
  head?: Inline[][];
  rows: Inline[][][];
  /** Whether the first cell of each row names the row. */
  rowHeaders?: boolean;
  align?: Alignment[];
};
export type CodeBlock = BlockOf<'code'> & { language?: string; code: string; caption?: Inline[] };
export type NoteBlock = BlockOf<'note'> & { title?: Inline[]; blocks: Block[] };
export interface Footnote {
  id: string;
  text: Inline[];
}
export type FootnotesBlock = BlockOf<'footnotes'> & { notes: Footnote[] };
export type EmbedBlock = BlockOf<'embed'> & {
  url: string;
  title: string;
  site?: string;
  description?: string;
};
export type DividerBlock = BlockOf<'divider'>;
/** A block of a type this version of the app has never heard of: shown as a labelled gap. */
export type UnknownBlock = BlockOf<'unknown'> & { kind: string };

export type Block =
  | ParagraphBlock
  | HeadingBlock
  | QuoteBlock
  | ListBlock
  | FigureBlock
  | GalleryBlock
  | TableBlock
  | CodeBlock
  | NoteBlock
  | FootnotesBlock
  | EmbedBlock
  | DividerBlock
  | UnknownBlock;

export type BlockType = Block['type'];

export interface Version {
  slug: string;
  /** The genre, in a word or two: “Explainer”. */
  kicker?: string;
  headline: string;
  standfirst: string;
  /** Ids of authors in site.json. */
  authors: string[];
  imageAlt?: string;
  imageCaption?: string;
  /** When this version was changed and the others were not. */
  dateModified?: string;
  body: Block[];
}

export interface Article {
  id: string;
  section: string;
  tags: string[];
  /** RFC 3339 with a time zone. */
  datePublished: string;
  dateModified?: string;
  originalLanguage: Language;
  image?: Image;
  related?: string[];
  versions: Partial<Record<Language, Version>>;
}

/** What a list says of a version. */
export interface VersionSummary {
  slug: string;
  kicker?: string;
  headline: string;
  standfirst: string;
  /** Ids of authors in site.json; lists published before this was told have none. */
  authors?: string[];
  imageAlt?: string;
  dateModified?: string;
  wordCount: number;
}

/** What a list says of an article. Made by the build, never written by hand. */
export interface Summary {
  id: string;
  /** Of the article file: `articles/ID.json?v=HASH` never changes. */
  hash: string;
  section: string;
  tags: string[];
  datePublished: string;
  dateModified?: string;
  originalLanguage: Language;
  image?: Image;
  versions: Partial<Record<Language, VersionSummary>>;
  /** Published comments, where there are any. */
  comments?: { count: number; hash: string };
}

/** A section of the site; sections form a tree. */
export interface Section {
  id: string;
  slug: Localized;
  name: Localized;
  description?: Localized;
  sections?: Section[];
}

export interface Tag {
  id: string;
  slug: Localized;
  name: Localized;
}

export interface Author {
  id: string;
  name: Localized;
}

export interface Site {
  name: Localized;
  description: Localized;
  defaultLanguage: Language;
  /** Where the site stands, without its path: `https://news.example`. No app needs it. */
  origin?: string;
  /** IANA name of the zone in which dates are shown; `UTC` where the edition names none. */
  timeZone: string;
  /** Decides how text is set, and nothing else. */
  locales?: Locales;
  /** Id of the article that leads the front page; the newest leads where none is named. */
  lead?: string;
  sections: Section[];
  tags: Tag[];
  authors: Author[];
}

/** `front.json`: the lead story, then the newest of each top-level section. */
export interface FrontPage {
  lead?: Summary;
  sections: { id: string; articles: Summary[] }[];
}

/** One page of a list, newest first. `next` is the address of the following page. */
export interface ListPage {
  articles: Summary[];
  next?: string;
}

/** `addresses/SLUG-OR-ID.json`: what stands at an address, and what to read after it. */
export interface Address {
  article: Summary;
  related: Summary[];
}

/** A comment published with the edition. Plain text: a blank line parts paragraphs. */
export interface Comment {
  id: string;
  parent?: string;
  author: string;
  date: string;
  language: Language;
  text: string;
}
