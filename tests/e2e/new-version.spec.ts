import { languages } from '../../src/content/language.ts';
import { articlePath, bilingual, demoArticle, demoSite } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { nextDescription, siteFolder } from '../support/sites.ts';
import type { StaticHost } from '../support/static-host.ts';
import { keptPaths } from '../support/stored.ts';
import { cameAs, expectSmoothTakeover, watchTakeover } from '../support/takeover.ts';

import { CommentThread } from '../support/thread.ts';

test.use({ findsPages: true });

const [related = ''] = demoArticle(bilingual).related ?? [];

/** How often the app has started in a tab. */
async function countLoads(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    sessionStorage.setItem('loads', String(Number(sessionStorage.getItem('loads') ?? 0) + 1));
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('loads')));
}

/** Until what a page fetches ahead is there: from then on only what is asked for can be missing. */
async function comesToRest(host: StaticHost): Promise<void> {
  const parts = ['AtLeisure', 'UpdateOffer', 'article-bringer', 'edition-reader', 'extras'];
  const wanted = [...parts, 'kept-place', ...languages.flatMap(() => ['start', 'later'])].sort();
  const brought = () =>
    [...new Set(host.requests)]
      .map((url) => /\/assets\/([\w-]+)-[\w-]{8}\.js$/.exec(url)?.[1] ?? '')
      .filter((part) => wanted.includes(part))
      .sort();
  await expect.poll(brought).toEqual(wanted);
}

for (const language of languages) {
  const path = articlePath(bilingual, language);

  test(`pages kept by one version are not shown by the next, in ${language}`, async ({
    page,
    host,
  }) => {
    const reader = new Reader(page, language);
    await watchTakeover(page);
    await reader.openArticle(bilingual);
    await reader.isReadyForOffline();
    await expect.poll(() => keptPaths(page)).toContain(`/${path}`);

    // The version that runs leaves the pages of the next alone.
    host.swapDir(siteFolder('next'));
    const before = host.requests.length;
    await page.reload();
    await expect(reader.text('update.offered')).toBeVisible();
    await expect.poll(() => host.requests.slice(before)).toContain(`/${path}`);
    await page.reload();
    expect(await cameAs(page)).toContain(demoSite.description[language]);
    await expectSmoothTakeover(page);

    await reader.button('update.accept').click();
    await expect(page.getByRole('contentinfo')).toContainText(nextDescription[language]);
    expect(await cameAs(page)).not.toContain(demoSite.description[language]);
    await expect.poll(() => keptPaths(page)).toContain(`/${path}`);
    await page.reload();
    expect(await cameAs(page)).toContain(nextDescription[language]);
    await expectSmoothTakeover(page);
    const caches = () =>
      page.evaluate(async () =>
        (await window.caches.keys()).filter((name) => name.includes('-pages-')),
      );
    await expect.poll(caches).toHaveLength(1);
  });

  test.describe(`a part of the program that the host no longer has, in ${language}`, () => {
    test.use({ serviceWorkers: 'block' });

    test.beforeEach(({ witness }) => {
      // The part that is gone; without a worker nothing else has it.
      witness.expectFault(/\/assets\//);
    });

    test('brings the newer version by one reload, and the draft with it', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      const loads = await countLoads(page);
      await reader.openArticle(bilingual);
      await reader.button('comments.write').click();
      await expect(thread.field).toBeVisible();
      await comesToRest(host);
      host.swapDir(siteFolder('next'));
      await thread.field.fill('Une moitié de phrase / half a sentence');
      await reader.button('nav.reading').click();
      await expect(page.getByRole('contentinfo')).toContainText(nextDescription[language]);
      await expect(thread.field).toHaveValue('Une moitié de phrase / half a sentence');
      await reader.button('nav.reading').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      expect(await loads()).toBe(2);
    });

    test('before the app has begun: the page is of the newer version at once', async ({
      page,
      host,
    }) => {
      let pages = 0;
      page.on('request', (request) => {
        if (request.isNavigationRequest()) pages += 1;
      });
      const begun = page.waitForResponse(/\/assets\/index-[^/]*\.js$/);
      await page.route(/\/assets\/start-/, async (route) => {
        await (await begun).finished();
        host.swapDir(siteFolder('next'));
        await (pages > 1 ? route.continue() : route.fulfill({ status: 404 }));
      });
      await page.goto(path);
      await expect(page.getByRole('contentinfo')).toContainText(nextDescription[language]);
      await expect(page.locator('html')).toHaveAttribute('data-scripted');
      expect(pages).toBe(2);
    });

    test('and that the newer version has not either: one reload, then it says so', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      const loads = await countLoads(page);
      host.fail(/\/assets\/SettingsDialog-/, 404);
      await reader.openArticle(bilingual);
      await reader.button('comments.write').click();
      await thread.field.fill('Encore une / one more');
      const says = page.getByRole('status').filter({ hasText: reader.words('errors.server') });
      await reader.button('nav.reading').click();
      await expect(says).toBeVisible();
      expect(await loads()).toBe(1);

      await comesToRest(host);
      host.swapDir(siteFolder('next'));
      await reader.button('nav.reading').click();
      await expect(page.getByRole('contentinfo')).toContainText(nextDescription[language]);
      await expect(thread.field).toHaveValue('Encore une / one more');
      for (let times = 0; times < 3; times += 1) {
        await reader.button('nav.reading').click();
        await expect(says).toBeVisible();
      }
      await expect(thread.field).toHaveValue('Encore une / one more');
      expect(await loads()).toBe(2);
    });

    test('and that every page asks for: one reload, and the article can be read', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const loads = await countLoads(page);
      const asked = () =>
        host.requests.filter((url) => url === `/${articlePath(related, language)}`).length;
      host.fail(/\/assets\/Thread-/, 404);
      await reader.openArticle(bilingual);
      await expect(reader.text('states.commentsFailed')).toBeVisible();
      expect(await loads()).toBe(1);

      await comesToRest(host);
      host.swapDir(siteFolder('next'));
      await reader.linkTo(related).last().click();
      await expect(page.getByRole('contentinfo')).toContainText(nextDescription[language]);
      await reader.seesArticle(related);
      await expect(reader.text('states.commentsFailed')).toBeVisible();
      // The version that was left looked for another, came to it, and this one looks again.
      await expect.poll(asked).toBe(3);
      await reader.button('states.retry').click();
      await expect(reader.text('states.commentsFailed')).toBeVisible();
      expect(await loads()).toBe(2);
    });
  });
}
