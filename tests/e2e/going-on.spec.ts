import { languages, otherLanguage } from '../../src/content/language.ts';
import { bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

test.use({ findsPages: true, serviceWorkers: 'block' });

/** The text of the article, in both languages. */
const text = new RegExp(`/content/articles/${bilingual}\\.json`);

/** Every look of the page from now on, as one picture after the other shows it. */
async function watchLooks(page: Page): Promise<() => Promise<string[]>> {
  const handle = await page.evaluateHandle(() => {
    const looks: string[] = [];
    const look = () => {
      const back = document.querySelector('header a')?.getAttribute('aria-label');
      const article = document.querySelector('article');
      const now = [
        document.documentElement.lang,
        back,
        article?.lang,
        article?.querySelector('h1')?.textContent,
      ];
      if (looks.at(-1) !== now.join(' | ')) looks.push(now.join(' | '));
      requestAnimationFrame(look);
    };
    look();
    return looks;
  });
  return () => handle.jsonValue();
}

function twoPictures(page: Page): Promise<unknown> {
  return page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

for (const language of languages) {
  const other = otherLanguage(language);

  test.describe(language, () => {
    test('an article begins with headline and picture while its text is on the way', async ({
      page,
      host,
    }) => {
      const release = host.hold(/\/content\/(articles|addresses)\//);
      const reader = new Reader(page, language);
      const { headline, standfirst, imageAlt = '', body } = demoVersion(bilingual, language);
      await reader.open();
      await reader.linkTo(bilingual).first().click();
      await expect(reader.heading).toHaveText(headline);
      await expect(reader.heading).toBeFocused();
      await expect(page.getByRole('article')).toContainText(standfirst);
      const lead = page.getByRole('img', { name: imageAlt });
      await expect
        .poll(() => lead.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
      await expect(page).toHaveTitle(reader.titleOf(headline));
      await expect(page.locator(`[id="${body[0]?.id}"]`)).toHaveCount(0);
      const [heading, picture] = [await reader.heading.elementHandle(), await lead.elementHandle()];

      release();
      await reader.seesArticle(bilingual);
      const isSame = page.evaluate(
        ([h1, img]) => h1!.isConnected && img!.isConnected,
        [heading, picture],
      );
      expect(await isSame).toBe(true);
    });

    test('a mouse that rests on a link has its article brought, once', async ({ page, host }) => {
      const reader = new Reader(page, language);
      await reader.open();
      const link = reader.linkTo(bilingual).first();
      const asked = () => host.requests.filter((url) => text.test(url)).length;
      // Until the part of the app that looks ahead is there.
      await expect(async () => {
        await page.mouse.move(0, 0);
        await link.hover();
        await expect.poll(asked, { timeout: 500 }).toBe(1);
      }).toPass();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
      await link.click();
      await reader.seesArticle(bilingual);
      expect(asked()).toBe(1);
    });

    test('a finger on a link has its article brought before it is lifted', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      await reader.open();
      const link = reader.linkTo(bilingual).first();
      await link.scrollIntoViewIfNeeded();
      const { x, y } = (await link.boundingBox())!;
      const session = await page.context().newCDPSession(page);
      const asked = () => host.requests.filter((url) => text.test(url)).length;
      await expect(async () => {
        const touchPoints = [{ x: x + 5, y: y + 5 }];
        await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
        try {
          await expect.poll(asked, { timeout: 500 }).toBe(1);
        } finally {
          await session.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
        }
      }).toPass();
      await expect(page).toHaveURL(new RegExp(`/${language}/$`));
    });

    test('a switch of language waits for the text, then all changes at once', async ({
      page,
      host,
    }) => {
      const release = host.hold(text);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      // All that it needs is there, but for the text.
      const words = () => host.requests.filter((url) => /\/assets\/start-/.test(url)).length;
      await expect.poll(words).toBe(2);
      await expect.poll(() => host.requests.some((url) => text.test(url))).toBe(true);

      const looks = await watchLooks(page);
      await reader.languageChoice(other).click();
      await twoPictures(page);
      await reader.seesArticle(bilingual);
      await expect(page.locator('html')).toHaveAttribute('lang', language);

      release();
      const there = new Reader(page, other);
      await there.seesArticle(bilingual);
      await twoPictures(page);
      const lookIn = (reading: Reader) =>
        [
          reading.language,
          reading.words('nav.back'),
          reading.language,
          demoVersion(bilingual, reading.language).headline,
        ].join(' | ');
      expect(await looks()).toEqual([lookIn(reader), lookIn(there)]);
    });

    test('who leaves while the language is on its way gets it on the next page, and no error', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const release = host.hold(text);
      await reader.openArticle(bilingual);
      await reader.languageChoice(other).click();
      await reader.link('nav.back').click();
      release();
      await expect(page.locator('html')).toHaveAttribute('lang', other);
      await expect(reader.text('errors.unknown')).toHaveCount(0);
    });

    test('a switch of language without a network says so, and the page stays', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      host.hold(text);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await expect.poll(() => host.requests.some((url) => text.test(url))).toBe(true);
      const looks = await watchLooks(page);
      await host.close();
      await reader.languageChoice(other).click();
      await expect(
        page.getByRole('status').filter({ hasText: reader.words('errors.offline') }),
      ).toBeVisible();
      await reader.seesArticle(bilingual);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      expect(await looks()).toHaveLength(1);
    });
  });
}
