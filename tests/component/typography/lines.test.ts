/** The whole demo edition in French, in each typeface: where do its lines end? */
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { bringTypefaces, useTypefaces } from '../../../src/app/typefaces.ts';
import type { Article, Comment, Site } from '../../../src/content/model.ts';
import { parseArticle } from '../../../src/content/parse.ts';
import { summaryOf } from '../../../src/content/summary.ts';
import { setText } from '../../../src/content/typography/set-text.ts';
import LeadTeaser from '../../../src/edition/LeadTeaser.svelte';
import Teaser from '../../../src/edition/Teaser.svelte';
import { startI18n } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { rareBlocks } from '../../../src/reader/rare-blocks.ts';
import '../../../src/ui/fonts.css';
import { signsIn, strandedOf } from '../../support/line-ends.ts';
import { openTab, show } from '../../support/stage.ts';
import { openTab as openCommentsTab, showThread, tides } from '../comments/support.ts';

const names = Object.keys(import.meta.glob('../../../public/content/**/*.json'));

/** The files of the edition as a plain editor has them: with the one space that is on a key. */
async function filesIn(part: string): Promise<unknown[]> {
  const files = names.filter((name) => name.includes(part));
  return Promise.all(
    files.map(async (name) => {
      const response = await fetch(name.replace(/^.*\/public/, ''));
      return JSON.parse((await response.text()).replace(/[\u00a0\u2009\u202f]/g, ' ')) as unknown;
    }),
  );
}

const widths = Array.from({ length: 32 }, (_, index) => 280 + 20 * index);

beforeEach(() => startI18n('fr'));
afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['typefaces'];
});

/** Every text of the edition on one page: articles, what lists say of them, comments. */
async function showEdition() {
  await rareBlocks.load();
  const [site] = (await filesIn('/site.json')) as [Site];
  const articles = (await filesIn('/articles/')).map((file) => parseArticle('a.json', file));
  const tab = openTab();
  const contexts = { contexts: { ...tab.contexts, site: setText(site) } };
  for (const article of articles.filter(({ versions }) => versions.fr)) {
    const set = setText<Article>(article);
    await show(ArticleView, { article: set }, contexts);
    await show(Teaser, { summary: summaryOf(set, 'h') }, contexts);
    await show(LeadTeaser, { summary: summaryOf(set, 'h') }, contexts);
  }
  for (const file of (await filesIn('/comments/')) as { comments: Comment[] }[]) {
    const before = document.querySelectorAll('[id^=comment-]').length;
    await showThread(openCommentsTab(), tides, file);
    await expect
      .poll(() => document.querySelectorAll('[id^=comment-]').length)
      .toBe(before + file.comments.length);
  }
}

const typefaces = {
  'the fonts of the system': async () => {},
  'Literata and Source Sans': async () => {
    await bringTypefaces();
    await document.fonts.load("italic 1em 'Literata'");
    useTypefaces();
  },
};

test.each(Object.entries(typefaces))(
  'no line begins with ? ! : ; » or ends with «, in %s',
  async (_, use) => {
    await use();
    await showEdition();
    const { innerWidth, innerHeight } = window;
    onTestFinished(() => page.viewport(innerWidth, innerHeight));
    const signs = signsIn(document.body);
    expect(signs.length).toBeGreaterThan(280);
    for (const width of widths) {
      await page.viewport(width, innerHeight);
      await tick();
      expect(window.innerWidth).toBe(width);
      expect(strandedOf(signs), `at ${width} px`).toEqual([]);
    }
  },
  120_000,
);
