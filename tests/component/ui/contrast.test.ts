import { describe, expect, test } from 'vitest';
import { themes } from '../../../src/settings/settings.svelte.ts';
import { coloursOf, contrast, contrasts, tokens } from '../../support/contrast.ts';

describe.each(themes)('in the theme %s', (theme) => {
  test.each(contrasts(coloursOf(theme, tokens)))(
    '$use.what stands out from $on',
    ({ ratio, use }) => {
      expect(ratio).toBeGreaterThanOrEqual(use.atLeast);
    },
  );
});

test('a ratio is that of the guidelines', () => {
  expect(contrast('rgb(0, 0, 0)', 'rgb(255, 255, 255)')).toBeCloseTo(21);
  expect(contrast('rgb(255, 255, 255)', 'rgb(118, 118, 118)')).toBeCloseTo(4.54, 2);
  expect(contrast('rgb(255, 0, 0)', 'rgb(255, 255, 255)')).toBeCloseTo(4, 1);
  expect(() => contrast('rgba(0, 0, 0, 0.5)', 'rgb(0, 0, 0)')).toThrow('Not an opaque colour');
});
