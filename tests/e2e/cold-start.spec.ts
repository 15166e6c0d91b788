import type { Locator } from '@playwright/test';
import { languages, otherLanguage } from '../../src/content/language.ts';
import { articlePath, bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { clearCaches } from '../support/stored.ts';

/** That there are so many pictures, and each can be seen. */
async function hasPictures(pictures: Locator, count: number): Promise<void> {
  await expect(pictures).toHaveCount(count);
  for (let index = 0; index < count; index += 1) {
    const picture = pictures.nth(index);
    await picture.scrollIntoViewIfNeeded();
    const width = () => picture.evaluate((img: HTMLImageElement) => img.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  }
}

for (const language of languages) {
  test(`save, lose server and caches, start the browser again, read with pictures, in ${language}`, async ({
    device,
    host,
    witness,
  }) => {
    witness.expectFailedRequests();
    let page = await device.start();
    let reader = new Reader(page, language);
    await reader.openArticle(bilingual);
    await reader.isReadyForOffline();
    await reader.save();
    await host.close();
    await clearCaches(page);
    await device.stop();

    page = await device.start();
    reader = new Reader(page, language);
    await reader.open(language === 'fr' ? 'gardes' : 'saved');
    await expect(reader.linkTo(bilingual)).toBeVisible();
    await hasPictures(page.getByRole('main').locator('img'), 1);
    await reader.linkTo(bilingual).click();
    await reader.seesArticle(bilingual);

    // At its own address, from nothing.
    await page.goto('about:blank');
    await page.goto(articlePath(bilingual, language));
    await reader.seesArticle(bilingual);
    const last = demoVersion(bilingual, language).body.at(-1)?.id ?? '';
    await expect(page.locator(`#${last}`)).toBeVisible();
    await hasPictures(page.getByRole('article').first().locator('img'), 2);
    const comments = page.getByRole('region', { name: reader.words('article.comments') });
    await expect(comments.getByRole('article').first()).toBeVisible();

    await reader.switchLanguage();
    await reader.seesArticle(bilingual);
    await page.goto(articlePath(bilingual, otherLanguage(language)));
    await reader.seesArticle(bilingual);
  });
}
