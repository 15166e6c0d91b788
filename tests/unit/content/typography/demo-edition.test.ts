/** The demo edition is set with care: there is nothing to repair, and what is broken is mended. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eachBlock, inlineRuns } from '../../../../src/content/blocks.ts';
import type { Article, Inline, Version } from '../../../../src/content/model.ts';
import { repairRuns } from '../../../../src/content/typography/repair.ts';
import { runsOfInlines, withTexts, type Run } from '../../../../src/content/typography/runs.ts';
import { setSpacesOfRuns } from '../../../../src/content/typography/spaces.ts';
import { demoFolder } from '../../../support/sites.ts';

/** The languages that have rules. */
const languages = ['fr', 'en'] as const;
type Ruled = (typeof languages)[number];

const paragraphs = { fr: paragraphsIn('fr'), en: paragraphsIn('en') };

function paragraphsIn(language: Ruled): Inline[][] {
  const folder = join(demoFolder, 'articles');
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Article)
    .flatMap(({ versions }) => paragraphsOf(versions[language]));
}

function paragraphsOf(version: Version | undefined): Inline[][] {
  if (!version) return [];
  const { kicker = '', headline, standfirst, imageAlt = '', imageCaption = '', body } = version;
  const blocks = [...eachBlock(body)];
  const inBlocks = blocks.flatMap((block) => (block.type === 'figure' ? [[block.alt]] : []));
  return [
    ...[kicker, headline, standfirst, imageAlt, imageCaption].map((text) => [text]),
    ...inBlocks,
    ...blocks.flatMap(inlineRuns),
  ].filter((inlines) => inlines.length > 0);
}

/** What a plain editor makes of it: straight marks, and no space that it does not have on a key. */
const broken: Record<Ruled, (text: string) => string> = {
  fr: (text) =>
    text
      .replace(/’/g, "'")
      .replace(/«[\u00a0\u202f]|[\u00a0\u202f]»/g, '"')
      .replace(/[\u00a0\u202f](?=[;:!?](?:\s|$))/g, '')
      .replace(/(?<=\p{L}) — (?=\p{L})/gu, ' - ')
      .replace(/ /g, '  '),
  en: (text) => text.replace(/[’‘]/g, "'").replace(/[“”]/g, '"').replace(/ /g, '  '),
};

const breakRuns = (runs: readonly Run[], language: Ruled) =>
  runs.map((run) => (run.isVerbatim ? run : { ...run, text: broken[language](run.text) }));

describe.each(languages)('%s', (language) => {
  test('there is text to look at', () => {
    expect(paragraphs[language].length).toBeGreaterThan(300);
  });

  test('nothing is found to repair', () => {
    const repairs = paragraphs[language].flatMap(
      (inlines) => repairRuns(runsOfInlines(inlines), language).repairs,
    );
    expect(repairs).toEqual([]);
  });

  test('set twice it is as set once, mark by mark', () => {
    for (const inlines of paragraphs[language]) {
      const once = withTexts(inlines, setSpacesOfRuns(runsOfInlines(inlines), language));
      expect(runsOfInlines(once)).toHaveLength(runsOfInlines(inlines).length);
      const twice = withTexts(once, setSpacesOfRuns(runsOfInlines(once), language));
      expect(twice).toEqual(once);
    }
  });

  test('broken by a plain editor, it is repaired to what it was', () => {
    for (const inlines of paragraphs[language]) {
      const runs = runsOfInlines(inlines);
      const repaired = repairRuns(breakRuns(runs, language), language).texts;
      const asSet = (texts: readonly string[]) =>
        setSpacesOfRuns(
          runs.map((run, index) => ({ ...run, text: texts[index] ?? '' })),
          language,
        ).join('|');
      expect(asSet(repaired)).toBe(asSet(runs.map(({ text }) => text)));
    }
  });
});
