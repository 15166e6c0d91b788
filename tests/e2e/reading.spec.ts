import { languages } from '../../src/content/language.ts';
import { bilingual, demoArticle, demoSite, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader, restingPlace } from '../support/reader.ts';

const related = demoArticle(bilingual).related?.[0] ?? '';

for (const language of languages) {
  test.describe(language, () => {
    test('from the front page to an article, on to a related one, back and forward', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.open();
      await reader.linkTo(bilingual).first().click();
      await reader.seesArticle(bilingual);
      await expect(reader.heading).toBeFocused();
      await expect(page).toHaveTitle(reader.titleOf(demoVersion(bilingual, language).headline));
      expect(await page.evaluate(() => scrollY)).toBe(0);

      const onward = page
        .getByRole('region', { name: reader.words('article.related') })
        .getByRole('link', { name: demoVersion(related, language).headline });
      await onward.scrollIntoViewIfNeeded();
      const place = await restingPlace(page);
      expect(place).toBeGreaterThan(1000);
      await onward.click();
      await reader.seesArticle(related);
      await expect(reader.heading).toBeFocused();
      await expect(page).toHaveTitle(reader.titleOf(demoVersion(related, language).headline));
      expect(await page.evaluate(() => scrollY)).toBe(0);
      await page.mouse.wheel(0, 700);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
      expect(await restingPlace(page)).toBe(700);

      await page.goBack();
      await reader.seesArticle(bilingual);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
      await expect(reader.heading).toBeFocused();

      await page.goForward();
      await reader.seesArticle(related);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(700);
    });

    test('the bar’s own “back” comes to the same place of the front page', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.open();
      const article = reader.linkTo('counting-seats').first();
      await article.scrollIntoViewIfNeeded();
      const place = await restingPlace(page);
      expect(place).toBeGreaterThan(0);
      await article.click();
      await reader.seesArticle('counting-seats');
      await reader.link('nav.back').click();
      await expect(reader.heading).toHaveText(demoSite.name[language]);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
    });

    test('an article says what it is, of when, by whom and how long', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const { authors, standfirst, imageAlt = '' } = demoVersion(bilingual, language);
      const desk = demoSite.authors.find(({ id }) => id === authors[0])?.name[language] ?? '';
      const article = page.getByRole('article').first();
      await expect(article).toContainText(standfirst);
      await expect(article).toContainText(desk);
      const year = new Date(demoArticle(bilingual).datePublished).getFullYear().toString();
      await expect(article.getByRole('time').first()).toContainText(year);
      await expect(article).toContainText(/\d\smin/);
      const picture = article.getByRole('img', { name: imageAlt });
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
      const trail = page.getByRole('navigation', { name: reader.words('nav.breadcrumb') });
      const parent = demoSite.sections.find(({ id }) => id === 'news')!;
      await trail.getByRole('link', { name: parent.name[language], exact: true }).click();
      await expect(reader.heading).toHaveText(parent.name[language]);
    });

    test('on a wide screen the contents begin on the line above the headline', async ({ page }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const { kicker = '' } = demoVersion(bilingual, language);
      const [contents, line] = await Promise.all(
        [reader.text('article.contents'), page.getByText(kicker)].map((part) => part.boundingBox()),
      );
      expect(contents!.y).toBeCloseTo(line!.y, 0);
    });

    test('from a footnote’s mark to the note and back', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const mark = reader.link('article.footnote', { number: 1 });
      await mark.click();
      await expect(page).toHaveURL(/#note-/);
      const back = page.getByRole('link', {
        name: reader.words('article.footnoteBack', { number: 1 }),
      });
      await expect(back).toBeInViewport();
      // Its arrow makes no line higher than the others.
      const lines = await back.evaluate((link) => {
        const note = link.closest('li')!;
        return note.getBoundingClientRect().height / parseFloat(getComputedStyle(note).lineHeight);
      });
      expect(lines).toBeCloseTo(Math.round(lines), 1);
      await back.click();
      await expect(page).toHaveURL(/#mark-/);
      await expect(mark).toBeInViewport();
    });
  });
}
