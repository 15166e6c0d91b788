import type { Locator } from '@playwright/test';
import { languages, otherLanguage } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

/** More stops than any page has before what is looked for. */
const mostStops = 60;

/** Once the part of the program that listens to single keys is there. */
const isListening = (page: Page) =>
  expect(page.locator('html')).toHaveAttribute('data-articles', 'all');

/** Presses Tab, or Shift+Tab, until something has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `reached with ${key}`).toBeFocused();
}

for (const language of languages) {
  test(`from headline to headline by single keys, in ${language}`, async ({ page }) => {
    const reader = new Reader(page, language);
    await reader.open(language === 'fr' ? 'derniers-articles' : 'latest');
    await isListening(page);
    const headlines = page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link');
    await page.keyboard.press('j');
    await expect(headlines.first()).toBeFocused();
    for (const nth of [1, 2, 3]) {
      await page.keyboard.press('j');
      await expect(headlines.nth(nth)).toBeFocused();
      await expect(headlines.nth(nth)).toBeInViewport({ ratio: 1 });
    }
    await page.keyboard.press('K');
    await expect(headlines.nth(2)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(reader.heading).toBeFocused();

    const inText = page.locator('.body h2:not(.between *)');
    await expect(inText.first()).toBeAttached();
    await page.keyboard.press('j');
    await expect(inText.first()).toBeFocused();
    // Below the bar, and above what is read from here on.
    const top = await inText.first().evaluate((heading) => heading.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(56);
    expect(top).toBeLessThan(150);
    await page.keyboard.press('k');
    await expect(reader.heading).toBeFocused();
  });

  test(`save, switch, find and all the keys by single keys, in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const reader = new Reader(page, language);
    await reader.openArticle(bilingual);
    await isListening(page);
    await page.keyboard.press('t');
    const contents = page.getByRole('navigation', { name: reader.words('article.contents') });
    await expect(contents.getByRole('link').first()).toBeFocused();
    await page.keyboard.press('s');
    await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('l');
    reader.language = otherLanguage(language);
    await reader.seesArticle(bilingual);
    await page.keyboard.press('l');
    reader.language = language;
    await reader.seesArticle(bilingual);

    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: reader.words('settings.shortcuts') });
    await expect(dialog.getByText(reader.words('keys.save'))).toBeVisible();
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');

    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: reader.words('lists.find') });
    await expect(field).toBeFocused();
    await page.keyboard.type('js/?');
    await expect(field).toHaveValue('js/?');
    await field.blur();
    await page.keyboard.press('/');
    await expect(field).toBeFocused();
  });

  test(`no single key does anything once they are turned off, in ${language}`, async ({ page }) => {
    const reader = new Reader(page, language);
    await reader.open(language === 'fr' ? 'reglages' : 'settings');
    await page.getByRole('radio', { name: reader.words('settings.shortcuts.off') }).check();
    await reader.openArticle(bilingual);
    await isListening(page);
    for (const letter of 'jkslbt/?') await page.keyboard.press(letter);
    // What a key would have done would be done before this is.
    await reader.saveButton.click();
    await expect(reader.saveButton).toHaveAttribute('aria-pressed', 'true');
    await reader.seesArticle(bilingual);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('group', { name: /^(Français|English)$/ })).toHaveCount(0);
  });

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
