import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ContentError } from '../../../src/content/errors.ts';
import { startI18n } from '../../../src/i18n/messages.ts';
import { openTab, show } from '../../support/stage.ts';
import InArticle from './InArticle.svelte';

test('one that cannot be had is told of, but not to who has left the page', async () => {
  await startI18n('en');
  const tab = openTab();
  const ask = async () => {
    let fail = (_: Error) => {};
    const { unmount } = await show(
      InArticle,
      {
        block: { id: 'first', type: 'paragraph', text: ['Night fell.'] },
        language: 'fr',
        body: undefined,
        bring: () => new Promise((_, reject) => (fail = reject)),
        isBoth: false,
      },
      tab,
    );
    await page.getByRole('button').click();
    return { unmount, fail: () => fail(new ContentError('offline', 'first.json')) };
  };

  const left = await ask();
  await left.unmount();
  left.fail();
  const waiting = await ask();
  expect(tab.notices.current).toBeUndefined();
  waiting.fail();
  await expect.poll(() => tab.notices.current?.message()).toMatch(/No network/);
});
