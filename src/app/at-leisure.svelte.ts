import { otherLanguage } from '../content/language.ts';
import type { Summary } from '../content/model.ts';
import { language, prefetchMessages } from '../i18n/messages.ts';
import { whenIdle } from '../ui/when-idle.ts';
import type { Services } from './services.ts';

/**
 * What the app does once a page can be read, so that the next one opens sooner and this one opens
 * again. All of it may fail unseen: it only spares waiting. Call while a component is being set up.
 * @param article the one on the screen, if it is one
 */
export function doAtLeisure(services: Services, article: () => Summary | undefined): void {
  const { router, edition, comments } = services;

  // The other language must be there at once when it is asked for.
  $effect(() => {
    const other = otherLanguage(language());
    return whenIdle(() => prefetchMessages(other));
  });

  // Links that are about to be opened.
  $effect(() => {
    let stop: (() => void) | undefined;
    const unwait = whenIdle(() => {
      quietly(async () => {
        const { lookAhead } = await import('./look-ahead.ts');
        stop = lookAhead(edition.source, router.base);
      });
    });
    return () => {
      unwait();
      stop?.();
    };
  });

  // Each page, and anew in another language: it stands at another address then.
  $effect(() => {
    void language();
    void router.visit;
    return whenIdle(() => {
      quietly(async () => {
        const { keepShownPage } = await import('./page-keeper.ts');
        await keepShownPage(services, article());
      });
    });
  });
  $effect(() =>
    comments.changes.subscribe(({ store, articleId }) => {
      const summary = edition.source.inHand.summaryAt(articleId);
      if (store !== 'saved' || !summary) return;
      quietly(async () => {
        const { forgetArticlePages } = await import('./page-keeper.ts');
        forgetArticlePages(router.base, summary);
      });
    }),
  );

  // Typefaces that came too late for the first page.
  $effect(() => {
    if (router.visit.number !== 1) return;
    quietly(async () => (await import('./late-fonts.ts')).useLateFonts());
  });
}

function quietly(work: () => Promise<void>): void {
  work().catch(() => {
    // Without it, things only take a moment longer.
  });
}
