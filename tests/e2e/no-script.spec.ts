import { hrefOf } from '../../src/app/route.ts';
import { languages, otherLanguage, type Language } from '../../src/content/language.ts';
import { bilingual, demoSite, demoVersion, only } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

test.use({ findsPages: true, javaScriptEnabled: false });

/** The links to the front pages, where a page needs a script. */
const ways: Record<Language, string> = {
  fr: 'La une, en français',
  en: 'The front page, in English',
};

/** Nothing on the page is there for a script alone, and no space is kept for what would be. */
async function promisesNothing(reader: Reader): Promise<void> {
  const { page } = reader;
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  for (const key of ['nav.saved', 'nav.settings', 'nav.comments', 'states.goSaved'] as const) {
    await expect(reader.link(key)).toHaveCount(0);
  }
  await expect(page.getByRole('region', { name: reader.words('article.comments') })).toHaveCount(0);
  await expect(reader.text('states.loading')).toHaveCount(0);
}

for (const language of languages) {
  test.describe(language, () => {
    test('without a script one reads, goes on, and comes to the other language', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.open();
      await expect(reader.heading).toHaveText(demoSite.name[language]);
      await expect(page).toHaveTitle(demoSite.name[language]);
      await promisesNothing(reader);

      await reader.linkTo(bilingual).first().click();
      await reader.seesArticle(bilingual);
      const { body, headline, imageAlt = '' } = demoVersion(bilingual, language);
      await expect(page.locator(`#${body.at(-1)?.id}`)).toBeVisible();
      await expect(page).toHaveTitle(reader.titleOf(headline));
      const lead = page.getByRole('img', { name: imageAlt });
      const width = () => lead.evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      await promisesNothing(reader);

      await reader.switchLanguage();
      await reader.seesArticle(bilingual);
      await reader.switchLanguage();
      await reader.link('article.footnote', { number: 1 }).click();
      await expect(page).toHaveURL(/#note-/);
      await reader.link('nav.back').click();
      await expect(reader.heading).toHaveText(demoSite.name[language]);

      await reader.mainNavigation.getByRole('link', { name: reader.words('nav.sections') }).click();
      await expect(reader.heading).toHaveText(reader.words('nav.sections'));
      await promisesNothing(reader);
      const { name } = demoSite.sections.find(({ id }) => id === 'science')!;
      await page.getByRole('main').getByRole('link', { name: name[language] }).click();
      await expect(reader.heading).toHaveText(name[language]);
      await reader.linkTo('leap-second').click();
      await reader.seesArticle('leap-second');
    });

    test('without a script the bare address leads on', async ({ page }) => {
      await page.goto('');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(demoSite.name[language]);
      await expect(page.getByRole('link')).toHaveText(languages.map((each) => ways[each]));
      await page.getByRole('link', { name: ways[language] }).click();
      await expect(new Reader(page, language).heading).toHaveText(demoSite.name[language]);
    });

    test('without a script a page of the reader’s says why it is empty, and leads on', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      for (const name of ['saved', 'myComments', 'settings'] as const) {
        await page.goto(hrefOf({ page: name, language }, ''));
        await expect(reader.heading).toHaveText(demoSite.name[language]);
        await expect(page.getByRole('paragraph')).toHaveText([/JavaScript/]);
        await expect(page.getByRole('link')).toHaveText([ways[language]]);
        // As any page of ours: its margins, its colours.
        expect((await reader.heading.boundingBox())!.x).toBe(18);
        await expect(page.locator('html')).toHaveCSS('color', 'rgb(31, 28, 24)');
        await promisesNothing(reader);
      }
      await page.getByRole('link').click();
      await expect(reader.linkTo(bilingual).first()).toBeVisible();
    });

    test('without a script an address that leads nowhere has ways on', async ({ page }) => {
      const reader = new Reader(page, language);
      const response = await page.goto(`${language}/no/such/page`);
      expect(response?.status()).toBe(404);
      await expect(reader.heading).toHaveText(reader.words('states.notFound'));
      await promisesNothing(reader);
      await reader.switchLanguage();
      await expect(reader.heading).toHaveText(demoSite.name[reader.language]);
      await page.goBack();
      reader.language = language;
      await reader.link('states.goFront').click();
      await expect(reader.heading).toHaveText(demoSite.name[language]);
    });

    test('without a script an article that is in the other language only can be read', async ({
      page,
    }) => {
      const id = only[otherLanguage(language)];
      const { headline, kicker, body } = demoVersion(id, otherLanguage(language));
      const reader = new Reader(page, language);
      await reader.open(language === 'fr' ? 'derniers-articles' : 'latest');
      await page.getByRole('link', { name: headline, exact: true }).click();
      await expect(reader.heading).toHaveText(headline);
      // What stands above the headline is in its language, and says so.
      for (const text of [headline, kicker ?? '']) {
        const spoken = page.getByRole('article').getByText(text, { exact: true }).first();
        expect(await spoken.evaluate((part) => part.closest<HTMLElement>('[lang]')?.lang)).toBe(
          otherLanguage(language),
        );
      }
      await expect(page.locator(`#${body.at(-1)?.id}`)).toBeVisible();
    });
  });
}

test.describe('of a long list', () => {
  test.use({ site: 'large' });

  test('without a script its beginning is there, and no way to the rest', async ({ page }) => {
    const reader = new Reader(page, 'fr');
    await reader.open('derniers-articles');
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
    await expect(page.getByText(reader.words('lists.more'))).toBeHidden();
    await expect(page.getByText(reader.words('lists.more'))).toBeAttached();
    await promisesNothing(reader);
  });
});
