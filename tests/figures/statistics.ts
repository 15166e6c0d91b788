/** What is made of the times that pages note. All in ms. */

export interface Span {
  start: number;
  end: number;
}

/** The middle one; of an even number the upper of the two. NaN when there are none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The value that a share of them, from 0 to 1, does not exceed. NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

/** From here on a task keeps a reader waiting: https://web.dev/articles/tbt */
const blockingAfterMs = 50;

/**
 * Total blocking time: of each task, what lies after its first 50 ms and between `from` and `to`.
 */
export function totalBlockingMs(tasks: readonly Span[], from: number, to: number): number {
  return tasks.reduce((total, { start, end }) => {
    const blocking = Math.min(end, to) - Math.max(start + blockingAfterMs, from);
    return total + Math.max(0, blocking);
  }, 0);
}

/** The first moment, from `ready` on, at which no long task runs. */
export function firstFreeMoment(ready: number, tasks: readonly Span[]): number {
  const inOrder = [...tasks].sort((a, b) => a.start - b.start);
  return inOrder.reduce(
    (moment, { start, end }) => (start <= moment && moment < end ? end : moment),
    ready,
  );
}
