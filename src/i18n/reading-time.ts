import { t } from './messages.ts';

/** « 6 à 8 min », or one number where both ends are the same. Whole minutes. */
export function readingTimeText({ from, to }: { from: number; to: number }): string {
  if (from === to) return t('article.readingTime', { minutes: from });
  return t('article.readingTimeRange', { min: from, max: to });
}
