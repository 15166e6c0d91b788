import { languages } from '../../src/content/language.ts';
import { bilingual } from '../support/demo-edition.ts';
import { expect, test } from '../support/journey.ts';
import { Reader } from '../support/reader.ts';
import { CommentThread } from '../support/thread.ts';

for (const language of languages) {
  test.describe(language, () => {
    test('a draft is there again after the browser was killed', async ({ device }) => {
      let reader = new Reader(await device.start(), language);
      let thread = new CommentThread(reader);
      await reader.openArticle(bilingual);
      await reader.button('comments.write').click();
      await thread.field.pressSequentially('Une idée qui ne doit pas se perdre');
      await expect(reader.text('comments.draftKept')).toBeVisible();
      // For who has what is written read out, or its spelling looked over.
      await expect(thread.field).toHaveAttribute('lang', 'fr');
      await device.kill();

      reader = new Reader(await device.start(), language);
      thread = new CommentThread(reader);
      await reader.openArticle(bilingual);
      await expect(thread.field).toHaveValue('Une idée qui ne doit pas se perdre');
      await expect(reader.text('comments.draftRestored')).toBeVisible();
      await reader.button('comments.send').click();
      await expect(thread.saying('Une idée')).toBeVisible();
      await reader.page.reload();
      await expect(thread.saying('Une idée')).toBeVisible();
      await expect(thread.field).toHaveCount(0);
    });

    test('a comment that was sent is there after the browser was killed', async ({ device }) => {
      let reader = new Reader(await device.start(), language);
      await reader.openArticle(bilingual);
      await new CommentThread(reader).write('Envoyé / sent');
      await device.kill();

      reader = new Reader(await device.start(), language);
      await reader.openArticle(bilingual);
      await expect(new CommentThread(reader).saying('Envoyé / sent')).toBeVisible();
    });

    test('the last letters before a reload are kept, in a reply too', async ({ page }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await reader.openArticle('two-tides-a-day');
      const desk = 'Science desk';
      const asked = thread.saying(desk).first();
      await asked.getByRole('button', { name: reader.words('comments.reply') }).click();
      await thread.replyTo(desk).fill('Jusqu’à la dernière lettre');
      await page.reload();
      await expect(thread.replyTo(desk)).toHaveValue('Jusqu’à la dernière lettre');
    });

    test('cancelling drops the draft, and that can be undone', async ({ page }) => {
      const reader = new Reader(page, language);
      const thread = new CommentThread(reader);
      await reader.openArticle(bilingual);
      await reader.button('comments.write').click();
      await thread.field.fill('À peine écrit');
      await reader.button('comments.cancel').click();
      await expect(thread.field).toHaveCount(0);
      await reader.button('comments.undo').click();
      await expect(thread.field).toHaveValue('À peine écrit');
      await reader.button('comments.cancel').click();
      await expect(reader.button('comments.write')).toBeFocused();
      await page.reload();
      await expect(reader.button('comments.write')).toBeVisible();
      await expect(thread.field).toHaveCount(0);
    });
  });
}
