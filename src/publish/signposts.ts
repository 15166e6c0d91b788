import { hrefOf } from '../app/route.ts';
import { languageFacts, languages, type Language } from '../content/language.ts';
import type { Edition } from './edition.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { routeShown } from './public-pages.ts';
import type { SiteFile } from './site-file.ts';

/**
 * A file at the address that each article has by its id, which leads on to its page: texts link to
 * articles by id, and without the app that link must lead somewhere too.
 */
export function* signposts({ articles }: Edition, base: string): Generator<SiteFile> {
  for (const { summary: article } of articles) {
    for (const language of languages) {
      const route = routeShown({ page: 'article', article }, language);
      if (!route || hrefOf(route, '') === byId(article.id, language)) continue;
      const text = signpost(language, hrefOf(route, base));
      yield { file: `${byId(article.id, language)}.html`, text };
    }
  }
}

function byId(id: string, language: Language): string {
  return hrefOf({ page: 'article', language, slug: id }, '');
}

function signpost(language: Language, path: string): string {
  const href = escapeAttribute(path);
  return `<!doctype html>
<html lang="${language}" dir="${languageFacts[language].direction}">
  <meta charset="utf-8">
  <meta name="robots" content="noindex">
  <meta http-equiv="refresh" content="0; url=${href}">
  <title>${escapeText(path)}</title>
  <a href="${href}">${escapeText(path)}</a>
</html>
`;
}
