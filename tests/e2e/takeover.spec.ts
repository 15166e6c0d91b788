import { languages } from '../../src/content/language.ts';
import { articlePath, bilingual } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { publicAddresses } from '../support/public-addresses.ts';
import { Reader, restingPlace } from '../support/reader.ts';
import { shiftsOf, watchShifts } from '../support/shifts.ts';
import { expectSmoothTakeover, watchTakeover } from '../support/takeover.ts';
import { CommentThread } from '../support/thread.ts';

// No page has been seen before, and each comes from the host.
test.use({ findsPages: true, serviceWorkers: 'block' });

/** The script that everything begins with. */
const entry = /\/assets\/index-[^/]*\.js$/;

/** Warnings and errors of the tab from now on, but for those about the worker, which is blocked. */
function listen(page: Page): string[] {
  const heard: string[] = [];
  page.on('console', (message) => {
    const isExpected = /blocked by Playwright|^No offline reading/.test(message.text());
    const isBad = /warning|error|assert/.test(message.type());
    if (isBad && !isExpected) heard.push(message.text());
  });
  page.on('pageerror', (error) => heard.push(String(error)));
  return heard;
}

/** Follows how far the page is scrolled; to be asked when what may move it has happened. */
async function watchPlaces(page: Page): Promise<() => Promise<Set<number>>> {
  const handle = await page.evaluateHandle(() => {
    const seen = [scrollY];
    addEventListener('scroll', () => seen.push(scrollY));
    return seen;
  });
  return async () => {
    // What the app does about the place, it has done by the picture after the next.
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    return new Set([...(await handle.jsonValue()), await page.evaluate(() => scrollY)]);
  };
}

