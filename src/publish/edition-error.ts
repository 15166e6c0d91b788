/** Everything that is wrong with an edition: a line for each fault, with its file and path. */
export class EditionError extends Error {
  readonly faults: readonly string[];

  constructor(folder: string, faults: readonly string[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(
      `The edition in ${folder} has ${count}:\n${faults.map((line) => `  ${line}`).join('\n')}`,
    );
    this.name = 'EditionError';
    this.faults = faults;
  }
}
