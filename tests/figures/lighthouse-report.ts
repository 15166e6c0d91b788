/** What is told of Lighthouse’s results. */
import type { Result } from 'lighthouse';
import { median } from './statistics.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Audit = Result['audits'][string];

/** Undefined when all categories have a score. */
export function whyUnaudited(result: Result): string | undefined {
  if (result.runtimeError) return result.runtimeError.message;
  const without = categories.filter((name) => typeof result.categories[name]?.score !== 'number');
  if (without.length === 0) return undefined;
  const broken = Object.values(result.audits).filter((audit) => audit.errorMessage);
  return `no score for ${without.join(', ')}; ${broken.map(wordsOfError).join('; ')}`;
}

/** In hundredths, in the order of the categories, each the median of the runs. */
export function scoresOf(results: readonly Result[]): number[] {
  return categories.map((name) =>
    median(results.map((result) => Math.round((result.categories[name]?.score ?? NaN) * 100))),
  );
}

/**
 * Lines about every audit that was not passed in the run of median performance, by category: its
 * title, what Lighthouse explains, and the elements, addresses and messages concerned.
 */
export function findingsOf(results: readonly Result[]): string[] {
  const inOrder = [...results].sort((a, b) => performanceOf(a) - performanceOf(b));
  const result = inOrder[Math.floor(inOrder.length / 2)];
  if (!result) return [];
  return categories.flatMap((name) => {
    const refs = result.categories[name]?.auditRefs ?? [];
    const found = refs.flatMap(({ id, weight }) => {
      const audit = result.audits[id];
      return audit && isWanting(audit) ? [{ audit, weight }] : [];
    });
    const counting = found.filter(({ weight }) => weight > 0);
    const hints = found.filter(({ weight }) => weight === 0);
    return [
      `  ${name}: ${Math.round((result.categories[name]?.score ?? NaN) * 100)}`,
      ...counting.flatMap(({ audit }) => linesOf(audit)),
      ...(hints.length > 0 ? ['    without weight in the score:'] : []),
      ...hints.flatMap(({ audit }) => linesOf(audit)),
    ];
  });
}

function performanceOf(result: Result): number {
  return result.categories['performance']?.score ?? 0;
}

function isWanting({ score, scoreDisplayMode }: Audit): boolean {
  if (scoreDisplayMode === 'error') return true;
  const isJudged = ['binary', 'numeric', 'metricSavings'].includes(scoreDisplayMode);
  return isJudged && score !== null && score < 1;
}

function linesOf(audit: Audit): string[] {
  const { title, score, displayValue, description, explanation } = audit;
  const value = displayValue ? `, ${displayValue}` : '';
  const said = audit.errorMessage ? wordsOfError(audit) : (explanation ?? description);
  return [
    `    ✗ ${title} (${audit.id}: ${score ?? 'error'}${value})`,
    `      ${said.replace(/\s+/g, ' ')}`,
    ...concerned(audit.details).map((line) => `      · ${line}`),
  ];
}

function wordsOfError({ id, errorMessage }: Audit): string {
  return `${id}: ${errorMessage}`;
}

/** More of them say nothing new. */
const mostConcerned = 12;

/** The elements, addresses and messages anywhere in an audit’s details, each once. */
function concerned(details: unknown): string[] {
  const lines = new Set<string>();
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    const { type, selector, snippet, explanation, url, description, reason } = value as Record<
      string,
      unknown
    >;
    if (type === 'debugdata' || type === 'screenshot') return;
    if (type === 'node')
      lines.add([selector, snippet, explanation].filter(isText).map(flat).join('  '));
    else if (isText(url)) lines.add([url, description, reason].filter(isText).map(flat).join('  '));
    else if (isText(description)) lines.add(flat(description));
    else if (isText(reason)) lines.add(flat(reason));
    for (const inner of Object.values(value)) look(inner);
  };
  look(details);
  const all = [...lines];
  const rest = all.length - mostConcerned;
  return rest > 0 ? [...all.slice(0, mostConcerned), `and ${rest} more`] : all;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, 160);
}
