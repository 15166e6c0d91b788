import { otherLanguage, type Language } from '../../src/content/language.ts';
import { demoSite } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

/** The demo edition’s own language is French. */
const visits: { locale: string; language: Language; because: string }[] = [
  { locale: 'fr-CA', language: 'fr', because: 'the browser speaks it' },
  { locale: 'en-GB', language: 'en', because: 'the browser speaks it' },
  { locale: 'de-DE', language: 'fr', because: 'it is the site’s, and the browser speaks neither' },
];

for (const { locale, language, because } of visits) {
  test.describe(locale, () => {
    test.use({ locale });

    test(`the bare address leads to ${language}: ${because}`, async ({ page, host }) => {
      await page.goto('');
      await expect(page).toHaveURL(`${host.url}${language}/`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
      await expect(page).toHaveTitle(demoSite.name[language]);
      const reader = new Reader(page, language);
      await expect(reader.heading).toHaveText(demoSite.name[language]);
      await expect(reader.mainNavigation).toBeVisible();
      await expect(page.locator('link[rel=manifest]')).toHaveAttribute(
        'href',
        `/manifest.${language}.webmanifest`,
      );
    });

    test(`the front page is there before the app, from the bare address, in ${language}`, async ({
      page,
      host,
    }) => {
      const release = host.hold(/\.js$/);
      await page.goto('?from=a-friend#top', { waitUntil: 'commit' });
      await expect(new Reader(page, language).heading).toHaveText(demoSite.name[language]);
      await expect(page.getByRole('article').first()).toBeVisible();
      expect(page.url()).toBe(`${host.url}${language}/?from=a-friend#top`);
      release();
    });

    test(`a choice against ${language} is kept for the next visit`, async ({
      page,
      context,
      host,
    }) => {
      await page.goto('');
      const reader = new Reader(page, language);
      await expect(reader.mainNavigation).toBeVisible();
      await reader.switchLanguage();
      await page.close();

      const later = await context.newPage();
      await later.goto('');
      await expect(later).toHaveURL(`${host.url}${otherLanguage(language)}/`);
      await expect(new Reader(later, otherLanguage(language)).mainNavigation).toBeVisible();
    });
  });
}
