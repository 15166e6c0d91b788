import type { Locator } from '@playwright/test';
import { eachShown, hasWords } from '../../src/content/counterpart.ts';
import { languages, otherLanguage } from '../../src/content/language.ts';
import { languageName } from '../../src/i18n/format.ts';
import type { Block, ParagraphBlock } from '../../src/content/model.ts';
import { plainText } from '../../src/content/plain-text.ts';
import { setSpaces } from '../../src/content/typography/spaces.ts';
import { firstMarks } from '../../src/reader/footnotes.ts';
import {
  articlePath,
  bilingual,
  demoArticle,
  demoIds,
  demoVersion,
  only,
} from '../support/demo-edition.ts';
import { expect, test, type Page } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { shiftsOf, watchShifts } from '../support/shifts.ts';

test.use({ findsPages: true });

const names = { fr: 'Français', en: 'English' };
const wide = { width: 1280, height: 800 };

/** Articles with an aside that has a title. */
const withAside = ['two-tides-a-day', 'nato-call-ukraine-support'];
const withTable = 'wheat-price';

/** How many marks there are once all of them have come. */
const marksOf = (body: readonly Block[]) => [...eachShown(body)].filter(hasWords).length;

async function idsTwice(page: Page): Promise<string[]> {
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('[id]')].map((element) => element.id),
  );
  return ids.filter((id, index) => ids.indexOf(id) < index);
}

const fetchNothingAhead = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });

