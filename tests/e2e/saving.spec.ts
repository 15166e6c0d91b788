import { languages } from '../../src/content/language.ts';
import { bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { revised, siteFolder } from '../support/sites.ts';
import { countStored, setSpace } from '../support/stored.ts';

for (const language of languages) {
  test.describe(language, () => {
    test('save, find in the saved list and marked in the others, remove, undo', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');
      await reader.save();
      await expect(reader.text('saved.done')).toBeVisible();

      await reader.open();
      const teaser = page.getByRole('article').filter({ has: reader.linkTo(bilingual) });
      await expect(teaser.getByText(reader.words('saved.mark'), { exact: true })).toBeVisible();
      await reader.mainNavigation.getByRole('link', { name: reader.words('nav.saved') }).click();
      await expect(reader.heading).toHaveText(reader.words('saved.title'));
      await expect(reader.text('savedList.count', { count: 1 })).toBeVisible();
      await expect(reader.linkTo(bilingual)).toBeVisible();

      await reader.button('saved.remove').click();
      await expect(reader.text('savedList.empty')).toBeVisible();
      await reader.button('saved.undo').click();
      await expect(reader.linkTo(bilingual)).toBeVisible();
      await page.reload();
      await reader.linkTo(bilingual).click();
      await reader.seesArticle(bilingual);
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
    });

    test('unsave on the article itself, and undo it', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader.save();
      const stored = await countStored(page);
      expect(stored).toMatchObject({ saved: 1, savedBodies: 1, savedPictures: 3 });
      await reader.saveButton.click();
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');
      await expect(reader.text('saved.removed')).toBeVisible();
      expect(await countStored(page)).toMatchObject({ saved: 0, savedBodies: 0, savedPictures: 0 });
      await reader.button('saved.undo').click();
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
      expect(await countStored(page)).toEqual(stored);
    });

    test('the newest saved comes first, in either language', async ({ page }) => {
      const reader = new Reader(page, language);
      const inOrder = ['counting-seats', bilingual, 'ice-core-memory'];
      for (const id of inOrder) {
        await reader.openArticle(id);
        await reader.save();
      }
      await reader.open(language === 'fr' ? 'gardes' : 'saved');
      const headlines = () =>
        inOrder.toReversed().map((id) => demoVersion(id, reader.language).headline);
      const rows = page.getByRole('main').getByRole('heading', { level: 2 });
      await expect(rows).toHaveText(headlines());
      await reader.switchLanguage();
      await expect(rows).toHaveText(headlines());
    });

    test('a picture that cannot be had: nothing is stored, and it says why', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      host.fail(/images\/grid-layers/, 500);
      await reader.saveButton.click();
      const why = page.getByRole('status').filter({ hasText: reader.words('saved.failed') });
      await expect(why).toContainText(reader.words('errors.server'));
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');
      expect(await countStored(page)).toMatchObject({ saved: 0, savedBodies: 0, savedPictures: 0 });
      await page.reload();
      await reader.seesArticle(bilingual);
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');

      await reader.saveButton.click();
      await expect(why).toBeVisible();
      host.fail(undefined);
      await reader.button('states.retry').click();
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
    });

    test('a saved copy stays as it was; a newer text is offered, not forced', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const { headline } = demoVersion(revised.id, language);
      await reader.openArticle(revised.id);
      await reader.save();
      host.swapDir(siteFolder('next'));
      await expect(async () => {
        // The first look at the list finds the copy the worker has, and sends for the new one.
        await page.reload();
        await expect(reader.button('copy.showNewer')).toBeVisible({ timeout: 1000 });
      }).toPass();
      await expect(reader.heading).toHaveText(headline);
      await reader.button('copy.showNewer').click();
      await expect(reader.heading).toHaveText(headline + revised.ending);
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
    });
  });

  test.describe(`on a full disk, in ${language}`, () => {
    // The app itself is not to take up the little space there is.
    test.use({ serviceWorkers: 'block' });

    test('nothing is stored, and it says why', async ({ page, witness }) => {
      // A plain text names no icon, so the browser asks for the usual one.
      witness.expectFault(/favicon\.ico/);
      const reader = new Reader(page, language);
      await page.goto('robots.txt');
      // Room for the database and the text, but not for the pictures.
      await setSpace(page, 60_000);
      await reader.openArticle(bilingual);
      await reader.saveButton.click();
      const why = page.getByRole('status').filter({ hasText: reader.words('saved.failed') });
      await expect(why).toContainText(reader.words('storage.full'));
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');
      expect(await countStored(page)).toMatchObject({ saved: 0, savedBodies: 0, savedPictures: 0 });

      await setSpace(page, undefined);
      await reader.button('states.retry').click();
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
    });
  });
}
