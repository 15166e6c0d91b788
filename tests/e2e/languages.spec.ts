import { languages, otherLanguage } from '../../src/content/language.ts';
import { formatDate, languageName } from '../../src/i18n/format.ts';
import {
  articlePath,
  bilingual,
  changedInFrench,
  demoArticle,
  demoSite,
  demoVersion,
  only,
} from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

for (const language of languages) {
  const other = otherLanguage(language);

  test.describe(`from ${language} to ${other}`, () => {
    test('an article switches at once: address, text, interface; and it is remembered', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      // A second visit: nothing is left for the worker to fetch ahead, so any request is the switch’s.
      await reader.isReadyForOffline();
      await reader.openArticle(bilingual);
      const isAddress = (url: string) => url.includes('/content/addresses/');
      await expect.poll(() => host.requests.filter(isAddress).length).toBeGreaterThan(1);
      await page.waitForLoadState('networkidle');
      const before = host.requests.length;
      await page.evaluate(() => (document.body.dataset['sameDocument'] = 'yes'));

      await reader.switchLanguage();
      await reader.seesArticle(bilingual);
      await expect(page).toHaveTitle(reader.titleOf(demoVersion(bilingual, other).headline));
      await expect(page.getByRole('article').first()).toHaveAttribute('lang', other);
      await expect(reader.link('nav.back')).toBeVisible();
      await expect(page.locator('link[rel=manifest]')).toHaveAttribute(
        'href',
        `/manifest.${other}.webmanifest`,
      );
      await expect(page.locator('body')).toHaveAttribute('data-same-document', 'yes');
      // The page at its new address may be fetched for the next time; nothing is for this one.
      expect(host.requests.slice(before).filter((url) => /content|assets/.test(url))).toEqual([]);

      // Every link on the page leads on in this language.
      const [related = ''] = demoArticle(bilingual).related ?? [];
      await expect(reader.linkTo(related).first()).toHaveAttribute(
        'href',
        `/${articlePath(related, other)}`,
      );
      await page.reload();
      await reader.seesArticle(bilingual);
      await page.goto('');
      await expect(page).toHaveURL(`${host.url}${other}/`);
    });

    test('the block one reads stays where it is on the screen, there and back again', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      // As in Safari: other browsers do part of it by themselves.
      await page.evaluate(() => (document.documentElement.style.overflowAnchor = 'none'));
      const body = demoVersion(bilingual, language).body;
      for (const { id } of [body[3]!, body.at(-4)!]) {
        const block = page.locator(`#${id}`);
        const place = () =>
          block.evaluate((element) => ({ top: element.getBoundingClientRect().top, scrollY }));
        await block.evaluate((element) =>
          scrollBy(0, element.getBoundingClientRect().top - innerHeight / 4),
        );
        const before = await place();
        for (let times = 0; times < 3; times += 1) {
          await reader.switchLanguage();
          await reader.seesArticle(bilingual);
          await expect.poll(async () => Math.abs((await place()).top - before.top)).toBeLessThan(1);
          // All that is above is longer or shorter: to stay, the page had to move.
          expect((await place()).scrollY).not.toBe(before.scrollY);
          await reader.switchLanguage();
          await reader.seesArticle(bilingual);
          await expect
            .poll(async () => Math.abs((await place()).scrollY - before.scrollY))
            .toBeLessThanOrEqual(1);
        }
      }
    });

    test('every other page has its counterpart', async ({ page, host }) => {
      const reader = new Reader(page, language);
      const pages =
        language === 'fr'
          ? { 'rubrique/sciences': 'section/science', 'sujet/histoire': 'topic/history' }
          : { 'section/science': 'rubrique/sciences', 'topic/history': 'sujet/histoire' };
      for (const [here, there] of Object.entries(pages)) {
        reader.language = language;
        await reader.open(here);
        await expect(reader.heading).toBeVisible();
        await reader.switchLanguage();
        await expect(page).toHaveURL(`${host.url}${other}/${there}`);
      }
    });
  });

  test(`an article only in ${other} says so in ${language}, and so do lists`, async ({ page }) => {
    const id = only[other];
    const { headline, slug } = demoVersion(id, other);
    const { datePublished } = demoArticle(id);
    const reader = new Reader(page, language);
    await reader.open(language === 'fr' ? 'derniers-articles' : 'latest');
    const name = languageName(other, language);
    const inOther = { language: name };
    const row = page.getByRole('article').filter({ hasText: headline });
    await expect(row.getByRole('heading')).toHaveAttribute('lang', other);
    await expect(row.getByText(reader.words('language.only', inOther))).toBeVisible();
    const ownRow = page
      .getByRole('article')
      .filter({ hasText: demoVersion(bilingual, language).headline });
    await expect(ownRow.getByRole('heading')).not.toHaveAttribute('lang');
    await expect(ownRow.getByText(reader.words('language.only', inOther))).toHaveCount(0);

    await row.getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/${language}/article/${slug}$`));
    await expect(reader.heading).toHaveText(headline);
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.getByRole('article').first()).toHaveAttribute('lang', other);
    const label = reader.text('language.fallback', { languages: name });
    await expect(label).toBeVisible();
    await expect(label).toHaveAttribute('lang', language);
    // Under a text, its date is read as a part of it.
    const date = formatDate(datePublished, other, 'long', demoSite.timeZone);
    await expect(page.locator('article header time').first()).toHaveText(date);

    await reader.switchLanguage();
    await expect(page).toHaveURL(new RegExp(`/${other}/article/${slug}$`));
    await expect(reader.heading).toHaveText(headline);
    await expect(label).toHaveCount(0);
  });
}

test('a version that is behind the other says so, before any script and after a switch', async ({
  page,
  host,
}) => {
  const { dateModified } = demoVersion(changedInFrench, 'fr');
  const date = formatDate(dateModified ?? '', 'en', 'long', demoSite.timeZone);
  const reader = new Reader(page, 'en');
  const note = reader.text('language.newer', { language: 'French', date });

  const drawn = await page.request.get(`${host.url}${articlePath(changedInFrench, 'en')}.html`);
  expect(await drawn.text()).toContain(
    reader.words('language.newer', { language: 'French', date }),
  );
  await reader.openArticle(changedInFrench);
  await reader.switchLanguage();
  await reader.seesArticle(changedInFrench);
  await expect(page.getByText(/pas encore compte/)).toHaveCount(0);
  await expect(page.getByText(/mis à jour le\s24\snovembre/)).toBeVisible();
  await reader.switchLanguage();
  await expect(note).toBeVisible();
});

test('a version that is behind says so beside the other too', async ({ page }) => {
  await page.addInitScript(() => (localStorage['liseuse.settings'] = '{"isBoth":true}'));
  const reader = new Reader(page, 'fr');
  await reader.openArticle(changedInFrench);
  const head = page.locator('article header').getByRole('group', { name: 'English', exact: true });
  const note = head.getByText(/La version en français a été mise à jour le\s24\snovembre/);
  await expect(note).toBeVisible();
  await expect(note).toHaveAttribute('lang', 'fr');
  await page.setViewportSize({ width: 1280, height: 800 });
  const boxes = await page
    .locator('article header > *, article header .panel > *')
    .filter({ visible: true })
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  const overlaps = boxes.filter((box, index) =>
    boxes
      .slice(0, index)
      .some(
        (other) =>
          box.top < other.bottom - 1 &&
          other.top < box.bottom - 1 &&
          box.left < other.right - 1 &&
          other.left < box.right - 1,
      ),
  );
  expect(boxes.length).toBeGreaterThan(6);
  expect(overlaps).toEqual([]);
});
