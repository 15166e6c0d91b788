import { languages } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

async function openSettings(page: Page, language: (typeof languages)[number]) {
  const reader = new Reader(page, language);
  await reader.openArticle(bilingual);
  await reader.button('nav.reading').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group')).toHaveCount(4);
  return dialog;
}

for (const language of languages) {
  test.describe(language, () => {
    test.describe('on a screen of a laptop', () => {
      test.use({ viewport: { width: 1280, height: 800 } });

      test('all reading settings are seen at once', async ({ page }) => {
        const dialog = await openSettings(page, language);
        const hidden = await dialog.evaluate((it) => it.scrollHeight - it.clientHeight);
        expect(hidden).toBe(0);
      });
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      test(`on a phone a shadow says that there is more, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        const dialog = await openSettings(page, language);
        const { x, y, height } = (await dialog.boundingBox())!;
        // In the margin, where nothing else is drawn, below the round corner.
        const strip = (y: number) =>
          page.screenshot({ clip: { x: x + 6, y, width: 9, height: 4 } });
        const ends = async () => [await strip(y + 12), await strip(y + height - 4)] as const;
        const [plainStart, moreAtEnd] = await ends();
        expect(moreAtEnd).not.toEqual(plainStart);
        await dialog.evaluate((it) => it.scrollTo(0, it.scrollHeight));
        await expect.poll(async () => (await ends())[1]).toEqual(plainStart);
        expect((await ends())[0]).not.toEqual(plainStart);
      });
    }
  });
}
