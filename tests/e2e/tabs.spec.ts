import { languages } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { CommentThread } from '../support/thread.ts';

/** A reload would hide whether the tab itself has heard. */
async function forbidReload(page: Page): Promise<void> {
  await page.evaluate(() => (document.body.dataset['sameDocument'] = 'yes'));
}

async function isSameDocument(page: Page): Promise<void> {
  await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes');
}

for (const language of languages) {
  test.describe(language, () => {
    test('another tab sees a save, and its end, at once', async ({ page, context }) => {
      const here = new Reader(page, language);
      const there = new Reader(await context.newPage(), language);
      const list = new Reader(await context.newPage(), language);
      await here.openArticle(bilingual);
      await there.openArticle(bilingual);
      await list.open(language === 'fr' ? 'gardes' : 'saved');
      await expect(list.text('savedList.empty')).toBeVisible();
      await forbidReload(there.page);
      await forbidReload(list.page);

      await here.save();
      await expect(there.saveButton).toHaveAttribute('aria-pressed', 'true');
      await expect(list.linkTo(bilingual)).toBeVisible();
      await there.saveButton.click();
      await expect(here.saveButton).toHaveAttribute('aria-pressed', 'false');
      await expect(list.text('savedList.empty')).toBeVisible();
      await isSameDocument(there.page);
      await isSameDocument(list.page);
    });

    test('another tab sees a comment, its change and its end at once', async ({
      page,
      context,
    }) => {
      const here = new Reader(page, language);
      const there = new Reader(await context.newPage(), language);
      const mine = new Reader(await context.newPage(), language);
      const written = new CommentThread(here);
      const seen = new CommentThread(there);
      await here.openArticle(bilingual);
      await there.openArticle(bilingual);
      await mine.open(language === 'fr' ? 'mes-commentaires' : 'my-comments');
      await expect(mine.text('myComments.empty')).toBeVisible();
      await forbidReload(there.page);
      await forbidReload(mine.page);

      await written.write('D’un onglet à l’autre');
      await expect(seen.saying('D’un onglet à l’autre')).toBeVisible();
      await expect(mine.page.getByRole('article')).toContainText('D’un onglet à l’autre');
      await written
        .saying('D’un onglet')
        .getByRole('button', { name: here.words('comments.delete') })
        .click();
      await expect(seen.saying('D’un onglet')).toHaveCount(0);
      await expect(mine.text('myComments.empty')).toBeVisible();
      await isSameDocument(there.page);
      await isSameDocument(mine.page);
    });

    test('another tab sees a change of language at once', async ({ page, context }) => {
      const here = new Reader(page, language);
      const there = new Reader(await context.newPage(), language);
      await here.open();
      await there.openArticle(bilingual);
      await forbidReload(there.page);

      await here.switchLanguage();
      there.language = here.language;
      await there.seesArticle(bilingual);
      await expect(there.page.locator('html')).toHaveAttribute('lang', there.language);
      await isSameDocument(there.page);
    });

    test('another tab takes a change of theme at once', async ({ page, context }) => {
      const here = new Reader(page, language);
      const there = new Reader(await context.newPage(), language);
      await there.open();
      await here.open(language === 'fr' ? 'reglages' : 'settings');
      await page
        .getByRole('radio', { name: here.words('settings.theme.dark') })
        .check({ force: true });
      await expect(there.page.locator('html')).toHaveAttribute('data-theme', 'dark');
      await here.page.reload();
      await expect(here.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    });

    test('the browser’s own bars take the colour of the theme, and the system’s again', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      const theme = (name: 'sepia' | 'system') =>
        page.getByRole('radio', { name: reader.words(`settings.theme.${name}`) });
      const bars = () =>
        page
          .locator('meta[name=theme-color]')
          .evaluateAll((all) => all.map((bar) => bar.getAttribute('content')));
      await reader.open(language === 'fr' ? 'reglages' : 'settings');
      const bySystem = await bars();
      await theme('sepia').check({ force: true });
      await expect.poll(bars).toEqual(['#f3e7d0', '#f3e7d0']);
      await theme('system').check({ force: true });
      await expect.poll(bars).toEqual(bySystem);
      expect(new Set(bySystem).size).toBe(2);
    });
  });
}
