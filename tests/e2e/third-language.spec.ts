/** A third language, on the narrowest phone: nothing is clipped, overlapping, untranslated or mirrored wrongly. */
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { demoVersion, bilingual, only } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { pseudoLanguages, pseudoMessage, type PseudoName } from '../support/pseudo-languages.ts';
import type { Key } from '../support/words.ts';

const english = JSON.parse(readFileSync('src/i18n/locales/en.json', 'utf8')) as Record<Key, string>;
const names: PseudoName[] = ['accented', 'mirrored'];

test.use({ viewport: { width: 320, height: 640 } });

for (const name of names) {
  test.describe(name, () => {
    test.use({ site: name });
    const language = pseudoLanguages[name];
    const { tag } = language;
    const say = (key: Key) => pseudoMessage(english[key], language);
    const article = `article/${demoVersion(bilingual, 'en').slug}`;

    async function open(page: Page, path: string) {
      await page.goto(`${tag}/${path}`);
      const root = page.locator('html');
      await expect(root).toHaveAttribute('lang', tag);
      await expect(root).toHaveAttribute('dir', language.facts.direction);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }

    for (const path of [
      '',
      'latest',
      'sections',
      'section/security-defence',
      'saved',
      'my-comments',
      'settings',
      'nowhere',
    ]) {
      test(`/${path} is whole`, async ({ page, witness }) => {
        if (path === 'nowhere') witness.expectFailedRequests();
        await open(page, path);
        expect(await layoutFaults(page)).toEqual([]);
      });
    }

    test('an article is whole, is saved, gets a comment, and all that is said of it', async ({
      page,
    }) => {
      await open(page, article);
      expect(await layoutFaults(page)).toEqual([]);

      await page.getByRole('button', { name: say('saved.save'), exact: true }).click();
      await expect(page.getByText(say('saved.done'))).toBeVisible();
      expect(await layoutFaults(page)).toEqual([]);

      await page.getByRole('button', { name: say('comments.write') }).click();
      await page.getByRole('textbox', { name: say('comments.text') }).fill(language.say('A word'));
      expect(await layoutFaults(page)).toEqual([]);
      await page.getByRole('button', { name: say('comments.send') }).click();
      await expect(page.getByText(say('comments.onlyHere'), { exact: true })).toBeVisible();
      expect(await layoutFaults(page)).toEqual([]);

      for (const path of ['saved', 'my-comments']) {
        await open(page, path);
        await expect(page.getByRole('article').first()).toBeVisible();
        expect(await layoutFaults(page)).toEqual([]);
      }
    });

    test('an article that is not in it says so, and runs as its own language does', async ({
      page,
    }) => {
      await open(page, `article/${demoVersion(only.fr, 'fr').slug}`);
      const text = page.getByRole('article').first();
      await expect(text).toHaveAttribute('lang', 'fr');
      await expect(text).toHaveCSS('direction', 'ltr');
      expect(await layoutFaults(page)).toEqual([]);
    });

    test('the language is chosen like any other, and the switch changes what is said', async ({
      page,
    }) => {
      await page.goto(`fr/${article}`);
      await page.getByRole('banner').getByRole('link', { name: language.facts.name }).click();
      await expect(page.locator('html')).toHaveAttribute('dir', language.facts.direction);
      await expect(
        page.getByRole('banner').getByRole('button', { name: say('saved.save') }),
      ).toBeVisible();
      await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
      await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    });
  });
}

test.describe('mirrored', () => {
  test.use({ site: 'mirrored' });

  test('what stands at the start stands at the right, and what points on points left', async ({
    page,
  }) => {
    const { tag, say } = pseudoLanguages.mirrored;
    await page.goto(`${tag}/article/${demoVersion(bilingual, 'en').slug}`);
    const bar = page.getByRole('banner');
    const back = bar.getByRole('link', { name: say(english['nav.back']) });
    const settings = bar.getByRole('button', { name: say(english['nav.reading']) });
    const left = async (part: typeof back) => (await part.boundingBox())!.x;
    expect(await left(back)).toBeGreaterThan(await left(settings));
    await expect(back).toHaveCSS('transform', 'matrix(-1, 0, 0, 1, 0, 0)');

    const [first, second] = [0, 1].map((index) => bar.locator('[hreflang]').nth(index));
    expect(await left(first!)).toBeGreaterThan(await left(second!));
    await expect(first!).toHaveCSS('border-top-right-radius', '18px');
    await expect(first!).toHaveCSS('border-top-left-radius', '0px');

    const places = page
      .getByRole('navigation', { name: say(english['nav.main']) })
      .getByRole('link');
    expect(await left(places.first())).toBeGreaterThan(await left(places.last()));

    const heading = page.getByRole('heading', { level: 1 });
    const ends = await heading.evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
      return box.right - text.right;
    });
    expect(ends).toBeLessThan(2);
  });
});
