import { languages, otherLanguage } from '../../src/content/language.ts';
import { articlePath, bilingual, demoArticle, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

test.use({ site: 'news' });

for (const language of languages) {
  test.describe(language, () => {
    test.use({ locale: language });

    test('below a path of its host, the whole way works', async ({ page, host, witness }) => {
      const reader = new Reader(page, language);
      await page.goto('');
      await expect(page).toHaveURL(`${host.url}${language}/`);
      await reader.linkTo(bilingual).first().click();
      await reader.seesArticle(bilingual);
      await expect(page).toHaveURL(`${host.url}${articlePath(bilingual, language)}`);
      const { imageAlt = '' } = demoVersion(bilingual, language);
      const lead = page.getByRole('img', { name: imageAlt });
      const width = () => lead.evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      await reader.save();

      const [related = ''] = demoArticle(bilingual).related ?? [];
      await reader.linkTo(related).last().click();
      await reader.seesArticle(related);
      await page.goBack();
      await reader.seesArticle(bilingual);
      await reader.switchLanguage();
      await expect(page).toHaveURL(`${host.url}${articlePath(bilingual, otherLanguage(language))}`);
      await reader.switchLanguage();

      const manifest = await page.request.get(`manifest.${language}.webmanifest`);
      expect(await manifest.json()).toMatchObject({
        id: '/news/',
        scope: '/news/',
        start_url: `/news/${language}/?source=app`,
      });
      const unknown = await page.request.get('no/such/page');
      expect(unknown.status()).toBe(404);

      await reader.isReadyForOffline();
      expect(host.requests.filter((url) => !url.startsWith('/news/'))).toEqual([]);
      witness.expectFailedRequests();
      await host.close();
      await page.goto(`${language}/${language === 'fr' ? 'gardes' : 'saved'}`);
      await reader.linkTo(bilingual).click();
      await reader.seesArticle(bilingual);
      await page.reload();
      await reader.seesArticle(bilingual);
    });
  });
}