for (const language of languages) {
  const other = otherLanguage(language);
  const firstText = (of: typeof language) =>
    setSpaces(plainText((demoVersion(bilingual, of).body[0] as ParagraphBlock).text), of);
  const { body } = demoVersion(bilingual, language);
  const withLink = body.find((block) => JSON.stringify(block).includes('"link"'))!;
  const blockWithMark = body.find((block) => firstMarks([block]).size > 0)!;
  const notes = body.find((block) => block.type === 'footnotes')!;
  const noteIn = (of: typeof language) =>
    demoVersion(bilingual, of).body.find((block) => block.type === 'footnotes')!.notes[0]!.text;
  const said = (text: Locator) => text.evaluate((element) => element.textContent);

  /** Once the other text has come, for it can be unfolded. */
  async function staysInItsLanguage(reader: Reader) {
    const marks = reader.button('both.show', { language: languageName(other, language) });
    await marks.first().click();
    const unfolded = reader.page.getByRole('group', { name: names[other], exact: true });
    await expect(unfolded).toHaveCount(1);
    await reader.seesArticle(bilingual);
  }

  test.describe(`${other} beside ${language}`, () => {
    test('unfolds under its paragraph and folds again, by finger and by key', async ({ page }) => {
      await watchShifts(page);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const marks = reader.button('both.show', { language: languageName(other, reader.language) });
      await expect(marks.first()).toBeVisible();
      expect(await shiftsOf(page)).toEqual([]);

      const unfolded = page.getByRole('group', { name: names[other], exact: true });
      await marks.first().click();
      await expect(unfolded).toHaveCount(1);
      await expect(unfolded).toHaveAttribute('lang', other);
      expect(await said(unfolded)).toContain(firstText(other));
      await marks.first().click();
      await expect(unfolded).toHaveCount(0);

      await marks.nth(1).focus();
      await page.keyboard.press('Enter');
      await expect(unfolded).toHaveCount(1);
      await page.keyboard.press('Escape');
      await expect(unfolded).toHaveCount(0);
      await expect(marks.nth(1)).toBeFocused();

      // From within too.
      const mark = page.locator(`#${withLink.id} + .between`).getByRole('button');
      await mark.click();
      await unfolded.getByRole('link').first().focus();
      await page.keyboard.press('Escape');
      await expect(unfolded).toHaveCount(0);
      await expect(mark).toBeFocused();

      await marks.first().click();
      expect(await idsTwice(page)).toEqual([]);
    });

    test('unfolds at the key for it, below what is read, until it is turned off', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const unfolded = page.getByRole('group', { name: names[other], exact: true });
      const marks = reader.button('both.show', { language: languageName(other, language) });
      // Once this is said of the lists, the key is listened to.
      const isListening = () =>
        expect(page.locator('html')).toHaveAttribute('data-articles', 'all');
      await expect(marks.first()).toBeAttached();
      await isListening();
      // At the head of the article: the first block that is on the screen.
      await page.keyboard.press('b');
      await expect(unfolded).toHaveCount(1);
      await expect(unfolded).toBeInViewport({ ratio: 1 });
      expect(await said(unfolded)).toContain(firstText(other));
      await page.keyboard.press('b');
      await expect(unfolded).toHaveCount(0);

      // A block whose end is below the screen: what unfolds comes into sight.
      const paragraphs = body.filter(({ type }) => type === 'paragraph');
      const read = page.locator(`#${paragraphs.at(-3)!.id}`);
      await read.evaluate((block) => {
        const { bottom } = block.getBoundingClientRect();
        scrollBy({ top: bottom - innerHeight / 3 - 20, behavior: 'instant' });
      });
      const between = page.locator(`#${paragraphs.at(-3)!.id} + .between`);
      await page.keyboard.press('Control+b');
      await expect(unfolded).toHaveCount(0);
      await page.keyboard.press('B');
      await expect(between.getByRole('group')).toHaveCount(1);
      await expect(unfolded).toHaveCount(1);
      // With the eye in what unfolded, far from its mark.
      await unfolded.evaluate((panel) => {
        const { bottom } = panel.getBoundingClientRect();
        scrollBy({ top: bottom - innerHeight / 3 - 5, behavior: 'instant' });
      });
      await page.keyboard.press('b');
      await expect(unfolded).toHaveCount(0);
      await expect(between.getByRole('button')).toBeInViewport();

      // A letter of a comment is a letter.
      const words = page.getByRole('textbox', { name: reader.words('comments.text') });
      await reader.button('comments.write').click();
      await expect(words).toBeFocused();
      await page.keyboard.type('bb');
      await expect(words).toHaveValue('bb');
      await expect(unfolded).toHaveCount(0);

      await reader.button('nav.reading').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('b');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(unfolded).toHaveCount(0);

      await reader.open(language === 'fr' ? 'reglages' : 'settings');
      await page.getByRole('radio', { name: reader.words('settings.shortcuts.off') }).check();
      await reader.openArticle(bilingual);
      await expect(marks.first()).toBeAttached();
      await isListening();
      await page.keyboard.press('b');
      // What the key would have unfolded would be there before this is.
      await page
        .locator(`#${paragraphs.at(-3)!.id} + .between`)
        .getByRole('button')
        .click();
      await expect(unfolded).toHaveCount(1);
      await expect(between.getByRole('group')).toHaveCount(1);
    });

    test('takes the focus to what came by the key, and back to the mark', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await expect(page.locator('html')).toHaveAttribute('data-articles', 'all');
      const marks = reader.button('both.show', { language: languageName(other, language) });
      await expect(marks).toHaveCount(marksOf(body));
      await page.keyboard.press('b');
      const unfolded = page.getByRole('group', { name: names[other], exact: true });
      await expect(unfolded).toBeFocused();
      await page.keyboard.press('b');
      await expect(unfolded).toHaveCount(0);
      await expect(marks.first()).toBeFocused();

      const linked = page.locator(`#${withLink!.id} + .between`);
      await linked.getByRole('button').click();
      await linked.getByRole('link').first().focus();
      await page.keyboard.press('b');
      await expect(linked.getByRole('group')).toHaveCount(0);
      await expect(linked.getByRole('button')).toBeFocused();

      // Who reads the comments has read on.
      await page.locator('#comments').evaluate((comments) => {
        comments.scrollIntoView({ behavior: 'instant' });
        (document.activeElement as HTMLElement).blur();
      });
      const before = await page.evaluate(() => scrollY);
      await page.keyboard.press('b');
      // As some browsers send them when they fill in a form.
      await page.evaluate(() => dispatchEvent(new Event('keydown')));
      await marks.first().click();
      await expect(unfolded).toHaveCount(1);
      expect(await page.evaluate(() => scrollY)).toBeLessThan(before);
    });

    test('asked for twice while it is on its way unfolds once', async ({ page, host }) => {
      const reader = new Reader(page, language);
      const release = host.hold(/content\/articles\//);
      await reader.openArticle(bilingual);
      const mark = reader.button('both.show', { language: languageName(other, language) }).first();
      await mark.click();
      await expect(mark).toHaveAttribute('aria-busy', 'true');
      await mark.click();
      release();
      await expect(mark).toHaveAttribute('aria-busy', 'false');
      await expect(mark).toHaveAttribute('aria-expanded', 'true');
    });

    test('that comes late to a key does not fetch back who has read on', async ({ page, host }) => {
      const reader = new Reader(page, language);
      const release = host.hold(/content\/articles\//);
      await reader.openArticle(bilingual);
      await expect(page.locator('html')).toHaveAttribute('data-articles', 'all');
      const marks = reader.button('both.show', { language: languageName(other, language) });
      await expect(marks).toHaveCount(marksOf(body));
      await page.keyboard.press('b');
      await page.evaluate(() => scrollTo({ top: 2500, behavior: 'instant' }));
      // What unfolds far above is made up for by the browser: by what is seen, nothing moves.
      const read = page.locator(`#${body.at(-2)!.id}`);
      const top = () => read.evaluate((block) => Math.round(block.getBoundingClientRect().top));
      const before = await top();
      release();
      await expect(page.getByRole('group', { name: names[other], exact: true })).toHaveCount(1);
      expect(Math.abs((await top()) - before)).toBeLessThan(2);
      await expect(page.locator('body')).toBeFocused();
    });

    test('of a gallery stands beside it, and neither reaches into the other', async ({ page }) => {
      await page.addInitScript(() => (localStorage['liseuse.settings'] = '{"isBoth":true}'));
      await page.setViewportSize(wide);
      const reader = new Reader(page, language);
      await reader.openArticle('two-tides-a-day');
      const gallery = page.getByRole('group', { name: reader.words('article.gallery') });
      const beside = page.locator('.gallery + .between').getByRole('group').first();
      await expect(beside).toBeVisible();
      const [left, right] = await Promise.all(
        [gallery.getByRole('list'), beside].map((each) =>
          each.evaluate((part) => part.getBoundingClientRect().toJSON() as DOMRect),
        ),
      );
      const gap = 56;
      expect(right!.left - left!.right).toBe(gap);
    });

    test('names its footnotes, and leads to them where they are on the screen', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const noted = page.locator(`#${blockWithMark.id} + .between`);
      await noted.getByRole('button').click();
      const unfolded = page.getByRole('group', { name: names[other], exact: true });
      await expect(unfolded.locator('sup')).toHaveText('1');
      await expect(unfolded.locator('sup a')).toHaveCount(0);
      await page.locator(`#${notes.id} + .between`).getByRole('button').click();
      await expect(unfolded).toHaveCount(2);
      expect(await said(unfolded.last())).toContain(setSpaces(plainText(noteIn(other)), other));
      await expect(unfolded.last().getByRole('link')).toHaveCount(0);
      expect(await idsTwice(page)).toEqual([]);

      await page.evaluate(() => localStorage.setItem('liseuse.settings', '{"isBoth":true}'));
      await page.reload();
      const mark = noted.getByRole('link', {
        name: reader.words('article.footnote', { number: 1 }),
      });
      await mark.click();
      const note = page.locator('li:focus');
      await expect(note).toBeInViewport();
      expect(await said(note)).toContain(setSpaces(plainText(noteIn(other)), other));
      expect(await idsTwice(page)).toEqual([]);
      await note.getByRole('link').click();
      await expect(mark).toBeFocused();
    });

    test('of an aside’s title stands right under the title', async ({ page }) => {
      const reader = new Reader(page, language);
      for (const id of withAside) {
        await reader.openArticle(id);
        const noteOf = (of: typeof language) =>
          demoVersion(id, of).body.find((block) => block.type === 'note')!;
        const aside = page.getByRole('complementary', { name: plainText(noteOf(language).title!) });
        const mark = aside
          .getByRole('button', {
            name: reader.words('both.show', { language: languageName(other, language) }),
          })
          .first();
        await mark.click();
        const unfolded = aside.getByRole('group', { name: names[other], exact: true });
        await expect(unfolded).toHaveText(`${names[other]} ${plainText(noteOf(other).title!)}`);
        const [title, beside, text] = await Promise.all(
          [
            aside.getByText(plainText(noteOf(language).title!), { exact: true }),
            unfolded,
            page.locator(`[id="${noteOf(language).blocks[0]!.id}"]`),
          ].map(async (each) => (await each.boundingBox())!),
        );
        expect(beside!.y).toBeGreaterThanOrEqual(title!.y + title!.height);
        expect(text!.y).toBeGreaterThanOrEqual(beside!.y + beside!.height);
      }
    });

    test('has marks that a finger tells apart, in every article', async ({ page }) => {
      const reader = new Reader(page, language);
      const inBoth = demoIds.filter((id) => demoArticle(id).versions[other]);
      for (const id of inBoth.filter((id) => demoArticle(id).versions[language])) {
        await reader.openArticle(id);
        const marks = reader.button('both.show', { language: languageName(other, language) });
        await expect(marks).toHaveCount(marksOf(demoVersion(id, language).body));
        const confused = await marks.evaluateAll((all) => {
          const boxes = all.map((mark) => mark.getBoundingClientRect());
          return all.flatMap((mark, index) => {
            const { top } = boxes[index]!;
            const before = boxes[index - 1];
            mark.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { left, top: y, width, height } = mark.getBoundingClientRect();
            const hit = document.elementFromPoint(left + width / 2, y + height / 2);
            const isClear = hit === mark && !(before && top < before.bottom);
            return isClear ? [] : [mark.closest('.between')?.previousElementSibling?.id];
          });
        });
        expect([id, confused]).toEqual([id, []]);
      }
    });

    test('follows the name of its language at once, a heading too', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const gapUnder = async ({ id }: Block) => {
        const between = page.locator(`#${id} + .between`);
        await between.getByRole('button').click();
        const [name, first] = await Promise.all(
          [between.locator('.name'), between.locator('.blocks > :first-child')].map(
            async (each) => (await each.boundingBox())!,
          ),
        );
        return first!.y - (name!.y + name!.height);
      };
      const heading = body.find(({ type }) => type === 'heading')!;
      expect(await gapUnder(heading)).toBe(await gapUnder(body[0]!));
    });

    test('of what is written on a block looks as it does there', async ({ page }) => {
      const reader = new Reader(page, language);
      const look = (text: Locator) =>
        text.evaluate((element) => {
          const { color, fontFamily, fontSize, lineHeight } = getComputedStyle(element);
          return { color, fontFamily, fontSize, lineHeight };
        });
      for (const [id, type, there, here] of [
        ['standard-gauge', 'figure', 'figcaption', 'p'],
        ['two-tides-a-day', 'gallery', 'figcaption', 'p'],
        ['leap-second', 'code', 'figcaption', 'p'],
        ['two-tides-a-day', 'embed', '.title', 'a'],
        [bilingual, 'footnotes', 'li', 'li'],
      ] as const) {
        await reader.openArticle(id);
        const block = demoVersion(id, language).body.find((each) => each.type === type)!;
        const between = page.locator(`#${block.id} + .between`);
        await between.getByRole('button').click();
        const beside = between.locator(`.blocks ${here}`);
        await expect(beside.first()).toBeVisible();
        const own = await look(page.locator(`#${block.id} ${there}`).first());
        for (const text of await beside.all())
          expect([type, await look(text)]).toEqual([type, own]);
      }
    });

    test('of a table is in its language, cell by cell', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(withTable);
      const table = demoVersion(withTable, language).body.find(({ type }) => type === 'table')!;
      const between = page.locator(`#${table.id} + .between`);
      await between.getByRole('button').click();
      const cell = between.getByRole('cell').first();
      expect(await cell.evaluate((e) => e.closest('[lang]')?.getAttribute('lang'))).toBe(other);
    });

    test('what unfolded stays unfolded in the other language', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader
        .button('both.show', { language: languageName(other, reader.language) })
        .first()
        .click();
      await reader.switchLanguage();
      const unfolded = page.getByRole('group', { name: names[language], exact: true });
      await expect(unfolded).toHaveCount(1);
      await expect(unfolded).toHaveAttribute('lang', language);
      expect(await said(unfolded)).toContain(firstText(language));
    });

    test('is neither printed nor copied while it is folded', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const mark = reader
        .button('both.show', { language: languageName(other, reader.language) })
        .first();
      await expect(mark).toBeVisible();
      const selected = () =>
        page.evaluate(() => {
          getSelection()?.selectAllChildren(document.querySelector('.blocks')!);
          return String(getSelection());
        });
      const marks = new RegExp(`^${other}$`, 'im');
      expect(await selected()).not.toMatch(marks);
      expect(await selected()).not.toContain(firstText(other));
      await page.emulateMedia({ media: 'print' });
      await expect(mark).not.toBeVisible();
    });

    test('where it cannot be had says so, and the text stays', async ({ page, host, witness }) => {
      witness.expectFailedRequests();
      host.fail(/content\/articles\//);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader
        .button('both.show', { language: languageName(other, reader.language) })
        .first()
        .click();
      await expect(
        page.getByRole('status').filter({ hasText: reader.words('errors.offline') }),
      ).toBeVisible();
      await expect(page.getByRole('group', { name: names[other], exact: true })).toHaveCount(0);
      await reader.seesArticle(bilingual);
    });

    test('that did not come with both can be asked for, and comes', async ({
      page,
      host,
      witness,
    }) => {
      witness.expectFailedRequests();
      host.fail(/content\/articles\//, 503);
      await page.addInitScript(() => (localStorage['liseuse.settings'] = '{"isBoth":true}'));
      // Nobody asks again but the reader.
      await fetchNothingAhead(page);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      const marks = reader.button('both.show', { language: languageName(other, language) });
      await expect(marks).toHaveCount(marksOf(body));
      // All blocks together; those of a piece of the page that is taken over later, together too.
      await expect(page.locator('html')).toHaveAttribute('data-articles', 'all');
      const asked = host.requests.filter((url) => url.includes('content/articles/'));
      expect(asked.length).toBeLessThanOrEqual(2);
      const unfolded = page
        .locator('.body')
        .getByRole('group', { name: names[other], exact: true });
      await expect(unfolded).toHaveCount(0);
      host.fail(undefined);
      await marks.first().click();
      await expect(unfolded.first()).toBeVisible();
      expect(await said(unfolded.first())).toContain(firstText(other));
      await expect(marks).toHaveCount(0);
    });

    test('on its way in place of the text is seen to be', async ({ page, host }) => {
      const reader = new Reader(page, language);
      const release = host.hold(/content\/articles\//);
      await reader.openArticle(bilingual);
      await reader.languageChoice(other).click();
      await expect(reader.languageChoice(other)).toHaveAttribute('aria-busy', 'true');
      await expect(reader.languageChoice(other)).not.toHaveAttribute('aria-current');
      release();
      reader.language = other;
      await reader.seesArticle(bilingual);
      await expect(reader.languageChoice(other)).not.toHaveAttribute('aria-busy');
    });

    test('is given up by who goes back to the one on the screen before it is there', async ({
      page,
      host,
    }) => {
      const reader = new Reader(page, language);
      const release = host.hold(/content\/articles\//);
      await reader.openArticle(bilingual);
      await reader.languageChoice(other).click();
      await expect(reader.languageChoice(other)).toHaveAttribute('aria-busy', 'true');
      await reader.languageChoice(language).click();
      await expect(reader.languageChoice(other)).not.toHaveAttribute('aria-busy');
      release();
      await staysInItsLanguage(reader);
      expect(await page.evaluate(() => localStorage['liseuse.language'])).toBe(language);
    });

    test('is given up too while its words are on their way', async ({ page, host }) => {
      await fetchNothingAhead(page);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await expect(page.locator('html')).toHaveAttribute('data-articles', 'all');
      const release = host.hold(/assets\/start-/);
      const words = page.waitForResponse(/assets\/start-/);
      await reader.languageChoice(other).click();
      await expect
        .poll(() => host.requests.filter((url) => url.includes('/start-')).length)
        .toBe(2);
      await reader.languageChoice(language).click();
      release();
      await (await words).finished();
      await staysInItsLanguage(reader);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
    });

    test('is not offered for an article in one language', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(only[language]);
      await expect(
        page.getByRole('region', { name: reader.words('article.comments') }),
      ).toBeVisible();
      await expect(page.getByRole('button', { name: names[other] })).toHaveCount(0);
      await expect(
        reader.button('both.show', { language: languageName(other, reader.language) }),
      ).toHaveCount(0);
    });

    test('stands there all the time for a reader who wants both', async ({ page }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      await reader.button('nav.reading').click();
      await page.getByRole('radio', { name: reader.words('settings.languages.both') }).check();
      await page.keyboard.press('Escape');
      const unfolded = page
        .locator('.body')
        .getByRole('group', { name: names[other], exact: true });
      await expect(unfolded.first()).toBeVisible();
      expect(await unfolded.count()).toBeGreaterThan(5);
      await expect(
        reader.button('both.show', { language: languageName(other, reader.language) }),
      ).toHaveCount(0);

      await page.reload();
      await expect(unfolded.first()).toBeVisible();
      expect(await said(unfolded.first())).toContain(firstText(other));
      // Below each other on a phone, level with each other where there is room.
      const first = page.locator(`#${demoVersion(bilingual, language).body[0]!.id}`);
      const places = async () => {
        const [own, beside] = await Promise.all([
          first.boundingBox(),
          unfolded.first().boundingBox(),
        ]);
        return { own: own!, beside: beside! };
      };
      const onPhone = await places();
      expect(onPhone.beside.y).toBeGreaterThan(onPhone.own.y + onPhone.own.height);
      await page.setViewportSize(wide);
      for (const { id, type } of demoVersion(bilingual, language).body) {
        if (type !== 'paragraph' && type !== 'heading') continue;
        const [own, beside] = await page
          .locator(`#${id}, #${id} + .between`)
          .evaluateAll((both) =>
            both.map((element) => element.getBoundingClientRect().toJSON() as DOMRect),
          );
        expect([id, beside!.top - own!.top < 30 && beside!.left > own!.right]).toEqual([id, true]);
      }
      const { headline, standfirst, imageCaption } = demoVersion(bilingual, other);
      const head = page.locator('header').getByRole('group', { name: names[other], exact: true });
      await expect(head).toHaveAttribute('lang', other);
      const tops = (...texts: string[]) =>
        Promise.all(
          texts.map((text) => page.getByText(text).evaluate((e) => e.getBoundingClientRect().top)),
        );
      const own = demoVersion(bilingual, language);
      expect(await tops(headline, standfirst)).toEqual(await tops(own.headline, own.standfirst));
      const ofPicture = page
        .getByRole('figure', { name: own.imageCaption })
        .getByText(imageCaption!, { exact: true });
      await expect(ofPicture).toHaveAttribute('lang', other);
      const captionBox = await ofPicture.boundingBox();
      const pictureBox = (await page.getByRole('article').getByRole('img').first().boundingBox())!;
      expect(captionBox!.y).toBeGreaterThan(pictureBox.y + pictureBox.height);
      expect(captionBox!.x).toBeGreaterThan(pictureBox.x + pictureBox.width / 2);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
    });

    test('of the lead picture’s caption goes where the caption goes', async ({ page }) => {
      const reader = new Reader(page, language);
      await page.addInitScript(() => (localStorage['liseuse.settings'] ??= '{"isBoth":true}'));
      await reader.openArticle(bilingual);
      const captions = page.locator('header figcaption');
      const captionIn = (of: typeof language) => demoVersion(bilingual, of).imageCaption!;
      const reads = (first: typeof language, then: typeof language) =>
        expect
          .poll(async () => (await captions.allInnerTexts()).join().replace(/\s+/g, ' '))
          .toMatch(new RegExp(`^${captionIn(first)}.*${captionIn(then)}$`));
      await reads(language, other);
      await reader.switchLanguage();
      await reads(other, language);
      await reader.switchLanguage();
      await reads(language, other);
      await reader.button('nav.reading').click();
      await page.getByRole('radio', { name: reader.words('settings.languages.one') }).check();
      await expect(captions).not.toContainText(captionIn(other));
      await expect(captions).toContainText(captionIn(language));
    });

    test('that comes late moves nothing of what is read', async ({ page, host }) => {
      await page.addInitScript(() => (localStorage['liseuse.settings'] = '{"isBoth":true}'));
      const release = host.hold(/content\/articles\//);
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      // As in Safari, which does not hold a place by itself.
      await page.evaluate(() => (document.documentElement.style.overflowAnchor = 'none'));
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('kept-place')),
      );
      await expect(page.locator('html')).toHaveAttribute('data-articles', 'all');
      const read = page.locator(`#${body[5]!.id}`);
      const top = () => read.evaluate((element) => element.getBoundingClientRect().top);
      await read.evaluate((element) =>
        scrollBy(0, element.getBoundingClientRect().top - innerHeight / 4),
      );
      const before = await top();
      release();
      await expect(page.locator('.panel').nth(5)).toBeVisible();
      await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1);
    });

    test('is there before the pictures for who wants both', async ({ page, host }) => {
      await page.addInitScript(() => (localStorage['liseuse.settings'] = '{"isBoth":true}'));
      host.hold(/\.(webp|avif|jpe?g|png|svg)/);
      await page.goto(articlePath(bilingual, language), { waitUntil: 'commit' });
      await expect(page.locator('.panel').nth(5)).toBeVisible();
      expect(await page.evaluate(() => document.readyState)).not.toBe('complete');
    });

    test('comes and goes without moving what is read, and so does larger text', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      await reader.openArticle(bilingual);
      // As in Safari, which does not hold a place by itself.
      await page.evaluate(() => (document.documentElement.style.overflowAnchor = 'none'));
      await expect(
        reader.button('both.show', { language: languageName(other, reader.language) }).nth(5),
      ).toBeAttached();
      const read = page.locator(`#${demoVersion(bilingual, language).body[5]!.id}`);
      const top = () => read.evaluate((element) => element.getBoundingClientRect().top);
      await read.evaluate((element) =>
        scrollBy(0, element.getBoundingClientRect().top - innerHeight / 4),
      );
      const before = await top();
      const stays = () => expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(1);
      await reader.button('nav.reading').click();
      const choice = (key: 'settings.languages.both' | 'settings.languages.one') =>
        page.getByRole('radio', { name: reader.words(key) });

      await choice('settings.languages.both').check();
      await expect(page.locator('.panel').nth(5)).toBeVisible();
      await stays();
      await choice('settings.languages.one').check();
      await expect(page.locator('.panel')).toHaveCount(0);
      await stays();
      await page.getByText(/^150/).click();
      await stays();
    });
  });
}

test('a paragraph that the other language does not have says so, in the page’s own', async ({
  page,
}) => {
  const reader = new Reader(page, 'fr');
  await reader.openArticle('two-tides-a-day');
  const between = page.locator('#coefficient + .between');
  await between.getByRole('button').click();
  const missing = between.getByText(
    reader.words('both.missing', { language: languageName('en', 'fr') }),
  );
  await expect(missing).toBeVisible();
  await expect(missing).toHaveAttribute('lang', 'fr');
});
