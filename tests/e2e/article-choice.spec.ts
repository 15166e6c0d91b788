import type { Page } from '@playwright/test';
import { languages, otherLanguage } from '../../src/content/language.ts';
import { demoArticle, demoVersion, only } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { shiftsOf, watchShifts } from '../support/shifts.ts';

test.use({ findsPages: true });

for (const language of languages) {
  const other = otherLanguage(language);
  const latest = language === 'fr' ? 'derniers-articles' : 'latest';
  const elsewhere = demoVersion(only[other], other).headline;
  const own = demoVersion(only[language], language).headline;

  async function choose(reader: Reader, choice: 'all' | 'originals' | 'own') {
    await reader.open(language === 'fr' ? 'reglages' : 'settings');
    const name =
      choice === 'all'
        ? reader.words('settings.articles.all')
        : reader.words(`settings.articles.${choice}`, {
            language: { fr: 'français', en: 'English' }[language],
          });
    await reader.page.getByRole('radio', { name, exact: true }).check();
  }

  test.describe(`articles in lists, in ${language}`, () => {
    test('those of the other language are hidden at wish', async ({ page }) => {
      const reader = new Reader(page, language);
      await choose(reader, 'own');
      for (const path of [latest, '']) {
        await reader.open(path);
        await expect(page.getByRole('link', { name: own, exact: true })).toBeVisible();
        await expect(page.getByText(elsewhere)).toBeHidden();
        await expect(reader.button('hidden.show')).toBeVisible();
        await expect(page.getByText(/^1\sarticle/)).toBeVisible();
      }

      // What is read in the other language can be opened all the same.
      await page.goto(`${language}/article/${only[other]}`);
      await expect(reader.heading).toHaveText(elsewhere);

      await reader.open(latest);
      await reader.button('hidden.show').focus();
      await page.keyboard.press('Enter');
      const shown = page.getByRole('link', { name: elsewhere, exact: true });
      await expect(shown).toBeFocused();
      await expect(shown).toBeInViewport();
      await expect(reader.button('hidden.show')).toHaveCount(0);
      await expect(page.getByText(reader.words('hidden.shown'))).toBeVisible();
      await reader.button('hidden.undo').click();
      await expect(shown).toBeHidden();
      await reader.button('hidden.show').click();
      await page.reload();
      await expect(page.getByRole('link', { name: elsewhere, exact: true })).toBeVisible();
    });

    test('follow the language when it is switched', async ({ page }) => {
      const reader = new Reader(page, language);
      await choose(reader, 'own');
      await reader.open(latest);
      await expect(page.getByText(elsewhere)).toBeHidden();
      await reader.switchLanguage();
      await expect(page.getByText(elsewhere)).toBeVisible();
      await expect(page.getByText(own)).toBeHidden();
    });

    test('what is hidden of what to read next is told', async ({ page }) => {
      const reader = new Reader(page, language);
      await page.route('**/content/addresses/*.json*', async (route) => {
        const address = (await (await route.fetch()).json()) as {
          related: { versions: object }[];
        };
        for (const { versions } of address.related) Reflect.deleteProperty(versions, language);
        await route.fulfill({ json: address });
      });
      await choose(reader, 'own');
      // Within the app: the page as drawn has them in its language.
      await reader.open(latest);
      await page.getByRole('link', { name: own, exact: true }).click();
      const related = page.getByRole('region', { name: reader.words('article.related') });
      await expect(related.getByRole('listitem')).toHaveCount(0);
      await related.getByRole('button', { name: reader.words('hidden.show') }).click();
      await expect(related.getByRole('listitem')).not.toHaveCount(0);
    });

    test('a section with none in the language is not shown on the front page', async ({ page }) => {
      const reader = new Reader(page, language);
      await page.route('**/content/front.json*', async (route) => {
        const front = (await (await route.fetch()).json()) as {
          sections: { id: string; articles: { versions: object }[] }[];
        };
        for (const { articles } of front.sections.slice(0, 1)) {
          for (const { versions } of articles) Reflect.deleteProperty(versions, language);
        }
        await route.fulfill({ json: front });
      });
      await choose(reader, 'own');
      await page
        .getByRole('navigation', { name: reader.words('nav.main') })
        .first()
        .getByRole('link')
        .first()
        .click();
      const sections = page.getByRole('main').getByRole('heading', { level: 2 });
      await expect(reader.button('hidden.show')).toBeVisible();
      const shown = await sections.count();
      await reader.button('hidden.show').click();
      await expect(sections).toHaveCount(shown + 1);
    });

    test('originals stand first at wish, to the eye and to the keyboard', async ({ page }) => {
      const reader = new Reader(page, language);
      await choose(reader, 'originals');
      await reader.open(latest);
      const isOriginal = new Map(
        Object.entries(await headlinesOnPage(page)).map(([headline, id]) => [
          headline,
          demoArticle(id).originalLanguage === language,
        ]),
      );
      expect([...isOriginal.values()]).toContain(false);
      const arranged = (headlines: string[]) => {
        const originals = headlines.map((headline) => isOriginal.get(headline));
        return originals.lastIndexOf(true) < originals.indexOf(false);
      };
      const inOrder = () => page.locator('main article :is(h2, h3)').allTextContents();
      expect(arranged(await headlinesByEye(page))).toBe(true);
      await expect.poll(async () => arranged(await inOrder())).toBe(true);
      expect(await headlinesByEye(page)).toEqual(await inOrder());
    });
  });
}

