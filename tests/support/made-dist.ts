/** The folder of a built site, made up: a file of each kind that a host has to tell apart. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFiles, type Files } from './edition-folder.ts';

/** Enough text for a compressed copy to be worth its while. */
const text = 'Il était une fois un journal, et ses lecteurs. '.repeat(60);

/** A page that a test knows by its marker. */
function page(marker: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${marker}</title><p>${text}</p>`;
}

/** The files of a site, with nothing in them that depends on where it stands. */
const madeDist: Files = {
  'index.html': page('the shell'),
  '404.html': page('no such page, in any language'),
  'fr/index.html': page('à la une'),
  'fr/404.html': page('page introuvable'),
  'fr/article/budget-2027.html': page('le budget'),
  'fr/rubrique/monde.html': page('le monde'),
  'fr/gardes.html': page('les gardés'),
  'en/index.html': page('front page'),
  'en/404.html': page('page not found'),
  'en/article/2027-budget.html': page('the budget'),
  'assets/app-1a2b3c4d.js': `/* the program */ ${text}`,
  'assets/app-5e6f7a8b.css': `/* the style */ ${text}`,
  'assets/small-9c0d1e2f.js': '/* too small to compress */',
  'assets/serif-3a4b5c6d.woff2': 'a font',
  'content/index.json': { list: text },
  'content/articles/budget.json': { article: text },
  'content/images/budget.webp': 'a picture',
  'icons/favicon.svg': `<svg xmlns="http://www.w3.org/2000/svg"><title>icon</title><desc>${text}</desc></svg>`,
  'feeds/fr.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><title>fil</title><subtitle>${text}</subtitle></feed>`,
  'feeds/fr.json': { title: 'a feed', description: text },
  'manifest.fr.webmanifest': { name: 'the manifest', description: text },
  'robots.txt': 'User-agent: *',
  'sitemap.xml': `<urlset><!-- site map ${text}--></urlset>`,
  'sw.js': `/* the worker */ ${text}`,
};

/**
 * A folder with the site in `site/`, or in a folder below it, and a file beside it that nobody may have.
 * @param below the site’s path within `site/`: empty, or with a slash at its end
 */
export async function madeDistFolder(
  below = '',
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'site-'));
  const files = Object.entries(madeDist).map(([name, content]) => [
    `site/${below}${name}`,
    content,
  ]);
  await writeFiles(folder, { 'secret.txt': 'a secret', ...Object.fromEntries(files) });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
