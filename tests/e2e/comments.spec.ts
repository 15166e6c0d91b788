import type { Locator } from '@playwright/test';
import { languages } from '../../src/content/language.ts';
import { articlePath, bilingual, demoArticle, demoVersion } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { CommentThread } from '../support/thread.ts';

/** An article with three published comments, the first of them by this desk. */
const discussed = 'two-tides-a-day';
const desk = 'Rédaction sciences';

for (const language of languages) {
  test.describe(language, () => {
    test('write, reply, edit, delete, undo; all of it is there after a reload', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await reader.openArticle(discussed);
      await expect(thread.all).toHaveCount(3);
      await expect(reader.text('comments.onlyHere')).toHaveCount(0);

      await thread.write('Une marée <b>haute</b>, https://example.org/tides', 'Camille');
      const own = thread.saying('<b>haute</b>');
      await expect(own).toBeFocused();
      await expect(own).toContainText('Camille');
      await expect(own).toContainText(reader.words('comments.onlyHere'));
      const link = own.getByRole('link', { name: 'https://example.org/tides' });
      await expect(link).toHaveAttribute('rel', /nofollow/);
      await expect(thread.saying(desk).first()).not.toContainText(
        reader.words('comments.onlyHere'),
      );

      await thread
        .saying(desk)
        .first()
        .getByRole('button', { name: reader.words('comments.reply') })
        .click();
      await expect(thread.replyTo(desk)).toBeFocused();
      await expect(thread.nameField).toHaveValue('Camille');
      await thread.replyTo(desk).fill('Merci / thanks');
      await reader.button('comments.send').click();
      const reply = thread.saying('Merci / thanks');
      await expect(reply).toContainText(reader.words('comments.onlyHere'));
      await expect(thread.all).toHaveCount(5);

      await own.getByRole('button', { name: reader.words('comments.edit') }).click();
      await expect(thread.field).toHaveValue(/haute/);
      await thread.field.fill('Une marée basse');
      await reader.button('comments.saveEdit').click();
      const edited = thread.saying('Une marée basse');
      await expect(edited).toContainText(reader.words('comments.edited'));

      await reply.getByRole('button', { name: reader.words('comments.delete') }).click();
      await expect(reply).toHaveCount(0);
      await reader.button('comments.undo').click();
      await expect(reply).toBeFocused();
      await expect(reader.text('comments.restored')).toBeVisible();

      await page.reload();
      await expect(thread.all).toHaveCount(5);
      await expect(edited).toContainText('Camille');
      await expect(edited).toContainText(reader.words('comments.edited'));
      await expect(reply).toBeVisible();
      await reply.getByRole('button', { name: reader.words('comments.delete') }).click();
      await expect(reply).toHaveCount(0);
      await page.reload();
      await expect(thread.all).toHaveCount(4);
      await expect(reply).toHaveCount(0);
    });

    test('one’s own reply stands under what it answers', async ({ page }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await reader.openArticle(discussed);
      await expect(thread.all).toHaveCount(3);
      const texts = await thread.all.allTextContents();
      await thread.all
        .nth(1)
        .getByRole('button', { name: reader.words('comments.reply') })
        .click();
      await thread.region.getByRole('textbox').first().fill('Sous le deuxième');
      await reader.button('comments.send').click();
      await expect(thread.saying('Sous le deuxième')).toBeVisible();
      const now = await thread.all.allTextContents();
      expect(now.findIndex((text) => text.includes('Sous le deuxième'))).toBe(2);
      expect(now.filter((text) => !text.includes('Sous le deuxième'))).toEqual(texts);
    });

    test('my comments: all of them, by article, each with the way to its place', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await reader.openArticle(bilingual);
      await thread.write('Premier / first');
      await reader.openArticle(discussed);
      await thread.write('Deuxième / second');
      await reader.openArticle(bilingual);
      await thread.write('Troisième / third');

      const { mainNavigation } = reader;
      await mainNavigation.getByRole('link', { name: reader.words('nav.settings') }).click();
      await page
        .getByRole('main')
        .getByRole('link', { name: reader.words('nav.comments') })
        .click();
      await expect(reader.heading).toHaveText(reader.words('myComments.title'));
      await expect(reader.text('myComments.count', { count: 3 })).toBeVisible();
      const headings = page.getByRole('main').getByRole('heading', { level: 2 });
      await expect(headings).toHaveText([
        demoVersion(bilingual, language).headline,
        demoVersion(discussed, language).headline,
      ]);
      const first = page.getByRole('article').filter({ hasText: 'Premier' });
      await first.getByRole('link', { name: reader.words('myComments.open') }).click();
      await reader.seesArticle(bilingual);
      await expect(thread.saying('Premier')).toBeInViewport();

      await page.goBack();
      await first.getByRole('button', { name: reader.words('comments.delete') }).click();
      await expect(first).toHaveCount(0);
      await reader.button('comments.undo').click();
      await expect(first).toBeVisible();
    });

    test('a form opens in sight as a whole, between the bars', async ({ page }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await reader.openArticle(discussed);
      const isWhole = async (field: Locator, name: string) => {
        await expect(field).toBeFocused();
        const form = thread.region.getByRole('form', { name });
        await expect(form).toBeInViewport({ ratio: 1 });
        const [box, bar, nav] = await Promise.all(
          [form, page.getByRole('banner'), reader.mainNavigation].map((part) => part.boundingBox()),
        );
        expect(box!.y).toBeGreaterThanOrEqual(bar!.height);
        expect(box!.y + box!.height).toBeLessThanOrEqual(nav!.y);
      };
      const write = reader.button('comments.write');
      // At the foot of the screen, as far as its bar lets it.
      await write.evaluate((button) => button.scrollIntoView({ block: 'end' }));
      await write.click();
      await isWhole(thread.field, reader.words('comments.text'));

      const reply = thread.all
        .first()
        .getByRole('button', { name: reader.words('comments.reply') });
      await reply.evaluate((button) => button.scrollIntoView({ block: 'end' }));
      await reply.click();
      await isWhole(thread.replyTo(desk), reader.words('comments.replyTo', { name: desk }));
    });

    test('an address that ends in #comments leads to the heading, of the first too', async ({
      page,
    }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await page.goto(`${articlePath('counting-seats', language)}#comments`);
      await expect(reader.text('comments.empty')).toBeVisible();
      const heading = (await thread.region.getByRole('heading').boundingBox())!;
      expect(heading.y).toBeGreaterThan(57);
      expect(heading.y).toBeLessThan(90);

      // The next article keeps no more room than its comments need.
      await page
        .getByRole('region', { name: reader.words('article.related') })
        .getByRole('link')
        .first()
        .click();
      await expect(page.locator('html[data-sought]')).toHaveCount(0);
    });

    test('the first comment on an article', async ({ page }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      const quiet = 'counting-seats';
      expect(demoArticle(quiet).versions[language]).toBeDefined();
      await reader.openArticle(quiet);
      await expect(reader.text('comments.empty')).toBeVisible();
      await thread.write('Le premier / the first');
      await expect(reader.text('comments.empty')).toHaveCount(0);
      await expect(thread.all).toContainText(reader.words('comments.you'));
      await reader.switchLanguage();
      await expect(thread.all).toContainText(reader.words('comments.onlyHere'));
    });
  });
}
