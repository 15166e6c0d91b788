import { languages } from '../../src/content/language.ts';
import { eachSection } from '../../src/content/sections.ts';
import { bilingual, demoArticle, demoIds, demoSite, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { addedArticles } from '../support/sites.ts';

const sections = [...eachSection(demoSite.sections)];
const nested = sections.find(({ id }) => id === 'security-defence')!;
const parent = sections.find(({ id }) => id === 'news')!;
const tag = demoSite.tags.find(({ id }) => id === 'ukraine')!;

for (const language of languages) {
  test.describe(language, () => {
    test('from the sections to a section, the one inside it, and an article', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.open();
      await reader.mainNavigation.getByRole('link', { name: reader.words('nav.sections') }).click();
      await expect(reader.heading).toHaveText(reader.words('nav.sections'));
      const main = page.getByRole('main');
      for (const { name } of sections) {
        await expect(main.getByRole('link', { name: name[language] }).first()).toBeVisible();
      }
      await main.getByRole('link', { name: parent.name[language] }).first().click();
      await expect(reader.heading).toHaveText(parent.name[language]);
      await expect(page).toHaveTitle(reader.titleOf(parent.name[language]));
      // An article of a section stands in the one above it too.
      await expect(reader.linkTo(bilingual)).toBeVisible();

      const inside = page.getByRole('navigation', { name: reader.words('lists.subsections') });
      await inside.getByRole('link', { name: nested.name[language] }).click();
      await expect(reader.heading).toHaveText(nested.name[language]);
      await expect(page).toHaveURL(new RegExp(`/${nested.slug[language]}$`));
      const trail = page.getByRole('navigation', { name: reader.words('nav.breadcrumb') });
      await expect(trail.getByRole('link')).toHaveText([
        reader.words('nav.home'),
        parent.name[language],
      ]);
      const ids = demoIds.filter((id) => demoArticle(id).section === nested.id);
      await expect(main.getByRole('article')).toHaveCount(ids.length);
      await reader.linkTo(bilingual).click();
      await reader.seesArticle(bilingual);
    });

    test('a section or tag is found by its name in either language, with or without accents', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.open(language === 'fr' ? 'rubriques' : 'sections');
      const main = page.getByRole('main');
      const field = page.getByRole('searchbox', { name: reader.words('lists.find') });
      for (const typed of ['DEFENSE', 'defence']) {
        await field.fill(typed);
        await expect(main.getByRole('link', { name: nested.name[language] })).toBeVisible();
        await expect(main.getByRole('link', { name: parent.name[language] })).toBeVisible();
        await expect(main.getByRole('list').getByRole('link')).toHaveCount(2);
      }
      await field.fill(tag.name.fr);
      await expect(main.getByRole('link', { name: tag.name[language], exact: true })).toBeVisible();
      await field.fill('zzz');
      await expect(
        page.getByRole('status').filter({ hasText: reader.words('lists.notFound') }),
      ).toBeVisible();
      await field.clear();
      for (const { name } of sections) {
        await expect(main.getByRole('link', { name: name[language] }).first()).toBeVisible();
      }
    });

    test('from an article’s tag to all that bear it', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const tags = page.getByRole('list', { name: reader.words('article.tags') });
      await tags.getByRole('link', { name: tag.name[language] }).click();
      await expect(reader.heading).toHaveText(tag.name[language]);
      const ids = demoIds.filter((id) => demoArticle(id).tags.includes(tag.id));
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(ids.length);
      for (const id of ids) await expect(reader.linkTo(id)).toBeVisible();
    });

    test('the front page opens with its lead, then by section', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.open();
      const main = page.getByRole('main');
      const lead = demoVersion(demoSite.lead ?? '', language).headline;
      await expect(main.getByRole('article').first().getByRole('heading')).toHaveText(lead);
      const names = demoSite.sections.map(({ name }) => name[language]);
      const heads = main.getByRole('region').getByRole('heading', { level: 2 });
      await expect(heads).toHaveText(names);
      await reader.link('lists.seeAllOf', { section: names.at(-1) ?? '' }).click();
      await expect(reader.heading).toHaveText(names.at(-1) ?? '');
    });
  });
}

test.describe('a large edition', () => {
  test.use({ site: 'large' });

  for (const language of languages) {
    test(`comes a page at a time, newest first, to the last one, in ${language}`, async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.open(language === 'fr' ? 'derniers-articles' : 'latest');
      await expect(reader.heading).toHaveText(reader.words('lists.latest'));
      const rows = page.getByRole('main').getByRole('article');
      await expect(rows.first()).toBeVisible();
      const all = demoIds.length + addedArticles;
      for (let seen = await rows.count(); seen < all; seen = await rows.count()) {
        await reader.button('lists.more').click();
        await expect.poll(() => rows.count()).toBeGreaterThan(seen);
      }
      await expect(reader.button('lists.more')).toHaveCount(0);
      const dates = await page
        .getByRole('main')
        .locator('time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
      expect(dates).toHaveLength(all);
      expect(dates).toEqual(dates.toSorted().toReversed());
      const names = await rows.getByRole('heading').allTextContents();
      expect(new Set(names).size).toBe(all);
    });
  }
});
