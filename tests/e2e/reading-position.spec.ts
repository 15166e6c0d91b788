import { languages, otherLanguage, type Language } from '../../src/content/language.ts';
import { articlePath, bilingual, demoVersion } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';

const key = 'liseuse.positions';

function stored(page: Page): Promise<string> {
  return page.evaluate((name) => localStorage.getItem(name) ?? '', key);
}

/** Id of a paragraph well down the article. */
function middleOf(language: Language): string {
  const paragraphs = demoVersion(bilingual, language).body.filter(
    ({ type }) => type === 'paragraph',
  );
  return paragraphs[Math.floor(paragraphs.length / 2)]!.id;
}

/** Turns the wheel until the block is where the eye rests. */
async function readTo(page: Page, id: string): Promise<void> {
  const block = page.locator(`[id="${id}"]`);
  await page.mouse.move(190, 400);
  await expect
    .poll(async () => {
      const away = await block.evaluate(
        (element) => element.getBoundingClientRect().top - innerHeight / 3 + 8,
      );
      await page.mouse.wheel(0, away);
      return Math.abs(away);
    })
    .toBeLessThanOrEqual(1);
}

/** How far a block is from where the eye rests; a block just begun is 8 px above it. */
function distance(page: Page, id: string): Promise<number> {
  return page
    .locator(`[id="${id}"]`)
    .evaluate((block) => Math.abs(block.getBoundingClientRect().top - innerHeight / 3 + 8));
}

/** The part that notes positions comes at leisure. */
async function isAtLeisure(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
}

async function readHalf(reader: Reader): Promise<string> {
  const id = middleOf(reader.language);
  await reader.openArticle(bilingual);
  await isAtLeisure(reader.page);
  await readTo(reader.page, id);
  await expect.poll(() => stored(reader.page)).toContain(`["${id}"`);
  return id;
}

for (const language of languages) {
  const other = otherLanguage(language);

  test.describe(language, () => {
    test('read half on Monday, go on in the other language on Tuesday', async ({ device }) => {
      const id = await readHalf(new Reader(await device.start(), language));
      await device.stop();

      const page = await device.start();
      const reader = new Reader(page, other);
      await reader.openArticle(bilingual);
      await expect(reader.text('position.resumed')).toBeVisible();
      // A share of the block, which is longer or shorter here.
      await expect.poll(() => distance(page, id)).toBeLessThan(8);

      await reader.button('position.toTop').click();
      await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
      expect(await stored(page)).not.toContain(bilingual);
      await device.stop();
      const again = new Reader(await device.start(), other);
      await again.openArticle(bilingual);
      await isAtLeisure(again.page);
      expect(await again.page.evaluate(() => scrollY)).toBe(0);
    });

    test('a link within the app leads to where one was as well', async ({ page }) => {
      const reader = new Reader(page, language);
      const id = await readHalf(reader);
      await reader.open();
      await reader.linkTo(bilingual).first().click();
      await reader.seesArticle(bilingual);
      await expect(reader.text('position.resumed')).toBeVisible();
      await expect.poll(() => distance(page, id)).toBeLessThanOrEqual(2);
    });
  });
}

test('an address that names a place leads there', async ({ page }) => {
  const reader = new Reader(page, 'fr');
  await readHalf(reader);
  await reader.open();
  const first = demoVersion(bilingual, 'fr').body[1]!.id;
  await page.goto(`${articlePath(bilingual, 'fr')}#${first}`);
  await reader.seesArticle(bilingual);
  await isAtLeisure(page);
  await expect(page.locator(`[id="${first}"]`)).toBeInViewport();
  await expect(reader.text('position.resumed')).toHaveCount(0);
});

test.describe('while the program is on its way', () => {
  test.use({ serviceWorkers: 'block', findsPages: true });

  test('a reader who has moved is not taken away, nor is the place forgotten', async ({ page }) => {
    const reader = new Reader(page, 'fr');
    const id = await readHalf(reader);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const second = await page.context().newPage();
    await second.route(/\/assets\/.*\.js/, async (route) => {
      await released;
      await route.continue();
    });
    await second.goto(articlePath(bilingual, 'fr'), { waitUntil: 'commit' });
    await second.waitForSelector('.blocks');
    await second.mouse.move(190, 400);
    await second.mouse.wheel(0, 60);
    await expect.poll(() => second.evaluate(() => scrollY)).toBe(60);
    release();
    await isAtLeisure(second);
    await second.mouse.wheel(0, 20);
    await expect.poll(() => second.evaluate(() => history.state?.top as unknown)).toBe(80);
    await second.goto('fr/');
    expect(await stored(second)).toContain(`["${id}"`);
  });
});

test('nothing is kept before the reader has scrolled, at the end, or back at the top', async ({
  page,
}) => {
  const reader = new Reader(page, 'en');
  const id = middleOf('en');
  await page.goto(`${articlePath(bilingual, 'en')}#${id}`);
  await reader.seesArticle(bilingual);
  await isAtLeisure(page);
  await reader.switchLanguage();
  await reader.switchLanguage();
  await page.reload();
  await reader.seesArticle(bilingual);
  expect(await stored(page)).toBe('');

  await isAtLeisure(page);
  await readTo(page, id);
  await expect.poll(() => stored(page)).toContain(bilingual);
  await page.keyboard.press('End');
  await expect.poll(() => stored(page)).toBe('[]');
  await readTo(page, id);
  await expect.poll(() => stored(page)).toContain(bilingual);
  await page.keyboard.press('Home');
  await expect.poll(() => stored(page)).toBe('[]');
});

for (const broken of ['{', '7', '[[1]]', `["${bilingual}"]`, `[["${bilingual}",["x"],9]]`]) {
  test(`a broken note hurts nobody: ${broken}`, async ({ page }) => {
    await page.addInitScript(([name, text]) => localStorage.setItem(name!, text!), [key, broken]);
    const reader = new Reader(page, 'fr');
    await reader.openArticle(bilingual);
    await isAtLeisure(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await readTo(page, middleOf('fr'));
    await expect.poll(() => stored(page)).toMatch(new RegExp(`^\\[\\["${bilingual}"`));
  });
}

test('two tabs keep each other’s places', async ({ page, context }) => {
  const reader = new Reader(page, 'fr');
  await readHalf(reader);
  const second = new Reader(await context.newPage(), 'fr');
  await second.openArticle('two-tides-a-day');
  await isAtLeisure(second.page);
  const [, , , , , block] = demoVersion('two-tides-a-day', 'fr').body;
  await readTo(second.page, block!.id);
  await expect.poll(() => stored(second.page)).toContain('two-tides-a-day');
  expect(await stored(second.page)).toContain(bilingual);
});
