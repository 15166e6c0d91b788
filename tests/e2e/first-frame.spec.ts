import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { languages, otherLanguage, type Language } from '../../src/content/language.ts';
import { articlePath, bilingual } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';

test.use({ findsPages: true, serviceWorkers: 'block' });

type Rgb = [number, number, number];

interface Look {
  page: Rgb;
  ink: Rgb;
  /** Of the bar at the foot. */
  bar: Rgb;
}

/** What a reader sees of a theme, written down a second time on purpose. */
const looks: Record<'light' | 'sepia' | 'dark' | 'black' | 'contrast', Look> = {
  light: { page: [251, 249, 244], ink: [31, 28, 24], bar: [255, 253, 249] },
  sepia: { page: [243, 231, 208], ink: [51, 40, 26], bar: [248, 238, 219] },
  dark: { page: [25, 23, 20], ink: [233, 227, 216], bar: [33, 30, 26] },
  black: { page: [0, 0, 0], ink: [233, 227, 216], bar: [14, 13, 11] },
  contrast: { page: [0, 0, 0], ink: [255, 255, 255], bar: [0, 0, 0] },
};

/** What the reader has chosen, what the system says, and what they should see. */
const choices = [
  { theme: 'system', colorScheme: 'light', look: looks.light },
  { theme: 'system', colorScheme: 'dark', look: looks.dark },
  { theme: 'light', colorScheme: 'dark', look: looks.light },
  { theme: 'sepia', colorScheme: 'dark', look: looks.sepia },
  { theme: 'dark', colorScheme: 'light', look: looks.dark },
  { theme: 'black', colorScheme: 'light', look: looks.black },
  { theme: 'contrast', colorScheme: 'light', look: looks.contrast },
  { theme: 'light', colorScheme: 'light', look: looks.light },
  { theme: 'sepia', colorScheme: 'light', look: looks.sepia },
  { theme: 'dark', colorScheme: 'dark', look: looks.dark },
  { theme: 'black', colorScheme: 'dark', look: looks.black },
  { theme: 'contrast', colorScheme: 'dark', look: looks.contrast },
] as const;

/** The smallest and the largest size of text, and that of an article’s headline with each. */
const sizes = [
  { textScale: 0.85, headline: '30.525px' },
  { textScale: 1.5, headline: '41.25px' },
];

/** Somebody’s first visit with these choices kept, from a visit before the browser’s cache was emptied. */
function visitor(
  browser: Browser,
  url: string,
  { theme, colorScheme }: (typeof choices)[number],
  textScale: number,
  kept: Language,
) {
  const localStorage = [
    { name: 'liseuse.settings', value: JSON.stringify({ theme, textScale }) },
    { name: 'liseuse.language', value: kept },
  ];
  const { origin } = new URL(url);
  return browser.newContext({
    baseURL: url,
    colorScheme,
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
    storageState: { cookies: [], origins: [{ origin, localStorage }] },
  });
}

function computed(page: Page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const style = getComputedStyle(root);
    const h1 = getComputedStyle(document.querySelector('h1')!);
    return {
      background: style.backgroundColor,
      theme: root.dataset['theme'] ?? 'system',
      textScale: Number(style.getPropertyValue('--text-scale')),
      language: root.lang,
      ink: h1.color,
      headline: h1.fontSize,
      scheme: style.colorScheme,
    };
  });
}

/** The pixels of a picture’s corners: at the top, then at the foot. */
async function corners(picture: Buffer): Promise<Rgb[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return [0, width - 1, (height - 1) * width, height * width - 1].map(
    (pixel) => [...data.subarray(pixel * channels, pixel * channels + 3)] as Rgb,
  );
}

for (const language of languages) {
  for (const choice of choices) {
    const { theme, colorScheme, look } = choice;
    test(`what is kept holds before the app runs: ${theme}, by a ${colorScheme} system, in ${language}`, async ({
      browser,
      host,
      witness,
    }) => {
      for (const { textScale, headline } of sizes) {
        // The address decides, whatever was chosen before.
        const context = await visitor(browser, host.url, choice, textScale, 'fr');
        await witness.watch(context);
        const page = await context.newPage();
        const release = host.hold(/\.js$/);
        await page.goto(articlePath(bilingual, language), { waitUntil: 'commit' });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

        const before = await computed(page);
        expect(before).toEqual({
          background: `rgb(${look.page.join(', ')})`,
          theme,
          textScale,
          language,
          ink: `rgb(${look.ink.join(', ')})`,
          headline,
          scheme: look.page[0] > 128 ? 'light' : 'dark',
        });
        const seen = [look.page, look.page, look.bar, look.bar];
        expect(await corners(await page.screenshot())).toEqual(seen);

        release();
        await page.waitForFunction(
          () => performance.getEntriesByName('liseuse:interactive').length > 0,
        );
        expect(await computed(page)).toEqual(before);
        expect(await corners(await page.screenshot())).toEqual(seen);
        await context.close();
      }
    });
  }
}

/** Pages that come in another way: of a list, of the reader’s own, and for addresses that lead nowhere. */
const otherPages: Record<Language, string[]> = {
  fr: ['fr/', 'fr/reglages', 'fr/rien'],
  en: ['en/', 'en/settings', 'en/nothing'],
};

for (const language of languages) {
  for (const path of otherPages[language]) {
    test(`the first frame is that of the settled page: ${path}`, async ({
      browser,
      host,
      witness,
    }) => {
      const dark = choices.find(({ theme }) => theme === 'dark')!;
      const context = await visitor(browser, host.url, dark, 1.5, otherLanguage(language));
      await witness.watch(context);
      const page = await context.newPage();
      const release = host.hold(/\.js$/);
      await page.goto(path, { waitUntil: 'commit' });
      await expect(page.locator('html')).toHaveAttribute('data-scripted');
      const style = () =>
        page.evaluate(() => {
          const { style, lang, dataset } = document.documentElement;
          const { backgroundColor } = getComputedStyle(document.documentElement);
          const scale = style.getPropertyValue('--text-scale');
          return { lang, theme: dataset['theme'], scale, backgroundColor };
        });
      const before = await style();
      expect(before).toEqual({
        lang: language,
        theme: 'dark',
        scale: '1.5',
        backgroundColor: `rgb(${looks.dark.page.join(', ')})`,
      });
      const [top] = await corners(await page.screenshot());
      expect(top).toEqual(looks.dark.page);
      release();
      await page.waitForFunction(
        () => performance.getEntriesByName('liseuse:interactive').length > 0,
      );
      expect(await style()).toEqual(before);
      expect((await corners(await page.screenshot()))[0]).toEqual(top);
      await context.close();
    });
  }
}
