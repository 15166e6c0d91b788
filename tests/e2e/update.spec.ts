import { languages } from '../../src/content/language.ts';
import { bilingual, demoSite } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { nextDescription, siteFolder } from '../support/sites.ts';

/** How often the app has started in a tab. */
async function countLoads(page: Page): Promise<void> {
  await page.addInitScript(() => {
    sessionStorage.setItem('loads', String(Number(sessionStorage.getItem('loads') ?? 0) + 1));
  });
}

function loads(page: Page): Promise<number> {
  return page.evaluate(() => Number(sessionStorage.getItem('loads')));
}

for (const language of languages) {
  test.describe(language, () => {
    test('a new version is offered, waits for a word, then comes with one reload and keeps the draft', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const footer = page.getByRole('contentinfo');
      await countLoads(page);
      await reader.openArticle(bilingual);
      await reader.isReadyForOffline();

      host.swapDir(siteFolder('next'));
      await page.reload();
      await expect(reader.text('update.offered')).toBeVisible();
      await page.reload();
      await expect(reader.text('update.offered')).toBeVisible();
      await expect(footer).toContainText(demoSite.description[language]);

      await reader.button('comments.write').click();
      const field = page.getByRole('textbox', { name: reader.words('comments.text') });
      await field.fill('Un brouillon / a draft');
      const before = await loads(page);
      await reader.button('update.accept').click();
      await expect(footer).toContainText(nextDescription[language]);
      await expect(field).toHaveValue('Un brouillon / a draft');
      await expect(reader.text('update.offered')).toHaveCount(0);
      expect(await loads(page)).toBe(before + 1);
    });
  });
}

test('put off, a new version keeps out of the way until the next visit', async ({ page, host }) => {
  const reader = new Reader(page, 'fr');
  await reader.open();
  await reader.isReadyForOffline();
  host.swapDir(siteFolder('next'));
  await page.reload();
  await reader.button('update.later').click();
  await expect(reader.text('update.offered')).toHaveCount(0);
  await reader.linkTo(bilingual).first().click();
  await reader.seesArticle(bilingual);
  await expect(reader.text('update.offered')).toHaveCount(0);
  await page.reload();
  await expect(reader.text('update.offered')).toBeVisible();
});

test('accepted in one tab, a new version comes to the others, each with its draft', async ({
  page,
  context,
  host,
}) => {
  const here = new Reader(page, 'en');
  const there = new Reader(await context.newPage(), 'en');
  await countLoads(there.page);
  await here.openArticle(bilingual);
  await here.isReadyForOffline();
  await there.openArticle('two-tides-a-day');
  await there.button('comments.write').click();
  const field = there.page.getByRole('textbox', { name: there.words('comments.text') });

  host.swapDir(siteFolder('next'));
  await page.reload();
  await expect(here.text('update.offered')).toBeVisible();
  await expect(there.text('update.offered')).toBeVisible();
  await field.fill('Half a sentence');
  await here.button('update.accept').click();
  for (const tab of [here, there]) {
    await expect(tab.page.getByRole('contentinfo')).toContainText(nextDescription.en);
  }
  await expect(field).toHaveValue('Half a sentence');
  expect(await loads(there.page)).toBe(2);
});
