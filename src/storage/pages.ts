interface Cursor<T> {
  readonly value: T;
  continue(): Promise<Cursor<T> | null>;
}

/** The values from a cursor on, at most `limit` of them, in its order. */
export async function takeValues<T>(start: Cursor<T> | null, limit: number): Promise<T[]> {
  const values: T[] = [];
  let cursor = start;
  while (cursor && values.length < limit) {
    values.push(cursor.value);
    // Not past the last one: a row that nobody asked for costs a trip too.
    cursor = values.length < limit ? await cursor.continue() : null;
  }
  return values;
}

/** The range of an index on [time, id] that lies before a row, or all of it. */
export function rangeBefore(row: [number, string] | undefined): IDBKeyRange | undefined {
  return row && IDBKeyRange.upperBound(row, true);
}

/** The range of all array keys that begin with a string: an array sorts after every string. */
export function rangeOf(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []]);
}
