import type { Result } from 'lighthouse';
import { expect, test } from 'vitest';
import { categories, findingsOf, scoresOf, whyUnaudited } from '../../figures/lighthouse-report.ts';

const contrast = {
  id: 'color-contrast',
  title: 'Colours lack contrast',
  description: 'Hard to read.',
  score: 0,
  scoreDisplayMode: 'binary',
  details: {
    type: 'table',
    items: [{ node: { type: 'node', selector: 'p.meta', snippet: '<p class="meta">' } }],
  },
};
const passed = { ...contrast, id: 'html-has-lang', title: 'Has a language', score: 1 };
const unasked = { ...contrast, id: 'video', title: 'Videos', scoreDisplayMode: 'notApplicable' };

/** As much of a result as matters here. */
function resultWith(performance: number | null, audits: object[] = []): Result {
  const refs = audits.map((audit) => ({ ...audit, weight: 1 }));
  const byName = categories.map((name) => {
    const score = name === 'performance' ? performance : 0.5;
    return [name, { score, auditRefs: name === 'accessibility' ? refs : [] }];
  });
  return {
    categories: Object.fromEntries(byName),
    audits: Object.fromEntries(
      refs.map((audit) => [(audit as unknown as { id: string }).id, audit]),
    ),
  } as unknown as Result;
}

test('each score is the median of the runs, in hundredths', () => {
  expect(scoresOf([resultWith(0.7), resultWith(1), resultWith(0.98)])).toEqual([98, 50, 50, 50]);
});

test('what was found wanting is told with its explanation and its element; what passed is not', () => {
  const lines = findingsOf([resultWith(0.9, [contrast, passed, unasked])]);
  expect(lines).toEqual([
    '  performance: 90',
    '  accessibility: 50',
    '    ✗ Colours lack contrast (color-contrast: 0)',
    '      Hard to read.',
    '      · p.meta  <p class="meta">',
    '  best-practices: 50',
    '  seo: 50',
  ]);
});

test('a page without one of the scores was not audited', () => {
  expect(whyUnaudited(resultWith(0.9))).toBeUndefined();
  expect(whyUnaudited(resultWith(null))).toContain('no score for performance');
  const failed = { ...resultWith(null), runtimeError: { code: 'NO_FCP', message: 'No paint' } };
  expect(whyUnaudited(failed as Result)).toBe('No paint');
});
