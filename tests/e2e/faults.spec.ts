import { languages, type Language } from '../../src/content/language.ts';
import { articlePath, bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { faults } from '../support/sites.ts';
import type { Key } from '../support/words.ts';

test.use({ site: 'faulty' });

/** What each bad file is to be called, and the heading it stands under. */
const troubles: { fault: keyof typeof faults; title: Key; text: Key }[] = [
  { fault: 'cutOff', title: 'states.errorTitle', text: 'errors.invalid' },
  { fault: 'wrongShape', title: 'states.errorTitle', text: 'errors.invalid' },
  { fault: 'newerFormat', title: 'states.errorTitle', text: 'errors.newerFormat' },
  { fault: 'missing', title: 'states.notFound', text: 'states.notFoundHint' },
];

const cultureAt: Record<Language, string> = { fr: 'rubrique/culture', en: 'section/culture' };

for (const language of languages) {
  test.describe(language, () => {
    for (const { fault, title, text } of troubles) {
      test(`a bad article (${fault}) says so in its place, and the rest works`, async ({
        page,
        witness,
      }) => {
        witness.expectFault(new RegExp(`404.*articles/${faults.missing}`));
        const id = faults[fault];
        const reader = new Reader(page, language);
        await reader.open();
        await reader.linkTo(id).first().click();
        await expect(reader.heading).toHaveText(reader.words(title));
        await expect(reader.heading).toBeFocused();
        await expect(page).toHaveTitle(reader.titleOf(reader.words(title)));
        await expect(reader.text(text)).toBeVisible();
        await expect(page).toHaveURL(new RegExp(articlePath(id, language)));

        await reader.switchLanguage();
        await expect(reader.heading).toHaveText(reader.words(title));
        await reader.link('states.goFront').click();
        await reader.linkTo(bilingual).first().click();
        await reader.seesArticle(bilingual);
      });
    }

    test('a list that is damaged says so in its place, and the rest works', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.open(cultureAt[language]);
      await expect(page.getByRole('alert')).toContainText(reader.words('errors.invalid'));
      await expect(reader.heading).toBeVisible();
      await expect(reader.button('states.retry')).toBeVisible();
      await reader.link('states.goFront').click();
      await expect(reader.linkTo(bilingual).first()).toBeVisible();
    });

    test('a block of a type we do not know is a labelled gap in the text', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(faults.unknownBlock);
      await expect(reader.text('article.gap', { type: 'hologram' })).toBeVisible();
      const last = demoVersion(faults.unknownBlock, language).body.at(-1)?.id ?? '';
      await expect(page.locator(`#${last}`)).toBeVisible();
    });
  });
}

test.describe('a site that stops answering as it should', () => {
  test.use({ site: 'demo' });

  test('an answer of 500 can be tried again', async ({ page, host, witness }) => {
    witness.expectFailedRequests();
    host.fail(/content\/articles\//, 500);
    const reader = new Reader(page, 'fr');
    await page.goto(articlePath(bilingual, 'fr'));
    await expect(reader.text('errors.server')).toBeVisible();
    host.fail(undefined);
    await reader.button('states.retry').click();
    await reader.seesArticle(bilingual);
  });
});
