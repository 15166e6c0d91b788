import { mount } from 'svelte';
import App from './app/App.svelte';
import { prefetchPage } from './app/pages.ts';
import { preferredLanguage } from './app/preferred-language.ts';
import { makeServices } from './app/services.ts';
import { startI18n } from './i18n/messages.ts';
import './ui/tokens.css';
import './ui/base.css';
import './ui/fonts.css';

/** Begins where the address says, in the language it says. */
async function start(target: Element): Promise<void> {
  const services = makeServices(import.meta.env.BASE_URL);
  const { router, edition } = services;
  const preferred = preferredLanguage(edition.site.defaultLanguage);
  if (router.route.page === 'root') router.rewrite({ page: 'front', language: preferred });
  const { route } = router;
  // Both are needed for the first picture of the page, and neither needs the other.
  prefetchPage(route);
  await startI18n(('language' in route && route.language) || preferred);
  target.replaceChildren();
  mount(App, { target, props: { services } });
}

const target = document.querySelector('#app');
if (!target) throw new Error('index.html has no #app');
start(target).catch((error: unknown) => {
  // No words yet to say it in: the page says it itself, in both languages.
  console.error(error);
  document.querySelector('#failed')?.removeAttribute('hidden');
});
