import { languages, otherLanguage } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { launchOptions } from '../support/launch.ts';
import { Reader } from '../support/reader.ts';

// As browsers do by themselves: the page that was left is brought back, not loaded again. They do so
// with pages that were found.
test.use({
  findsPages: true,
  launchOptions: { ...launchOptions(), ignoreDefaultArgs: ['--disable-back-forward-cache'] },
});

// Chromium makes up for what a page has missed meanwhile. Nothing says that browsers must.
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    addEventListener('storage', (event) => event.stopImmediatePropagation());
  }),
);

for (const language of languages) {
  test.describe(language, () => {
    /** Opens an article, and then a page that is another document, as after a link elsewhere. */
    async function leaves(page: Page, reader: Reader): Promise<void> {
      // Who comes to an article gets the front page ahead once the page has come to rest.
      const atRest = page.waitForRequest(/front\.json/);
      await reader.openArticle(bilingual);
      await atRest;
      await page.evaluate(() => (document.body.dataset['left'] = ''));
      await reader.open(language === 'fr' ? 'reglages' : 'settings');
    }

    async function goesBack(page: Page): Promise<void> {
      await page.evaluate(() => history.back());
      await expect(page.locator('body')).toHaveAttribute('data-left', '');
    }

    test('a page that was left takes what was chosen meanwhile, when one is back', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await leaves(page, reader);
      await page
        .getByRole('radio', { name: reader.words('settings.theme.dark') })
        .check({ force: true });
      await page.getByRole('radio', { name: '130' }).check({ force: true });
      await reader.switchLanguage();

      await goesBack(page);
      const root = page.locator('html');
      await expect(root).toHaveAttribute('data-theme', 'dark');
      await expect(root).toHaveAttribute('style', /--text-scale: 1\.3/);
      await expect(root).toHaveAttribute('lang', otherLanguage(language));
      await reader.seesArticle(bilingual);
    });

    test('a page that was left in another language than the chosen one stays in it', async ({
      page,
    }) => {
      await page.addInitScript((chosen) => {
        localStorage.setItem('liseuse.language', chosen);
      }, otherLanguage(language));
      const reader = new Reader(page, language);
      await leaves(page, reader);
      await page
        .getByRole('radio', { name: reader.words('settings.theme.dark') })
        .check({ force: true });

      await goesBack(page);
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await reader.seesArticle(bilingual);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });
  });
}
