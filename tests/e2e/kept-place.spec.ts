import { languages } from '../../src/content/language.ts';
import type { Block } from '../../src/content/model.ts';
import { demoVersion } from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { clearCaches } from '../support/stored.ts';

/** With two pictures and more than ten screens of text. */
const long = 'power-grid-closed-sky';
/** Its first note is longer in French by a line. */
const noted = 'ice-core-memory';

/** Puts a block where the eye rests, a few lines into it, as a reader does who scrolls. */
async function readTo(page: Page, id: string): Promise<void> {
  await page.locator(`[id="${id}"]`).evaluate((block) => {
    scrollBy({ top: block.getBoundingClientRect().top - innerHeight / 4, behavior: 'instant' });
  });
}

function standing(page: Page, id: string): Promise<{ top: number; scrollY: number }> {
  return page
    .locator(`[id="${id}"]`)
    .evaluate((block) => ({ top: block.getBoundingClientRect().top, scrollY }));
}

const sizeOf = (block: Block) => JSON.stringify(block).length;

/** There and back again, twice, without a pixel’s difference. */
async function switchesInPlace(reader: Reader, id: string): Promise<void> {
  const { page } = reader;
  const before = await standing(page, id);
  for (let times = 0; times < 2; times += 1) {
    await reader.switchLanguage();
    await reader.seesArticle(long);
    await expect
      .poll(async () => Math.abs((await standing(page, id)).top - before.top))
      .toBeLessThanOrEqual(1);
    await reader.switchLanguage();
    await reader.seesArticle(long);
    await expect.poll(() => standing(page, id)).toEqual(before);
  }
}

for (const language of languages) {
  const { body } = demoVersion(long, language);
  const paragraphs = body.filter(({ type }) => type === 'paragraph');
  const late = paragraphs.at(-3)!.id;
  const [, { id: belowPicture }] = body
    .slice(body.findIndex(({ type }) => type === 'figure'))
    .filter(({ type }) => type === 'paragraph') as [Block, Block];
  // Not those of other articles: they would take up all the connections that a browser makes.
  const sources = body.flatMap((block) => (block.type === 'figure' ? [block.image.src] : []));
  const pictures = new RegExp(sources.map((src) => src.replace(/-1600\.webp$/, '-')).join('|'));

  test.describe(language, () => {
    for (const textScale of [0.85, 1.5]) {
      test(`pictures above that are still on their way move nothing, at size ${textScale}`, async ({
        page,
        host,
      }) => {
        await page.addInitScript((scale) => {
          localStorage.setItem('liseuse.settings', JSON.stringify({ textScale: scale }));
        }, textScale);
        const release = host.hold(pictures);
        const reader = new Reader(page, language);
        await page.goto(`${language}/article/${demoVersion(long, language).slug}`, {
          waitUntil: 'commit',
        });
        await reader.seesArticle(long);
        await readTo(page, belowPicture);
        const before = await standing(page, belowPicture);
        await reader.switchLanguage();
        await reader.seesArticle(long);
        release();
        const picture = page.locator('.blocks img').first();
        await expect
          .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
          .toBeGreaterThan(0);
        expect(Math.abs((await standing(page, belowPicture)).top - before.top)).toBeLessThanOrEqual(
          1,
        );
        await reader.switchLanguage();
        await reader.seesArticle(long);
        await expect.poll(() => standing(page, belowPicture)).toEqual(before);
      });
    }

    test('what is read of the other language, unfolded, stands where it stood in this one', async ({
      page,
    }) => {
      // The longest: its end is far below its mark.
      const { id } = paragraphs.reduce((a, b) => (sizeOf(b) > sizeOf(a) ? b : a));
      const reader = new Reader(page, language);
      await reader.openArticle(long);
      await page.locator(`#${id} + .between`).getByRole('button').click();
      const unfolded = page.locator(`#${id} + .between .blocks > p`);
      const endOfScreen = async () => {
        const { bottom } = await unfolded.evaluate((text) => text.getBoundingClientRect());
        return bottom;
      };
      // Its last words stand where the eye rests.
      await unfolded.evaluate((text) => {
        const { bottom } = text.getBoundingClientRect();
        scrollBy({ top: bottom - innerHeight / 3 - 8, behavior: 'instant' });
      });
      const before = { end: await endOfScreen(), scrollY: await page.evaluate(() => scrollY) };
      const { top } = await unfolded.evaluate((text) => text.getBoundingClientRect());
      expect(top, 'the mark is out of sight').toBeLessThan(0);
      await reader.switchLanguage();
      await reader.seesArticle(long);
      await expect(unfolded).toHaveCount(1);
      await expect.poll(async () => Math.abs((await endOfScreen()) - before.end)).toBeLessThan(20);
      await reader.switchLanguage();
      await reader.seesArticle(long);
      await expect
        .poll(async () => ({
          end: await endOfScreen(),
          scrollY: await page.evaluate(() => scrollY),
        }))
        .toEqual(before);
    });

    test('a note of the other language, unfolded, stands where it stood in this one', async ({
      page,
    }) => {
      const { id } = demoVersion(noted, language).body.find(({ type }) => type === 'footnotes')!;
      // Both all the time: only then can a mark lead to it, and it has a name of its own.
      await page.addInitScript(() => (localStorage['liseuse.settings'] = '{"isBoth":true}'));
      const reader = new Reader(page, language);
      await reader.openArticle(noted);
      const last = page.locator(`#${id} + .between li`).last();
      await expect(last).toHaveAttribute('id');
      await last.evaluate((note) => {
        const { top } = note.getBoundingClientRect();
        scrollBy({ top: top - innerHeight / 3 + 10, behavior: 'instant' });
      });
      const top = () => last.evaluate((note) => note.getBoundingClientRect().top);
      const before = await top();
      await reader.switchLanguage();
      await reader.seesArticle(noted);
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
    });

    test('the saved copy keeps the place too, without a network', async ({
      page,
      context,
      witness,
    }) => {
      witness.expectFailedRequests();
      const reader = new Reader(page, language);
      await reader.openArticle(long);
      await reader.isReadyForOffline();
      await reader.save();
      await clearCaches(page);
      await context.setOffline(true);
      await reader.openArticle(long);
      for (const id of [paragraphs[2]!.id, late]) {
        await readTo(page, id);
        await switchesInPlace(reader, id);
      }
    });
  });
}
