import { expect, type Locator } from '@playwright/test';
import type { Reader } from './reader.ts';

/** The comments under the article on the screen. */
export class CommentThread {
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  get region(): Locator {
    return this.#reader.page.getByRole('region', { name: this.#reader.words('article.comments') });
  }

  get all(): Locator {
    return this.region.getByRole('article');
  }

  /** The comment that says so. */
  saying(text: string): Locator {
    return this.all.filter({ hasText: text });
  }

  /** The field of the form under the thread. */
  get field(): Locator {
    return this.region.getByRole('textbox', { name: this.#reader.words('comments.text') });
  }

  /** The field of the form that answers somebody. */
  replyTo(name: string): Locator {
    return this.region.getByRole('textbox', {
      name: this.#reader.words('comments.replyTo', { name }),
    });
  }

  get nameField(): Locator {
    return this.region.getByRole('textbox', { name: this.#reader.words('comments.name') });
  }

  /** Writes under the thread, up to the comment’s being there. */
  async write(text: string, name?: string): Promise<void> {
    await this.#reader.button('comments.write').click();
    await this.field.fill(text);
    if (name !== undefined) await this.nameField.fill(name);
    await this.#reader.button('comments.send').click();
    await expect(this.saying(text)).toBeVisible();
    await expect(this.field).toHaveCount(0);
  }
}
