import * as v from 'valibot';
import type { Inline, Mark } from '../model.ts';
import { href, languageTag, slug, text } from './primitives.ts';

type InlineSchema = v.GenericSchema<unknown, Inline>;
type MarkSchema = v.GenericSchema<unknown, Mark>;

/** Inline text: a list of strings and marks. */
export const inlines: v.GenericSchema<unknown, Inline[]> = v.array(v.lazy(schemaOfInline));

const marks = {
  em: v.object({ em: inlines }),
  strong: v.object({ strong: inlines }),
  sup: v.object({ sup: inlines }),
  sub: v.object({ sub: inlines }),
  link: v.object({ link: inlines, href }),
  code: v.object({ code: text }),
  abbr: v.object({ abbr: text, title: text }),
  foreign: v.object({ foreign: inlines, lang: languageTag }),
  footnote: v.object({ footnote: slug }),
} satisfies Record<string, MarkSchema>;

const names = Object.keys(marks) as (keyof typeof marks)[];

/** Every form at once: what the published JSON Schema shows. */
export const anyInline: InlineSchema = v.union(
  [v.string(), ...Object.values(marks)],
  `expected a string or one of the marks ${names.join(', ')}`,
);

/**
 * Picks the one schema that fits before checking, so that an error points into the mark instead of
 * saying that none of ten forms fitted.
 */
function schemaOfInline(input: unknown): InlineSchema {
  if (typeof input === 'string') return v.string();
  if (typeof input !== 'object' || input === null) return anyInline;
  const name = names.find((candidate) => Object.hasOwn(input, candidate));
  return name ? marks[name] : anyInline;
}
