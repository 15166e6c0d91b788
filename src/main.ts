import { hydrate, mount, tick } from 'svelte';
import App from './app/App.svelte';
import { isCarriedPage, readCarriedPage } from './app/carried-page.ts';
import { onMissingParts } from './app/missing-parts.ts';
import { loadPage } from './app/pages.ts';
import { preferredLanguage } from './app/preferred-language.ts';
import { parseRoute, type Route } from './app/route.ts';
import { makeServices } from './app/services.ts';
import { startI18n } from './i18n/messages.ts';
import { hydrateInPieces } from './ui/islands.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/fonts.css';
import site from 'virtual:site';

/** The script is asynchronous: the page may still be on its way. */
async function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return;
  await new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', resolve, { once: true });
  });
}

/** Begins where the address says, in the language it says, with what the page shows already. */
async function start(target: Element): Promise<void> {
  const base = import.meta.env.BASE_URL;
  const { href, pathname } = location;
  const route = parseRoute(pathname, base);
  const preferred = preferredLanguage(site.defaultLanguage);
  const language = ('language' in route && route.language) || preferred;
  const carried = readCarriedPage();
  const isDrawnAt = (shown: Route) =>
    carried !== undefined && isCarriedPage(carried, shown, language, base);
  const content = isDrawnAt(route) ? carried?.content : undefined;
  const services = makeServices({ base, href, content });
  const { router } = services;
  onMissingParts({
    entryUrl: import.meta.url,
    beforeReload: async () => services.updates.loaded?.runHooks(),
  });
  if (route.page === 'root') router.rewrite({ page: 'front', language: preferred });
  // What says that there is nothing here, and can be seen, stays if that is right.
  const isLost = carried && carried.path === undefined && route.page !== 'notFound';
  if (isLost && !('waiting' in document.documentElement.dataset)) {
    await import('./app/lost-page.ts').then(
      ({ stayLost }) => stayLost(services),
      () => undefined,
    );
  }
  const isDrawn = isDrawnAt(router.route);

  // Both are needed for the first picture of the page, and neither needs the other.
  const page = loadPage(router.route, content);
  page.catch(() => {
    // Where nothing is drawn yet, whoever shows the page waits for it again, and tells.
  });
  await startI18n(language);
  if (isDrawn) {
    await page;
    await hydrateInPieces({ target, take: () => hydrate(App, { target, props: { services } }) });
  } else {
    target.replaceChildren();
    mount(App, { target, props: { services } });
  }
  delete document.documentElement.dataset['waiting'];
  await tick();
  performance.mark('liseuse:interactive');
}

async function begin(): Promise<void> {
  await parsed();
  const target = document.querySelector('#app');
  if (!target) throw new Error('index.html has no #app');
  await start(target);
}

begin().catch((error: unknown) => {
  // No words yet to say it in: the page says it itself, in both languages. See index.html.
  console.error(error);
  const { dataset } = document.documentElement;
  delete dataset['scripted'];
  dataset['failed'] = '';
});