test.describe('before the app runs', () => {
  test.use({ serviceWorkers: 'block' });

  for (const articles of ['originals', 'own'] as const) {
    test(`lists are as they will be: ${articles}`, async ({ page, host }) => {
      await watchShifts(page);
      await page.addInitScript(
        (settings) => localStorage.setItem('liseuse.settings', settings),
        JSON.stringify({ articles }),
      );
      const release = host.hold(/\.js$/);
      for (const path of ['fr/', 'fr/derniers-articles']) {
        await page.goto(path, { waitUntil: 'domcontentloaded' });
        const before = await headlinesByEye(page);
        expect(before.includes(demoVersion(only.en, 'en').headline)).toBe(articles === 'originals');
        release();
        await page.waitForLoadState('networkidle');
        const told = articles === 'originals' ? 'arranged' : articles;
        await expect(page.locator('html')).toHaveAttribute('data-articles', told);
        expect(await headlinesByEye(page)).toEqual(before);
        expect(await shiftsOf(page)).toEqual([]);
      }
    });
  }
});

test.describe('a page on its way', () => {
  test.use({ serviceWorkers: 'block' });

  test('shows no translation that an original would push down', async ({ page, host }) => {
    await page.addInitScript(() =>
      localStorage.setItem('liseuse.settings', '{"articles":"originals"}'),
    );
    host.hold(/\.js$/);
    await page.route('**/fr/derniers-articles', async (route) => {
      const response = await route.fetch();
      const upToItem = (await response.text()).split('<li class=');
      await route.fulfill({ response, body: upToItem.slice(0, 5).join('<li class=') });
    });
    await page.goto('fr/derniers-articles', { waitUntil: 'domcontentloaded' });
    const seen = page.locator('main li').filter({ visible: true });
    await expect(seen).not.toHaveCount(0);
    await expect(seen.and(page.locator('.original'))).toHaveCount(await seen.count());
    expect(await page.locator('main li').count()).toBeGreaterThan(await seen.count());
  });
});

test.describe('a large edition', () => {
  test.use({ site: 'large' });

  test('what is brought later comes below, originals first by themselves', async ({ page }) => {
    const reader = new Reader(page, 'fr');
    await reader.open();
    await page.evaluate(() => localStorage.setItem('liseuse.settings', '{"articles":"originals"}'));
    await reader.open('derniers-articles');
    // On the first page some are translations, which come last on it; on the second there are none.
    const oldest = demoVersion('leap-second', 'fr').headline;
    await expect.poll(async () => (await headlinesByEye(page)).at(-1)).toBe(oldest);
    const before = await headlinesByEye(page);
    await reader.button('lists.more').click();
    await expect
      .poll(async () => (await headlinesByEye(page)).length)
      .toBeGreaterThan(before.length);
    expect((await headlinesByEye(page)).slice(0, before.length)).toEqual(before);
  });
});

/** From the top of the page to its foot, those that can be seen. */
function headlinesByEye(page: Page): Promise<string[]> {
  return page.locator('main article :is(h2, h3)').evaluateAll((headings) =>
    headings
      .filter((heading) => heading.checkVisibility())
      // What is far below is not laid out, but its item is.
      .map((heading) => ({
        text: heading.textContent,
        box: (heading.closest('li') ?? heading).getBoundingClientRect(),
      }))
      .sort((a, b) => a.box.top - b.box.top)
      .map(({ text }) => text),
  );
}

/** Which article each headline is of. */
async function headlinesOnPage(page: Page): Promise<Record<string, string>> {
  const response = await page.request.get('content/index.json');
  const { articles } = (await response.json()) as {
    articles: { id: string; versions: Record<string, { headline: string }> }[];
  };
  return Object.fromEntries(
    articles.flatMap(({ id, versions }) =>
      Object.values(versions).map(({ headline }) => [headline, id]),
    ),
  );
}
