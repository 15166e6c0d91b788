import { languages, type Language } from '../../src/content/language.ts';
import { articlePath, bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { siteFolder } from '../support/sites.ts';
import { startStaticHost, type StaticHost } from '../support/static-host.ts';
import type { Witness } from '../support/witness.ts';

/** Somebody who opens, without the network, an article that was not read before. */
async function missesArticle(
  page: Page,
  { language, host, witness }: { language: Language; host: StaticHost; witness: Witness },
): Promise<Reader> {
  const reader = new Reader(page, language);
  await reader.open();
  await reader.isReadyForOffline();
  witness.expectFailedRequests();
  await host.close();
  await page.goto(articlePath(bilingual, language));
  await expect(reader.heading).toHaveText(reader.words('states.offlineMissing'));
  return reader;
}

for (const language of languages) {
  test.describe(language, () => {
    test('what was read can be read again without the network; the sign says so', async ({
      page,
      host,
      witness,
    }) => {
      const reader = new Reader(page, language);
      await reader.open();
      await reader.isReadyForOffline();
      await reader.linkTo(bilingual).first().click();
      await reader.seesArticle(bilingual);
      const sign = page.getByRole('status').filter({ hasText: reader.words('states.offline') });
      await expect(sign).toHaveCount(0);

      witness.expectFailedRequests();
      await host.close();
      await page.reload();
      await reader.seesArticle(bilingual);
      await expect(sign).toBeVisible();
      const lead = page.getByRole('img', { name: demoVersion(bilingual, language).imageAlt ?? '' });
      const width = () => lead.evaluate((img: HTMLImageElement) => img.naturalWidth);
      await expect.poll(width).toBeGreaterThan(0);
      await reader.switchLanguage();
      await reader.seesArticle(bilingual);
      await reader.open();
      await expect(reader.linkTo(bilingual).first()).toBeVisible();
      await page.goto('no/such/page');
      await expect(reader.heading).toHaveText(reader.words('states.notFound'));
    });

    test('what was not read says so, and opens once the network is back', async ({
      page,
      host,
      witness,
    }) => {
      const reader = await missesArticle(page, { language, host, witness });
      const sign = page.getByRole('status').filter({ hasText: reader.words('states.offline') });
      await expect(sign).toBeVisible();
      await reader.link('states.goSaved').click();
      await expect(reader.text('savedList.empty')).toBeVisible();
      await page.goBack();
      await expect(reader.heading).toHaveText(reader.words('states.offlineMissing'));

      const port = Number(new URL(host.url).port);
      const again = await startStaticHost({ dir: siteFolder('demo'), port });
      await reader.button('states.retry').click();
      await reader.seesArticle(bilingual);
      await expect(sign).toHaveCount(0);
      await again.close();
    });

    test('what was not read opens by itself when the network comes back', async ({
      page,
      host,
      witness,
    }) => {
      const reader = await missesArticle(page, { language, host, witness });
      const port = Number(new URL(host.url).port);
      const again = await startStaticHost({ dir: siteFolder('demo'), port });
      // Without a word of the browser's, it is found out by asking, some seconds later.
      const failure = reader.words('states.offlineMissing');
      await expect(reader.heading).not.toHaveText(failure, { timeout: 15_000 });
      await reader.seesArticle(bilingual);
      await again.close();
    });
  });
}

test('a first visit that loses the network at once still has what it showed', async ({
  page,
  host,
  witness,
}) => {
  witness.expectFailedRequests();
  const reader = new Reader(page, 'fr');
  await reader.openArticle(bilingual);
  await reader.isReadyForOffline();
  const isKept = () =>
    page.evaluate(async () => {
      const requests = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return requests.flat().some(({ url }) => url.includes('/content/articles/'));
    });
  await expect.poll(isKept).toBe(true);
  await host.close();
  await page.reload();
  await reader.seesArticle(bilingual);
});

test('without a worker the app is whole, only without its offline part', async ({
  page,
  host,
  witness,
}) => {
  witness.expectFault(/\b500\b/);
  host.fail('sw.js', 500);
  const warned = page.waitForEvent('console', (message) => message.type() === 'warning');
  const reader = new Reader(page, 'en');
  await reader.openArticle(bilingual);
  expect((await warned).text()).toContain('No offline reading');
  await reader.save();
});
