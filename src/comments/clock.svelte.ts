import { createSubscriber } from 'svelte/reactivity';

const stepMs = 60_000;

/** One clock for all, which runs while something on the screen follows it. */
const follow = createSubscriber((update) => {
  const clock = setInterval(update, stepMs);
  return () => clearInterval(clock);
});

/** The time, in ms. In a template “3 minutes ago” stays true by it while one reads. */
export function now(): number {
  follow();
  return Date.now();
}
