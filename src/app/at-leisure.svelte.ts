/**
 * What the app does once a page can be read, so that the next one opens sooner and this one opens
 * again. A part of the program of its own, brought when the first page has come to rest.
 */
import { type Language, languages } from '../content/language.ts';
import type { Summary } from '../content/model.ts';
import { language, prefetchMessages } from '../i18n/messages.ts';
// For the first change of language, the next article and the first notice: then they are there.
import '../reader/kept-place.ts';
import '../ui/NoticeText.svelte';
import './go-on-reading.ts';
import { notePosition } from '../reader/reading-position.ts';
import { watchConnection } from '../offline/watch-connection.ts';
import { savesData, whenIdle } from '../ui/when-idle.ts';
import { followAnew, onLanguageKept } from './chosen-elsewhere.ts';
import { dropPageMetadata } from './page-metadata.ts';
import { handBackScroll } from './hand-back-scroll.ts';
import { lookAhead } from './look-ahead.ts';
import { followMissingPictures } from './missing-pictures.ts';
import { forgetArticlePages, keepShownPage } from './page-keeper.ts';
import type { Services } from './services.ts';
import { bringTypefaces, useTypefaces } from './typefaces.ts';

export interface Shown {
  /** The article on the screen, if it is one. */
  article: () => Summary | undefined;
  /** That of the page as it came. */
  firstLanguage: Language;
  /** Changes the language of the page. */
  show: (language: Language) => Promise<void>;
}

/** Begins, until the returned function is called. */
export function doAtLeisure(
  services: Services,
  { article, firstLanguage, show }: Shown,
): () => void {
  const { router, edition, comments, connection, settings } = services;
  const { source } = edition;
  return $effect.root(() => {
    const articleId = $derived(article()?.id);
    const visit = $derived(router.visit.number);

    // What is chosen elsewhere.
    $effect(() => followAnew(() => settings.listen()));
    $effect(() => onLanguageKept((kept) => void show(kept)));

    // What the page says to machines is true of it as it came.
    $effect(() => {
      if (router.visit.number > 0 || language() !== firstLanguage) dropPageMetadata();
    });
    // Who goes on has not come for the comments of the next article.
    $effect(() => {
      if (router.visit.number > 0) delete document.documentElement.dataset['sought'];
    });
    $effect(() => lookAhead(source, router.base));
    $effect(() => watchConnection(connection, `${router.base}robots.txt`));
    $effect(handBackScroll);
    $effect(() => {
      void visit;
      return articleId === undefined ? undefined : notePosition(articleId);
    });
    $effect(followMissingPictures);

    // Another language must be there at once when it is asked for.
    $effect(() => {
      if (savesData()) return;
      for (const each of languages) if (each !== language()) prefetchMessages(each);
    });

    // Who came to an article by a link finds the front page too when the network is gone.
    $effect(() => {
      if (savesData()) return;
      source.frontPage().catch(() => {
        // Nobody has asked for it yet.
      });
    });

    // Each page, and anew in another language: it stands at another address then.
    $effect(() => {
      void language();
      void router.visit;
      const id = articleId;
      return whenIdle(() => {
        keepShownPage(services, id).catch(() => {
          // The next visit then begins with the shell.
        });
      });
    });
    $effect(() =>
      comments.changes.subscribe(({ store, articleId }) => {
        const summary = source.inHand.summaryAt(articleId);
        if (store === 'saved' && summary) forgetArticlePages(router.base, summary);
      }),
    );

    // The typefaces, from the next page on.
    $effect(() => {
      if (savesData()) return;
      bringTypefaces().catch(() => {
        // What the system has serves on.
      });
    });
    $effect(() => {
      if (router.visit.number > 0) useTypefaces();
    });
  });
}