for (const language of languages) {
  test.describe(language, () => {
    test('every page is taken over as it came, and nothing is said', async ({ page }) => {
      test.slow();
      const heard = listen(page);
      await watchTakeover(page);
      for (const path of publicAddresses(language)) {
        const response = await page.goto(path, { waitUntil: 'commit' });
        expect(response?.status(), path).toBe(200);
        await expectSmoothTakeover(page);
      }
      expect(heard).toEqual([]);

      const response = await page.goto(`${language}/no/such/page`);
      expect(response?.status()).toBe(404);
      // Drawn for any address, it does not know its own.
      await expectSmoothTakeover(page, (markup) => markup.replaceAll('/no/such/page"', '/"'));
      expect(heard).toEqual([expect.stringContaining('404')]);
    });

    test('what the host says is not there stays as it came, whatever the address looks like', async ({
      page,
      witness,
    }) => {
      witness.expectFault(/404.*content\/addresses\//);
      await watchTakeover(page);
      for (const path of language === 'fr'
        ? ['article/rien', 'rubrique/rien', 'sujet/rien']
        : ['article/nothing', 'section/nothing', 'topic/nothing']) {
        await page.goto(`${language}/${path}`);
        await expectSmoothTakeover(page, (markup) =>
          markup.replaceAll(new RegExp(`/(?:${path}|[^/"]+/(?:rien|nothing))"`, 'g'), '/"'),
        );
      }
      const reader = new Reader(page, language);
      await reader.switchLanguage();
      await expect(reader.heading).toHaveText(reader.words('states.notFound'));
    });

    for (const [what, path] of [
      ['front page', `${language}/`],
      ['article', articlePath(bilingual, language)],
    ] as const) {
      test(`a reader who is further down keeps place and focus, on the ${what}`, async ({
        page,
        host,
      }) => {
        const release = host.hold(entry);
        await watchTakeover(page);
        await page.goto(path, { waitUntil: 'commit' });
        const link = page.getByRole('main').getByRole('link').nth(5);
        await link.focus();
        await page.evaluate(() => scrollTo(0, 600));
        await expect.poll(() => page.evaluate(() => scrollY)).toBe(600);
        const places = await watchPlaces(page);

        release();
        await expectSmoothTakeover(page);
        await expect(link).toBeFocused();
        expect(await places()).toEqual(new Set([600]));
      });
    }

    test('a link to a place in the article leads there before the app runs', async ({
      page,
      host,
    }) => {
      const release = host.hold(entry);
      await watchTakeover(page);
      await page.goto(`${articlePath(bilingual, language)}#b7`, { waitUntil: 'commit' });
      await expect(page.locator('#b7')).toBeInViewport();
      const place = await page.evaluate(() => scrollY);
      expect(place).toBeGreaterThan(600);
      const places = await watchPlaces(page);
      release();
      await expectSmoothTakeover(page);
      expect(await places()).toEqual(new Set([place]));
    });

    for (const [what, id, count] of [
      ['with comments', 'two-tides-a-day', 3],
      ['that nobody has commented', 'counting-seats', 0],
    ] as const) {
      test(`a link to the comments of an article ${what} ends at them, and nothing moves`, async ({
        page,
        host,
      }) => {
        const release = host.hold(/\/content\/comments\/|\/assets\/Thread/);
        const reader = new Reader(page, language);
        const thread = new CommentThread(reader);
        await watchShifts(page);
        await page.goto(`${articlePath(id, language)}#comments`);
        await page.waitForFunction(
          () => performance.getEntriesByName('liseuse:interactive').length > 0,
        );
        const place = await page.evaluate(() => scrollY);
        release();
        await expect(reader.button('comments.write')).toBeAttached();
        await expect(thread.all).toHaveCount(count);
        expect(await shiftsOf(page)).toEqual([]);
        expect(await page.evaluate(() => scrollY)).toBe(place);
        const heading = (await thread.region.getByRole('heading').first().boundingBox())!;
        // Below the bar at the top, which is 57 px.
        expect(heading.y).toBeGreaterThan(57);
        expect(heading.y).toBeLessThan(90);
      });
    }

    test('the language switch keeps the place before the app runs', async ({ page, host }) => {
      const release = host.hold(entry);
      const reader = new Reader(page, language);
      await page.goto(articlePath(bilingual, language), { waitUntil: 'commit' });
      await expect(reader.heading).toBeVisible();
      const block = page.locator('[id="b7"]');
      await block.evaluate((element) => element.scrollIntoView());
      await reader.switchLanguage();
      await expect(page).toHaveURL(/#b7$/);
      await expect(block).toBeInViewport();
      await page.evaluate(() => scrollTo(0, 0));
      await reader.switchLanguage();
      await reader.seesArticle(bilingual);
      await expect(page).toHaveURL(/[^#]+$/);
      release();
    });

    test('a button pressed before the app runs is answered when it does, once', async ({
      page,
      host,
    }) => {
      const release = host.hold(entry);
      const reader = new Reader(page, language);
      await page.goto(articlePath(bilingual, language), { waitUntil: 'commit' });
      await expect(reader.heading).toBeVisible();
      const presses = await page.evaluateHandle(() => {
        const by: string[] = [];
        addEventListener('click', ({ isTrusted }) => by.push(isTrusted ? 'reader' : 'app'));
        return by;
      });
      await page.locator('header button[aria-haspopup="dialog"]').click();
      release();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await presses.jsonValue()).toEqual(['reader', 'app']);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    });

    test('after a reload the page is at its place before the app runs, and stays there', async ({
      page,
      host,
    }) => {
      // The same typefaces both times: others move the text, and the place with it.
      host.hold(/\.woff2/);
      const reader = new Reader(page, language);
      await watchTakeover(page);
      await reader.openArticle(bilingual);
      await expectSmoothTakeover(page);
      await page.mouse.wheel(0, 1500);
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
      expect(await restingPlace(page)).toBe(1500);
      // From the host, not from the browser’s cache.
      const session = await page.context().newCDPSession(page);
      await session.send('Network.clearBrowserCache');

      const release = host.hold(entry);
      await page.reload({ waitUntil: 'commit' });
      await expect(reader.heading).toBeAttached();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
      const places = await watchPlaces(page);
      release();
      await expectSmoothTakeover(page);
      expect(await places()).toEqual(new Set([1500]));
    });
  });
}
