/**
 * Checks JSON against a JSON Schema, as far as the article format’s schema goes. A keyword it does
 * not know is an error rather than a rule that is never applied.
 */

type Schema = Record<string, unknown>;

/** Words about a schema, which forbid nothing. */
const notes = new Set(['$schema', '$defs', '$id', 'title', 'description']);

/** Where a value breaks the schema: a path for each place, none when it satisfies it. */
export function schemaFaults(root: object, value: unknown): string[] {
  const rootSchema = root as Schema;
  const check = (schema: Schema, at: string, input: unknown): string[] =>
    Object.entries(schema).flatMap(([keyword, rule]) => {
      if (notes.has(keyword)) return [];
      const rules = keywords[keyword];
      if (!rules) throw new Error(`The schema has a keyword that this does not know: ${keyword}`);
      return rules(rule, input, at, schema);
    });

  const fault = (isSound: boolean, at: string) => (isSound ? [] : [at]);
  const keywords: Record<string, (rule: unknown, ...rest: [unknown, string, Schema]) => string[]> =
    {
      $ref: (rule, input, at) => check(definition(rootSchema, rule as string), at, input),
      type: (rule, input, at) => fault(isOfType(input, rule as string), at),
      const: (rule, input, at) => fault(input === rule, at),
      enum: (rule, input, at) => fault((rule as unknown[]).includes(input), at),
      pattern: (rule, input, at) =>
        fault(typeof input !== 'string' || new RegExp(rule as string, 'u').test(input), at),
      maxLength: (rule, input, at) =>
        fault(typeof input !== 'string' || [...input].length <= (rule as number), at),
      minimum: (rule, input, at) =>
        fault(typeof input !== 'number' || input >= (rule as number), at),
      maximum: (rule, input, at) =>
        fault(typeof input !== 'number' || input <= (rule as number), at),
      minItems: (rule, input, at) =>
        fault(!Array.isArray(input) || input.length >= (rule as number), at),
      items: (rule, input, at) =>
        Array.isArray(input)
          ? input.flatMap((item, index) => check(rule as Schema, `${at}[${index}]`, item))
          : [],
      required: (rule, input, at) =>
        isRecord(input)
          ? (rule as string[])
              .filter((key) => !Object.hasOwn(input, key))
              .map((key) => `${at}.${key}`)
          : [],
      properties: (rule, input, at) =>
        isRecord(input)
          ? Object.entries(rule as Record<string, Schema>).flatMap(([key, schema]) =>
              Object.hasOwn(input, key) ? check(schema, `${at}.${key}`, input[key]) : [],
            )
          : [],
      anyOf: (rule, input, at) =>
        fault(
          (rule as Schema[]).some((schema) => check(schema, at, input).length === 0),
          at,
        ),
    };
  const paths = check(rootSchema, '', value).map((path) => path.replace(/^\./, ''));
  return [...new Set(paths)];
}

function definition(root: Schema, reference: string): Schema {
  const name = reference.replace('#/$defs/', '');
  const found = (root['$defs'] as Record<string, Schema> | undefined)?.[name];
  if (!found) throw new Error(`The schema refers to what it does not define: ${reference}`);
  return found;
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'object') return isRecord(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'null') return value === null;
  return typeof value === type;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
