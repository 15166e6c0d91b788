import { expect, type Locator, type Page } from '@playwright/test';
import { otherLanguage, type Language } from '../../src/content/language.ts';
import { articlePath, demoSite, demoVersion } from './demo-edition.ts';
import { words, type Key, type Values } from './words.ts';

const names: Record<Language, string> = { fr: 'Français', en: 'English' };

/** Somebody at a tab, reading in a language: what they see by the name it has for them, and do. */
export class Reader {
  readonly page: Page;
  language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  /** What the interface says, in the reader’s language. */
  words(key: Key, values?: Values): string {
    return words(this.language, key, values);
  }

  /** @param path below the language, `''` for the front page */
  async open(path = ''): Promise<void> {
    await this.page.goto(`${this.language}/${path}`);
  }

  async openArticle(id: string): Promise<void> {
    await this.page.goto(articlePath(id, this.language));
    await this.seesArticle(id);
  }

  /** The headline, and the text below it: the one may come before the other. */
  async seesArticle(id: string): Promise<void> {
    const { headline, body } = demoVersion(id, this.language);
    await expect(this.heading).toHaveText(headline);
    await expect(this.page.locator(`[id="${body[0]?.id}"]`)).toBeAttached();
    await expect(this.page).toHaveURL(new RegExp(`/${articlePath(id, this.language)}(#.*)?$`));
  }

  /** The heading of the page. */
  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** Title of the browser’s tab for a page called so. */
  titleOf(name: string): string {
    return `${name} – ${demoSite.name[this.language]}`;
  }

  button(key: Key, values?: Values): Locator {
    return this.page.getByRole('button', { name: this.words(key, values), exact: true });
  }

  link(key: Key, values?: Values): Locator {
    return this.page.getByRole('link', { name: this.words(key, values), exact: true });
  }

  text(key: Key, values?: Values): Locator {
    return this.page.getByText(this.words(key, values));
  }

  /** The link to an article, by its headline. */
  linkTo(id: string): Locator {
    return this.page.getByRole('link', {
      name: demoVersion(id, this.language).headline,
      exact: true,
    });
  }

  /** The button that keeps the article on the screen. */
  get saveButton(): Locator {
    return this.button('saved.save');
  }

  async save(): Promise<void> {
    await this.saveButton.click();
    await expect(this.saveButton).toHaveAttribute('aria-pressed', 'true');
  }

  /** The bar at the foot of the screen. */
  get mainNavigation(): Locator {
    return this.page.getByRole('navigation', { name: this.words('nav.main') });
  }

  /** The switch in the top bar. */
  languageChoice(language: Language): Locator {
    return this.page
      .getByRole('banner')
      .getByRole('group', { name: this.words('language.label') })
      .getByRole('link', { name: names[language] });
  }

  /** Goes on in the other language. */
  async switchLanguage(): Promise<void> {
    const language = otherLanguage(this.language);
    await this.languageChoice(language).click();
    this.language = language;
    await expect(this.page.locator('html')).toHaveAttribute('lang', language);
  }

  /** Waits until the worker has all it needs to do without the network. */
  async isReadyForOffline(): Promise<void> {
    await this.page.evaluate(async () => {
      const container = navigator.serviceWorker;
      await container.ready;
      if (container.controller) return;
      await new Promise((resolve) =>
        container.addEventListener('controllerchange', resolve, { once: true }),
      );
    });
  }
}

/** How far a page is scrolled, in pixels, once it is at rest and that place is remembered. */
export async function restingPlace(page: Page): Promise<number> {
  const place = () => page.evaluate(() => ({ top: scrollY, kept: history.state?.top as unknown }));
  await expect.poll(async () => (await place()).kept).toEqual((await place()).top);
  return (await place()).top;
}
