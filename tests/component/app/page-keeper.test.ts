import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { forgetArticlePages, keepShownPage } from '../../../src/app/page-keeper.ts';
import { Router } from '../../../src/app/router.svelte.ts';
import type { Summary } from '../../../src/content/model.ts';
import { articleFile, FakeSite } from '../../support/fake-site.ts';
import { saveData } from '../../support/save-data.ts';
import { openTab } from '../../support/stage.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
});

/** A worker that is at work, and what it was told. */
function openWorker() {
  const told: unknown[] = [];
  const active = { postMessage: (message: unknown) => told.push(message) };
  vi.spyOn(navigator.serviceWorker, 'ready', 'get').mockReturnValue(
    Promise.resolve({ active } as unknown as ServiceWorkerRegistration),
  );
  return told;
}

/** A tab at an address, with an article that its reader may have saved. */
function openAt(path: string) {
  const before = location.href;
  onTestFinished(() => history.replaceState(null, '', before));
  history.replaceState(null, '', path);
  const host = new FakeSite();
  const tab = openTab({ host });
  const summary = host.publish(articleFile('tides'));
  const router = new Router('/news/', location.href);
  const keep = (article?: Summary) => keepShownPage({ router, library: tab.library }, article?.id);
  return { ...tab, summary, keep };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('the page on the screen', () => {
  test.each([
    '/news/fr/',
    '/news/fr/derniers-articles',
    '/news/fr/rubriques',
    '/news/fr/rubrique/sciences',
    '/news/en/topic/language',
  ])('%s is kept', async (path) => {
    const told = openWorker();
    await openAt(path).keep();
    await settled();
    expect(told).toEqual([{ type: 'KEEP_PAGE', path }]);
  });

  test.each(['/news/fr/gardes', '/news/en/settings', '/news/fr/nothing', '/news/', '/fr/'])(
    '%s is none that was prerendered, and is not',
    async (path) => {
      const told = openWorker();
      await openAt(path).keep();
      await settled();
      expect(told).toEqual([]);
    },
  );

  test('is not kept as long as it is not known which article it is', async () => {
    const told = openWorker();
    await openAt('/news/en/article/tides-en').keep();
    await settled();
    expect(told).toEqual([]);
  });

  test('is not kept for a reader who spares data', async () => {
    const told = openWorker();
    saveData(true);
    await openAt('/news/fr/').keep();
    await settled();
    expect(told).toEqual([]);
  });

  test('is not kept where it is of a saved article, which its saved copy shows', async () => {
    const told = openWorker();
    const { keep, summary, library } = openAt('/news/en/article/tides-en');
    await library.save(summary);
    await keep(summary);
    await settled();
    expect(told).toEqual([]);
    await library.remove('tides');
    await keep(summary);
    await settled();
    expect(told).toEqual([{ type: 'KEEP_PAGE', path: '/news/en/article/tides-en' }]);
  });

  test('of an article is kept without the database where nothing was ever saved', async () => {
    const told = openWorker();
    const { keep, summary, library } = openAt('/news/en/article/tides-en');
    const isSaved = vi.spyOn(library, 'isSaved');
    await keep(summary);
    await settled();
    expect(isSaved).not.toHaveBeenCalled();
    expect(told).toHaveLength(1);
  });

  test('is that of when it was asked for, though the reader has gone on', async () => {
    const told = openWorker();
    localStorage.setItem('liseuse.hasSaved', '1');
    const { keep, summary } = openAt('/news/en/article/tides-en');
    const kept = keep(summary);
    history.replaceState(null, '', '/news/en/');
    await kept;
    await settled();
    expect(told).toEqual([{ type: 'KEEP_PAGE', path: '/news/en/article/tides-en' }]);
  });
});

describe('an article that has been saved', () => {
  test('is kept no longer, in neither language', async () => {
    const told = openWorker();
    forgetArticlePages('/news/', openAt('/news/fr/').summary);
    await settled();
    const paths = ['/news/fr/article/tides-fr', '/news/en/article/tides-en'];
    expect(told).toEqual([{ type: 'FORGET_PAGES', paths }]);
  });

  test('is not kept in the one language it has', async () => {
    const told = openWorker();
    const { versions, ...rest } = openAt('/news/fr/').summary;
    forgetArticlePages('/news/', { ...rest, versions: { en: versions.en! } });
    await settled();
    expect(told).toEqual([{ type: 'FORGET_PAGES', paths: ['/news/en/article/tides-en'] }]);
  });
});
