import * as v from 'valibot';
import type { Block, NestedList } from '../model.ts';
import { inlines } from './inline.ts';
import { credit, imageSource, pixels, slug, text, webAddress } from './primitives.ts';

const variant = v.object({ src: imageSource, width: pixels });

export const image = v.object({
  src: imageSource,
  width: pixels,
  height: pixels,
  variants: v.optional(v.array(variant)),
  credit: v.optional(credit),
});

const picture = { image, alt: v.string(), caption: v.optional(inlines) };

const listParts = {
  ordered: v.optional(v.boolean()),
  items: v.pipe(
    v.array(
      v.object({
        text: inlines,
        list: v.optional(v.lazy((): v.GenericSchema<unknown, NestedList> => nestedList)),
      }),
    ),
    v.minLength(1, 'expected at least one item'),
  ),
};

const nestedList: v.GenericSchema<unknown, NestedList> = v.object(listParts);

function block<Type extends string, Parts extends v.ObjectEntries>(type: Type, parts: Parts) {
  return v.object({ id: slug, type: v.literal(type), ...parts });
}

const knownBlocks = {
  paragraph: block('paragraph', { text: inlines }),
  heading: block('heading', { level: v.picklist([2, 3, 4]), text: inlines }),
  quote: block('quote', { text: inlines, cite: v.optional(inlines) }),
  list: block('list', listParts),
  figure: block('figure', picture),
  gallery: block('gallery', {
    images: v.pipe(v.array(v.object(picture)), v.minLength(1, 'expected at least one picture')),
    caption: v.optional(inlines),
  }),
  table: v.pipe(
    block('table', {
      caption: v.optional(inlines),
      head: v.optional(v.array(inlines)),
      rows: v.pipe(v.array(v.array(inlines)), v.minLength(1, 'expected at least one row')),
      rowHeaders: v.optional(v.boolean()),
      align: v.optional(v.array(v.picklist(['start', 'center', 'end']))),
    }),
    v.check((table) => isRectangular(table), 'expected rows of equal length'),
  ),
  code: block('code', {
    language: v.optional(text),
    code: v.string(),
    caption: v.optional(inlines),
  }),
  note: block('note', {
    title: v.optional(inlines),
    blocks: v.lazy((): v.GenericSchema<unknown, Block[]> => blocks),
  }),
  footnotes: block('footnotes', {
    notes: v.array(v.object({ id: slug, text: inlines })),
  }),
  embed: block('embed', {
    url: webAddress,
    title: text,
    site: v.optional(text),
    description: v.optional(text),
  }),
  divider: block('divider', {}),
};

/** A type of a later format: kept as a gap with a name, so that the rest can be read. */
const unknownBlock = v.pipe(
  v.object({ id: slug, type: text }),
  v.transform(({ id, type }) => ({ id, type: 'unknown' as const, kind: type })),
);

type BlockSchema = v.GenericSchema<unknown, Block>;

/** Every known form at once: what the published JSON Schema shows. */
export const anyKnownBlock: BlockSchema = v.union(Object.values(knownBlocks));

/** Blocks in reading order. */
export const blocks: v.GenericSchema<unknown, Block[]> = v.array(v.lazy(schemaOfBlock));

function schemaOfBlock(input: unknown): BlockSchema {
  if (input === undefined) return anyKnownBlock;
  const type: unknown =
    typeof input === 'object' && input !== null && 'type' in input && input.type;
  if (typeof type === 'string' && Object.hasOwn(knownBlocks, type)) {
    return knownBlocks[type as keyof typeof knownBlocks];
  }
  return unknownBlock;
}

function isRectangular(table: { head?: unknown[]; rows: unknown[][]; align?: unknown[] }): boolean {
  const width = table.head?.length ?? table.rows[0]?.length;
  const lengths = [...table.rows.map((row) => row.length), table.align?.length ?? width];
  return lengths.every((length) => length === width);
}
