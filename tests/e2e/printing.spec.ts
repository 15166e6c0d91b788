import { languages } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

for (const language of languages) {
  test(`${language}: wide tables and code are printed whole`, async ({ page }) => {
    const reader = new Reader(page, language);
    await reader.openArticle('counting-seats');
    await page.setViewportSize({ width: 320, height: 800 });
    await page.emulateMedia({ media: 'print' });
    const parts = page.locator('article pre, article [role=region]');
    await expect(parts).toHaveCount(3);
    for (const part of await parts.all()) {
      const { overflow, tooWide } = await part.evaluate((element) => ({
        overflow: getComputedStyle(element).overflowX,
        tooWide: element.scrollWidth - element.clientWidth,
      }));
      expect({ overflow, tooWide }).toEqual({ overflow: 'visible', tooWide: 0 });
    }
  });

  test(`${language}: comments are printed without what is pressed`, async ({ page }) => {
    const reader = new Reader(page, language);
    await reader.openArticle(bilingual);
    const pressed = [reader.button('comments.write'), reader.button('comments.reply').first()];
    for (const button of pressed) await expect(button).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    for (const button of pressed) await expect(button).toBeHidden();
    await expect(page.locator('#comments').getByRole('article').first()).toBeVisible();
  });

  test(`${language}: a gallery is printed with all its pictures and captions`, async ({ page }) => {
    const reader = new Reader(page, language);
    await reader.openArticle('two-tides-a-day');
    await page.emulateMedia({ media: 'print' });
    const gallery = page.getByRole('group', { name: reader.words('article.gallery') });
    const figures = gallery.getByRole('figure');
    await expect(figures).toHaveCount(3);
    for (const figure of await figures.all()) {
      await expect(figure.getByRole('img')).toBeVisible();
      const { clipped, wide } = await figure.evaluate((element) => {
        const { left, right } = element.getBoundingClientRect();
        const list = element.closest('ul')!.getBoundingClientRect();
        return {
          clipped: left < list.left - 1 || right > list.right + 1,
          wide: right > innerWidth,
        };
      });
      expect({ clipped, wide }).toEqual({ clipped: false, wide: false });
    }
  });
}

test('the end of a page cuts no picture from its caption', async ({ page }) => {
  const reader = new Reader(page, 'fr');
  await reader.openArticle('two-tides-a-day');
  await page.emulateMedia({ media: 'print' });
  // Columns break as pages do, and unlike them can be asked what stands where.
  const parts = await page.locator('.gallery').evaluate((gallery) => {
    const figures = [...gallery.querySelectorAll('figure')];
    const last = figures.at(-1)!;
    const caption = last.querySelector('figcaption')!;
    const pageHeight = caption.getBoundingClientRect().top - gallery.getBoundingClientRect().top;
    Object.assign((gallery as HTMLElement).style, {
      height: `${pageHeight + 4}px`,
      columnWidth: `${gallery.clientWidth}px`,
      columnFill: 'auto',
    });
    return figures.map((figure) => figure.getClientRects().length);
  });
  expect(parts).toEqual([1, 1, 1]);
});
