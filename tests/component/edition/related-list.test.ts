/** What to read next, of which a reader may want what is in the language of the page. */
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import RelatedList from '../../../src/edition/RelatedList.svelte';
import { startI18n } from '../../../src/i18n/messages.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { show } from '../../support/stage.ts';

const host = new FakeSite();
const tides = host.publish(articleFile('tides'));
const { fr } = articleFile('seul').versions;
const alone = host.publish({ ...articleFile('seul'), versions: { fr: fr! } });

const title = page.getByRole('heading', { name: 'You may also like' });

beforeEach(() => startI18n('en'));

/** As the script in index.html does for who chose it. */
function wantOwnOnly() {
  document.documentElement.dataset['articles'] = 'own';
  onTestFinished(() => {
    delete document.documentElement.dataset['articles'];
  });
}

test('without any in the language it is hidden with its title', async () => {
  await show(RelatedList, { summaries: [alone] });
  await expect.element(title).toBeVisible();
  wantOwnOnly();
  await expect.element(page.getByText('You may also like')).not.toBeVisible();
});

test('with one in the language it shows that alone', async () => {
  wantOwnOnly();
  await show(RelatedList, { summaries: [alone, tides] });
  await expect.element(title).toBeVisible();
  await expect.element(page.getByText('Text: tides')).toBeVisible();
  await expect.element(page.getByText('Texte: seul')).not.toBeVisible();
});
