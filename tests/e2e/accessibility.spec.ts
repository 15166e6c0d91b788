import { AxeBuilder } from '@axe-core/playwright';
import { languages, type Language } from '../../src/content/language.ts';
import { bilingual, only } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

const themes = ['light', 'dark'] as const;

/** Below the language; an article by its id. */
const pages: Record<Language, string[]> = {
  fr: [
    '',
    'derniers-articles',
    'rubriques',
    'rubrique/actualite',
    'sujet/histoire',
    'reglages',
    'rien',
  ],
  en: ['', 'latest', 'sections', 'section/news', 'topic/history', 'settings', 'nothing'],
};
const kept: Record<Language, { saved: string; comments: string }> = {
  fr: { saved: 'gardes', comments: 'mes-commentaires' },
  en: { saved: 'saved', comments: 'my-comments' },
};

async function findsNothing(page: Page): Promise<void> {
  // Transitions under way have colours of their own.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const axe = new AxeBuilder({ page });
  // Another theme is other colours and nothing else.
  const theme = await page.locator('html').getAttribute('data-theme');
  if (theme !== 'light') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
  expect(serious, `at ${page.url()}`).toEqual([]);
}

for (const language of languages) {
  for (const theme of themes) {
    test.describe(`axe finds nothing serious, ${language}, ${theme}`, () => {
      // On the page alone: axe has one of its own, without storage.
      test.beforeEach(({ page }) =>
        page.addInitScript((name) => {
          localStorage.setItem('liseuse.settings', JSON.stringify({ theme: name }));
        }, theme),
      );

      test('on the pages of the edition', async ({ page }) => {
        const reader = new Reader(page, language);
        for (const path of pages[language]) {
          await reader.open(path);
          await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
          await expect(reader.heading).toBeVisible();
          await expect(page.getByText(reader.words('states.loading'))).toHaveCount(0);
          await findsNothing(page);
        }
      });

      test('on an article, its comments, a form, the settings', async ({ page }) => {
        const reader = new Reader(page, language);
        await reader.openArticle(bilingual);
        await reader.save();
        await reader.button('comments.write').click();
        await page.getByRole('textbox', { name: reader.words('comments.text') }).fill('Axe');
        await findsNothing(page);
        await reader.button('comments.send').click();
        await expect(reader.text('comments.onlyHere').first()).toBeVisible();
        await findsNothing(page);
        await reader.button('nav.reading').click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await findsNothing(page);

        for (const path of Object.values(kept[language])) {
          await reader.open(path);
          await expect(reader.linkTo(bilingual)).toBeVisible();
          await findsNothing(page);
        }
      });

      test('on articles with other blocks, and where nothing is kept', async ({ page }) => {
        const reader = new Reader(page, language);
        for (const id of ['two-tides-a-day', 'inflation-basket', 'counting-seats']) {
          await reader.openArticle(id);
          await findsNothing(page);
        }
        for (const id of Object.values(only)) {
          await reader.open(`article/${id}`);
          await expect(page.getByRole('article').first()).toBeVisible();
          await findsNothing(page);
        }
        for (const path of Object.values(kept[language])) {
          await reader.open(path);
          await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toBeVisible();
          await findsNothing(page);
        }
      });
    });
  }
}
