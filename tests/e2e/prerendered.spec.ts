import { languages, otherLanguage, type Language } from '../../src/content/language.ts';
import {
  articlePath,
  bilingual,
  demoArticle,
  demoSite,
  demoVersion,
} from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { cameAs, expectSmoothTakeover, watchTakeover } from '../support/takeover.ts';

test.use({ findsPages: true, serviceWorkers: 'block' });

/** All that is not a page: scripts, styles, fonts, pictures, data. */
const files = /\/[^/?]*\.[^/?]*(\?.*)?$/;
const [related = ''] = demoArticle(bilingual).related ?? [];

async function isPainted(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0,
  );
}

/** What the page tells machines about itself is of no other page, and is gone. */
async function tellsMachinesNothing(page: Page): Promise<void> {
  await expect(page.locator('head [data-page]')).toHaveCount(0);
  await expect(page.locator('link[rel=canonical], link[hreflang], meta[property]')).toHaveCount(0);
  await expect(page.locator('script[type="application/ld+json"]')).toHaveCount(0);
}

for (const language of languages) {
  test.describe(language, () => {
    test('one answer of the host, and the article can be read', async ({ page, host }) => {
      const release = host.hold(files);
      const reader = new Reader(page, language);
      await page.goto(articlePath(bilingual, language), { waitUntil: 'commit' });
      await reader.seesArticle(bilingual);
      await isPainted(page);
      for (const { id } of demoVersion(bilingual, language).body) {
        await expect(page.locator(`[id="${id}"]`)).toBeVisible();
      }
      await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(251, 249, 244)');
      expect(host.requests.filter((url) => !files.test(url))).toHaveLength(1);
      release();
    });

    test('one answer of the host, and the front page can be read', async ({ page, host }) => {
      const release = host.hold(files);
      const reader = new Reader(page, language);
      await page.goto(`${language}/`, { waitUntil: 'commit' });
      await expect(reader.heading).toHaveText(demoSite.name[language]);
      await expect(reader.linkTo(bilingual).first()).toBeVisible();
      await isPainted(page);
      expect(host.requests.filter((url) => !files.test(url))).toHaveLength(1);
      release();
    });

    test('what an article says to machines goes when the reader goes on', async ({ page }) => {
      const reader = new Reader(page, language);
      const canonical = page.locator('link[rel=canonical]');
      const origin = demoSite.origin ?? '';
      await reader.openArticle(bilingual);
      await expect(canonical).toHaveAttribute(
        'href',
        `${origin}/${articlePath(bilingual, language)}`,
      );

      await reader.linkTo(related).last().click();
      await reader.seesArticle(related);
      await tellsMachinesNothing(page);
      await expect(page).toHaveTitle(reader.titleOf(demoVersion(related, language).headline));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await page.goBack();
      await reader.seesArticle(bilingual);
      await tellsMachinesNothing(page);
      await expect(page).toHaveTitle(reader.titleOf(demoVersion(bilingual, language).headline));
    });

    test('what an article says to machines goes with its language', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await expect(page.locator('link[rel=canonical]')).toHaveCount(1);
      await reader.switchLanguage();
      await reader.seesArticle(bilingual);
      await tellsMachinesNothing(page);
      const { headline } = demoVersion(bilingual, otherLanguage(language));
      await expect(page).toHaveTitle(reader.titleOf(headline));
    });
  });
}

test.describe('below a path of its host', () => {
  test.use({ site: 'news' });

  const paths: Record<Language, string[]> = {
    fr: ['fr/', 'fr/rubrique/sciences', 'fr/rubriques', articlePath(bilingual, 'fr')],
    en: ['en/', 'en/section/science', 'en/sections', articlePath(bilingual, 'en')],
  };

  for (const language of languages) {
    test(`pages come drawn, and lead to nowhere else, in ${language}`, async ({ page, host }) => {
      const refused: string[] = [];
      page.on('response', (response) => {
        if (response.status() >= 400) refused.push(response.url());
      });
      await watchTakeover(page);
      for (const path of paths[language]) {
        await page.goto(path);
        expect(await cameAs(page)).toContain('<h1');
        await expectSmoothTakeover(page);
        const hrefs = await page
          .locator('[href^="/"], [src^="/"]')
          .evaluateAll((all) =>
            all.map((each) => each.getAttribute('href') ?? each.getAttribute('src')),
          );
        expect(hrefs.length).toBeGreaterThan(10);
        expect(hrefs.filter((href) => !href?.startsWith('/news/'))).toEqual([]);
      }
      const { imageAlt = '' } = demoVersion(bilingual, language);
      const lead = page.getByRole('img', { name: imageAlt });
      const width = () => lead.evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      expect(refused).toEqual([]);
      expect(host.requests.filter((url) => !url.startsWith('/news/'))).toEqual([]);
    });
  }
});
