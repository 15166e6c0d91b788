import { languages, type Language } from '../../src/content/language.ts';
import {
  articlePath,
  bilingual,
  demoArticle,
  demoSite,
  demoVersion,
} from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { shiftsOf, watchShifts } from '../support/shifts.ts';
import { slowCpu } from '../figures/phone.ts';
import { clearCaches, keptPaths } from '../support/stored.ts';
import { cameAs, expectSmoothTakeover, watchTakeover } from '../support/takeover.ts';

test.use({ findsPages: true });

const scienceAt: Record<Language, string> = {
  fr: 'fr/rubrique/sciences',
  en: 'en/section/science',
};
const [related = ''] = demoArticle(bilingual).related ?? [];

/** Waits until the worker keeps the page at a path, relative to the site’s. */
async function keeps(page: Page, path: string): Promise<void> {
  await expect.poll(() => keptPaths(page)).toContain(`/${path}`);
}

async function keepsNo(page: Page, path: string): Promise<void> {
  await expect.poll(() => keptPaths(page)).not.toContain(`/${path}`);
}

/** The page came drawn, out of the worker, and the app took it over as it was. */
async function comesDrawn(page: Page, heading: string): Promise<void> {
  expect(await cameAs(page)).toContain(`>${heading}</h1>`);
  await expectSmoothTakeover(page);
}

