/** A string in the text of a JSON file: where it stands in the document, and in the text. */
export interface JsonString {
  keys: (string | number)[];
  at: number;
  /** With its quotation marks, as it is written. */
  literal: string;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],]/g;

/** Every string that is a value, in the order of the text, which must be sound JSON. */
export function* jsonStrings(source: string): Generator<JsonString> {
  /** Of what is open: the index in a list; in an object the key, undefined until it is read. */
  const keys: (string | number | undefined)[] = [];
  for (const { 0: token, index: at } of source.matchAll(tokens)) {
    const key = keys.at(-1);
    if (token === '{') keys.push(undefined);
    else if (token === '[') keys.push(0);
    else if (token === '}' || token === ']') keys.pop();
    else if (token === ',')
      keys.push(typeof keys.pop() === 'number' ? (key as number) + 1 : undefined);
    else if (keys.length > 0 && key === undefined) keys.splice(-1, 1, JSON.parse(token) as string);
    else yield { keys: keys.filter((each) => each !== undefined), at, literal: token };
  }
}
