import { languages, type Language } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

/** The page’s own words, for when there are none of the app. */
const words: Record<Language, string> = {
  fr: 'Le site n’a pas pu être chargé. Réessayer',
  en: 'The site could not be loaded. Try again',
};

for (const language of languages) {
  test.describe(`without the app, in ${language}`, () => {
    test.beforeEach(({ host, witness }) => {
      witness.expectFailedRequests();
      host.fail(/\/assets\/.*\.js$/);
    });

    test('what only the app can show says so, and leads to another try', async ({ page, host }) => {
      await page.goto(`${language}/${language === 'fr' ? 'gardes' : 'saved'}.html`);
      const said = page.locator(`#failed [lang=${language}]`);
      await expect(said).toHaveText(words[language]);
      await expect(said).toBeVisible();
      host.fail(undefined);
      await page.goto(`${language}/article/${bilingual}`);
      await new Reader(page, language).seesArticle(bilingual);
    });

    test('a page that a host gives for every address does not pass for the right one', async ({
      page,
    }) => {
      // On this host 404.html answers, which comes drawn.
      const reader = new Reader(page, language);
      await reader.open(`article/${bilingual}`);
      await expect(page.locator(`#failed [lang=${language}]`)).toBeVisible();
      await expect(reader.text('states.notFound')).not.toBeVisible();
    });

    test.describe('where pages are found', () => {
      test.use({ findsPages: true });

      test('an article is read as without scripts', async ({ page }) => {
        const reader = new Reader(page, language);
        await reader.openArticle(bilingual);
        await reader.seesArticle(bilingual);
        await expect(page.getByRole('button')).toHaveCount(0);
        await expect(page.locator('#failed')).not.toBeVisible();
      });
    });
  });
}