for (const language of languages) {
  const path = articlePath(bilingual, language);
  const { headline, imageAlt = '' } = demoVersion(bilingual, language);

  test.describe(language, () => {
    test.beforeEach(({ page }) => watchTakeover(page));

    test('what the worker answers with for a page it does not have speaks of no other page', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.open();
      await reader.isReadyForOffline();
      await reader.openArticle(bilingual);
      expect(await cameAs(page)).not.toContain('<h1');
      await expect(page.locator('head [data-page]')).toHaveCount(0);
      await expect(page.locator('link[rel=canonical], meta[name=description]')).toHaveCount(0);
    });

    test('pages that were seen are there at once without the network', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      const reader = new Reader(page, language);
      const { name } = demoSite.sections.find(({ id }) => id === 'science')!;
      const seen = {
        [`${language}/`]: demoSite.name[language],
        [scienceAt[language]]: name[language],
        [path]: headline,
      };
      for (const each of Object.keys(seen)) {
        await page.goto(each);
        await reader.isReadyForOffline();
        await keeps(page, each);
      }
      await host.close();
      for (const [each, heading] of Object.entries(seen)) {
        const response = await page.goto(each);
        expect(response?.fromServiceWorker()).toBe(true);
        await comesDrawn(page, heading);
      }
      await page.reload();
      await comesDrawn(page, headline);
      await reader.seesArticle(bilingual);
    });

    test('an article that was gone to, and its other language, are kept as well', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      const reader = new Reader(page, language);
      await reader.open();
      await reader.isReadyForOffline();
      await reader.linkTo(bilingual).first().click();
      await reader.seesArticle(bilingual);
      await keeps(page, path);
      await reader.switchLanguage();
      await keeps(page, articlePath(bilingual, reader.language));
      await host.close();
      await page.reload();
      await comesDrawn(page, demoVersion(bilingual, reader.language).headline);
      await page.goto(path);
      await comesDrawn(page, headline);
    });

    test('a saved article opens from its saved copy, with its pictures', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader.isReadyForOffline();
      await keeps(page, path);
      await reader.save();
      await keepsNo(page, path);

      // Nor is it kept when it is seen again.
      await page.reload();
      await reader.seesArticle(bilingual);
      const comments = page.getByRole('region', { name: reader.words('article.comments') });
      await expect(comments).toBeVisible();
      await reader.linkTo(related).last().click();
      await reader.seesArticle(related);
      await keeps(page, articlePath(related, language));
      expect(await keptPaths(page)).not.toContain(`/${path}`);

      await host.close();
      await clearCaches(page);
      await page.goto(path);
      expect(await cameAs(page)).not.toContain('<h1');
      await reader.seesArticle(bilingual);
      const lead = page.getByRole('img', { name: imageAlt });
      await expect(lead).toHaveAttribute('src', /^blob:/);
      await expect
        .poll(() => lead.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
    });

    test('an article that is saved while its page is on the way is not kept', async ({
      page,
      host,
    }) => {
      const installs = host.hold(/\/sw\.js$/);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const arrives = host.hold(new RegExp(`/${path}$`));
      installs();
      await expect.poll(() => host.requests.filter((url) => url === `/${path}`)).toHaveLength(2);
      await reader.save();

      // What the worker is told after this, it does after this.
      await reader.linkTo(related).last().click();
      await reader.seesArticle(related);
      await keeps(page, articlePath(related, language));
      arrives();
      await reader.switchLanguage();
      await keeps(page, articlePath(related, reader.language));
      expect(await keptPaths(page)).not.toContain(`/${path}`);
    });

    test('an article that is no longer saved is kept as a page again', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader.isReadyForOffline();
      await reader.save();
      await keepsNo(page, path);
      await reader.saveButton.click();
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');
      await page.reload();
      await reader.seesArticle(bilingual);
      await keeps(page, path);
      await host.close();
      await page.reload();
      await comesDrawn(page, headline);
      await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'false');
    });

    test('an article that was withdrawn is not shown again after the next visit', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFault(/\b404\b/);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader.isReadyForOffline();
      await keeps(page, path);
      const addresses = languages.map((each) => demoVersion(bilingual, each).slug);
      host.fail(new RegExp(`/(${[bilingual, ...addresses].join('|')})(\\.json)?(\\?|$)`), 404);

      await page.reload();
      await comesDrawn(page, headline);
      await keepsNo(page, path);
      await keepsNo(page, `content/addresses/${demoVersion(bilingual, language).slug}.json`);
      await page.reload();
      await expect(reader.heading).toHaveText(reader.words('states.notFound'));
      expect(await cameAs(page)).not.toContain(headline);
    });

    test('what has not been seen begins empty, and says that it is coming', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      await reader.open();
      await reader.isReadyForOffline();
      await page.addInitScript(() => {
        document.addEventListener('readystatechange', () => {
          if (document.readyState === 'interactive')
            performance.mark(`shows: ${document.body.innerText.trim()}`);
        });
      });
      const release = host.hold(/\/content\//);
      const response = await page.goto(path);
      expect(response?.fromServiceWorker()).toBe(true);
      const first = page.evaluate(() =>
        performance
          .getEntriesByType('mark')
          .map(({ name }) => name)
          .filter((name) => name.startsWith('shows')),
      );
      expect(await first).toEqual(['shows: ']);
      await expect(page.getByText(reader.words('states.loadingArticle'))).toBeAttached();
      await expect(reader.heading).toHaveCount(0);
      await expect(page.getByRole('main').locator('article, img, figure')).toHaveCount(0);
      release();
      await reader.seesArticle(bilingual);
    });
  });
}

for (const language of languages) {
  test(`what the worker has not kept comes without moving, in ${language}`, async ({
    page,
    context,
  }) => {
    const reader = new Reader(page, language);
    await reader.openArticle(bilingual);
    await reader.isReadyForOffline();
    const { slug } = demoVersion(related, language);
    const settings = language === 'fr' ? 'reglages' : 'settings';
    for (const path of ['', `article/${slug}`, scienceAt[language].slice(3), settings]) {
      const fresh = await context.newPage();
      await slowCpu(fresh);
      await watchShifts(fresh);
      await fresh.goto(`${language}/${path}`);
      await expect(new Reader(fresh, language).heading).toBeVisible();
      expect([path, await shiftsOf(fresh)]).toEqual([path, []]);
      await fresh.close();
    }
  });
}
