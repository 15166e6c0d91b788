/** A day is that of the site, wherever its reader is: so are the texts that the build writes. */
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import FrontView from '../../../src/edition/FrontView.svelte';
import { startI18n } from '../../../src/i18n/messages.ts';
import ArticleView from '../../../src/reader/ArticleView.svelte';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { openTab, show } from '../../support/stage.ts';

beforeEach(() => startI18n('en'));

const written = articleFile('tides', {
  datePublished: '2026-11-04T15:20:00Z',
  dateModified: '2026-11-04T15:50:00Z',
});

/** A tab of a reader of a site on Kiritimati, where no test is ever run: fourteen hours ahead. */
function tabFarAway(host = new FakeSite()) {
  const tab = openTab({ host });
  return { contexts: { ...tab.contexts, site: { ...tab.site, timeZone: 'Pacific/Kiritimati' } } };
}

test('on the front page, of the lead and of the others', async () => {
  const host = new FakeSite();
  const articles = ['moon', 'rails'].map((id) => host.publish({ ...written, id }));
  host.put('front.json', { lead: articles[0], sections: [{ id: 'news', articles }] });
  await show(FrontView, {}, tabFarAway(host));
  await expect.element(page.getByText('5 Nov 2026').nth(2)).toBeVisible();
  await expect.element(page.getByText('4 Nov 2026')).not.toBeInTheDocument();
});

test('over the article, with when it was changed', async () => {
  await show(ArticleView, { article: written }, tabFarAway());
  const dates = page.getByRole('article').getByRole('time');
  expect(dates.elements().map((date) => date.textContent.trim())).toEqual([
    '5\u00a0November 2026',
    'updated at 05:50',
  ]);
});
