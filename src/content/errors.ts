export type ContentErrorKind = 'offline' | 'not-found' | 'server' | 'invalid' | 'newer-format';

/** Something wrong at one place of a file. */
export interface ContentIssue {
  /** As one would write it in code: `versions.fr.body[3].level`. Empty for the file as a whole. */
  path: string;
  expected: string;
}

/**
 * Content that could not be had or could not be read. `file` is relative to the edition's folder;
 * `issues` is filled for `invalid` only and names every fault found, not just the first.
 */
export class ContentError extends Error {
  readonly kind: ContentErrorKind;
  readonly file: string;
  readonly issues: readonly ContentIssue[];

  constructor(kind: ContentErrorKind, file: string, issues: readonly ContentIssue[] = []) {
    super(issues.length > 0 ? describeIssues(file, issues) : `${file}: ${kind}`);
    this.name = 'ContentError';
    this.kind = kind;
    this.file = file;
    this.issues = issues;
  }
}

function describeIssues(file: string, issues: readonly ContentIssue[]): string {
  return issues
    .map(({ path, expected }) => [file, path, expected].filter(Boolean).join(': '))
    .join('\n');
}
