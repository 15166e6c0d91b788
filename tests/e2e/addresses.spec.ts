import { languages, otherLanguage } from '../../src/content/language.ts';
import { articlePath, bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader, restingPlace } from '../support/reader.ts';

for (const language of languages) {
  test.describe(language, () => {
    test('an article’s address opens it, and a reload keeps the place', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await page.mouse.wheel(0, 1500);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
      expect(await restingPlace(page)).toBe(1500);
      await page.reload();
      await reader.seesArticle(bilingual);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
    });

    test('an address that names a block leads to it; back comes to where one read on to', async ({
      page,
    }) => {
      const block = demoVersion(bilingual, language).body.at(-3)?.id ?? '';
      await page.goto(`${articlePath(bilingual, language)}#${block}`);
      const reader = new Reader(page, language);
      await reader.seesArticle(bilingual);
      await expect(page.locator(`#${block}`)).toBeInViewport();

      await page.mouse.wheel(0, -2000);
      await expect(page.locator(`#${block}`)).not.toBeInViewport();
      const place = await restingPlace(page);
      await reader.mainNavigation.getByRole('link', { name: reader.words('nav.saved') }).click();
      await expect(reader.heading).toHaveText(reader.words('saved.title'));
      await page.goBack();
      await reader.seesArticle(bilingual);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    });

    test('the slug of the other language comes right', async ({ page }) => {
      const slug = demoVersion(bilingual, otherLanguage(language)).slug;
      await page.goto(`${language}/article/${slug}`);
      await new Reader(page, language).seesArticle(bilingual);
    });

    test('an article’s id comes right', async ({ page }) => {
      await page.goto(`${language}/article/two-tides-a-day`);
      await new Reader(page, language).seesArticle('two-tides-a-day');
    });

    test('an article that does not exist says so, with ways on', async ({ page, witness }) => {
      witness.expectFault(/404.*content\/addresses\//);
      const reader = new Reader(page, language);
      await reader.open('article/withdrawn-long-ago');
      await expect(reader.heading).toHaveText(reader.words('states.notFound'));
      await reader.link('nav.sections').nth(0).click();
      await expect(reader.heading).toHaveText(reader.words('nav.sections'));
      await page.goBack();
      await reader.link('states.goFront').click();
      await expect(reader.linkTo(bilingual).first()).toBeVisible();
    });

    test('an address that leads nowhere is answered by 404.html, with ways on', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      const response = await page.goto(`${language}/no/such/page`);
      expect(response?.status()).toBe(404);
      await expect(reader.heading).toHaveText(reader.words('states.notFound'));
      await expect(page).toHaveTitle(reader.titleOf(reader.words('states.notFound')));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await reader.link('states.goSaved').click();
      await expect(reader.heading).toHaveText(reader.words('saved.title'));
    });

    test('an address that leads nowhere follows the language, and a reload stays in it', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFault(/404.*content\/addresses\//);
      const other = otherLanguage(language);
      for (const path of ['no/such/page', 'article/withdrawn-long-ago']) {
        const reader = new Reader(page, language);
        await reader.open(path);
        await expect(reader.heading).toHaveText(reader.words('states.notFound'));
        await reader.switchLanguage();
        await expect(page).toHaveURL(`${host.url}${other}/${path}`);
        await page.reload();
        await expect(reader.heading).toHaveText(reader.words('states.notFound'));
      }
    });

    test('words of the other language in an address are understood and put right', async ({
      page,
      host,
    }) => {
      const wrong =
        language === 'fr'
          ? { 'section/science': 'rubrique/sciences', saved: 'gardes' }
          : { 'sujet/russie': 'topic/russia', gardes: 'saved' };
      const reader = new Reader(page, language);
      for (const [path, right] of Object.entries(wrong)) {
        await reader.open(path);
        await expect(page).toHaveURL(`${host.url}${language}/${right}`);
        await expect(reader.heading).not.toHaveText(reader.words('states.notFound'));
      }
    });

    test('a section or topic that does not exist says so', async ({ page }) => {
      const reader = new Reader(page, language);
      for (const word of language === 'fr' ? ['rubrique', 'sujet'] : ['section', 'topic']) {
        await reader.open(`${word}/no-such`);
        await expect(reader.heading).toHaveText(reader.words('states.notFound'));
      }
    });
  });
}

test.describe('without a language', () => {
  test.use({ locale: 'en-GB' });

  test('an unknown address speaks the reader’s language', async ({ page }) => {
    await page.goto('no-such-page');
    const reader = new Reader(page, 'en');
    await expect(reader.heading).toHaveText(reader.words('states.notFound'));
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
