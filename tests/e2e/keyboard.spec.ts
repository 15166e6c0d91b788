import type { Locator } from '@playwright/test';
import { languages, otherLanguage } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

/** More stops than any page has before what is looked for. */
const mostStops = 60;

/** Presses Tab, or Shift+Tab, until something has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `reached with ${key}`).toBeFocused();
}

for (const language of languages) {
  test(`with the keyboard alone: skip, open, save, set, go back, in ${language}`, async ({
    page,
  }) => {
    const reader = new Reader(page, language);
    await reader.open();
    await expect(reader.linkTo(bilingual).first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(reader.link('nav.skip')).toBeFocused();
    await expect(reader.link('nav.skip')).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    await tabTo(page, reader.linkTo(bilingual).first());
    await page.keyboard.press('Enter');
    await reader.seesArticle(bilingual);
    await expect(reader.heading).toBeFocused();

    await tabTo(page, reader.saveButton, 'Shift+Tab');
    await page.keyboard.press('Space');
    await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');

    const settings = reader.button('nav.reading');
    await tabTo(page, settings);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: reader.words('nav.reading') });
    await expect(dialog).toBeVisible();
    const theme = dialog.getByRole('radio', { name: reader.words('settings.theme.system') });
    await tabTo(page, theme);
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(settings).toBeFocused();

    await tabTo(page, reader.link('nav.back'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/${language}/(#main)?$`));
    await expect(reader.heading).toBeFocused();
  });

  test(`reaching the bar at the top leaves the page where it is, in ${language}`, async ({
    page,
  }) => {
    const reader = new Reader(page, language);
    await reader.openArticle(bilingual);
    const settings = reader.button('nav.reading');
    await settings.focus();
    await page.evaluate(() => scrollTo(0, 1500));
    await tabTo(page, reader.link('nav.back'), 'Shift+Tab');
    expect(await page.evaluate(() => scrollY)).toBe(1500);
  });

  test(`switching the language with the keyboard keeps the focus on the switch, from ${language}`, async ({
    page,
  }) => {
    const reader = new Reader(page, language);
    await reader.openArticle(bilingual);
    const other = reader.languageChoice(otherLanguage(language));
    await tabTo(page, other);
    await page.keyboard.press('Enter');
    reader.language = otherLanguage(language);
    await reader.seesArticle(bilingual);
    await expect(reader.languageChoice(reader.language)).toBeFocused();
  });
}
