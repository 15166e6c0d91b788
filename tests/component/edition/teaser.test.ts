import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import Teaser from '../../../src/edition/Teaser.svelte';
import { startI18n } from '../../../src/i18n/messages.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));

test.each([5, 6, 9])('a headline of %i words leaves none alone on its last line', async (count) => {
  const file = articleFile('tides');
  const headline = Array.from({ length: count }, () => 'harbour').join(' ');
  const en = { ...file.versions.en!, headline };
  const summary = new FakeSite().publish({ ...file, versions: { ...file.versions, en } });
  await show(Teaser, { summary });
  const link = page.getByRole('link', { name: headline }).element();
  const widths = [...link.getClientRects()].map(({ width }) => width);
  expect(widths.length).toBeGreaterThan(1);
  // Set evenly: no line is shorter than another by more than one word.
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(Math.max(...widths) / 2);
});
