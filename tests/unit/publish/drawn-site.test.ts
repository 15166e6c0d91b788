/** All pages of a site as it is published: the demo edition, and articles with hostile texts. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { languages } from '../../../src/content/language.ts';
import type { Article } from '../../../src/content/model.ts';
import { setText } from '../../../src/content/typography/set-text.ts';
import { demoArticle, demoIds } from '../../support/demo-edition.ts';
import { buildDrawnSite, type DrawnPage, type DrawnSite } from '../../support/drawn-site.ts';
import { asShown } from '../../support/hostile-articles.ts';
import type { PageElement } from '../../support/parsed-page.ts';

// A build on a busy machine takes its time.
vi.setConfig({ hookTimeout: 120_000 });

let site: DrawnSite;
beforeAll(async () => {
  site = await buildDrawnSite('/my.news/');
});
afterAll(() => site?.remove());

const languageOf = ({ file }: DrawnPage) => (file.startsWith('en/') ? 'en' : 'fr');
/** What is wrong with each page, a line for each: nothing may be. */
const faults = (look: (page: DrawnPage) => string[]) =>
  site.pages.flatMap((page) => look(page).map((fault) => `${page.file}: ${fault}`));
const describeElement = ({ name, attributes }: PageElement) =>
  `<${name} ${JSON.stringify(attributes)}>`;

test('there is a page for each article in each of its languages, and for what is not there', () => {
  const files = site.pages.map(({ file }) => file);
  for (const id of demoIds) {
    const { versions } = demoArticle(id);
    for (const language of languages) {
      const slug = versions[language]?.slug;
      if (slug) expect(files).toContain(`${language}/article/${slug}.html`);
    }
  }
  expect(files).toEqual(
    expect.arrayContaining(['404.html', 'fr/404.html', 'en/404.html', 'fr/index.html']),
  );
  expect(files.length).toBeGreaterThan(100);
});

describe('every page', () => {
  test('has no attribute that the policy forbids', () => {
    const forbidden = ({ attributes }: PageElement) =>
      Object.keys(attributes).some((name) => name === 'style' || name.startsWith('on'));
    expect(faults(({ elements }) => elements.filter(forbidden).map(describeElement))).toEqual([]);
  });

  test('has a policy that allows what is inline', () => {
    const isInline = ({ name, attributes: { src, type } }: PageElement) =>
      name === 'style' || (name === 'script' && src === undefined && type === undefined);
    const refused = ({ elements, one }: DrawnPage) => {
      const policy = one('meta', { 'http-equiv': 'Content-Security-Policy' }).attributes['content'];
      const hashes = elements
        .filter(isInline)
        .map(({ text }) => createHash('sha256').update(text).digest('base64'));
      return hashes.filter((hash) => !policy?.includes(`'sha256-${hash}'`));
    };
    expect(faults(refused)).toEqual([]);
  });

  test('has one heading and one title, both with words', () => {
    const lacking = ({ all }: DrawnPage) =>
      ['h1', 'title'].filter((name) => all(name).length !== 1 || !all(name)[0]?.text.trim());
    expect(faults(lacking)).toEqual([]);
  });

  test('says its language', () => {
    const lang = (page: DrawnPage) => page.one('html').attributes['lang'];
    expect(faults((page) => (lang(page) === languageOf(page) ? [] : [`${lang(page)}`]))).toEqual(
      [],
    );
  });

  test('carries its data once, of its language and address', () => {
    const look = (page: DrawnPage) => {
      if (page.html.split('id="page-data"').length !== 2) return ['not once'];
      const { language, path } = page.carried();
      const address = `${site.base}${page.file.replace(/(index)?\.html$/, '')}`;
      const expected = page.file.endsWith('404.html') ? undefined : address;
      return language === languageOf(page) && path === expected ? [] : [`${language} ${path}`];
    };
    expect(faults(look)).toEqual([]);
  });

  test('gives no id twice', () => {
    const repeated = ({ elements }: DrawnPage) => {
      const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    };
    expect(faults(repeated)).toEqual([]);
  });
});

describe('pictures', () => {
  test('have a size, so that nothing moves when they come', () => {
    const isSized = ({ attributes: { width, height } }: PageElement) =>
      Number(width) > 0 && Number(height) > 0;
    expect(
      faults(({ all }) =>
        all('img')
          .filter((img) => !isSized(img))
          .map(describeElement),
      ),
    ).toEqual([]);
  });

  test('come at once where they lead a page, and else when they are near', () => {
    const look = (page: DrawnPage) => {
      const pictures = page.all('img').map(({ attributes }) => attributes);
      const { article, front } = page.carried().content ?? {};
      const leads = article ? article.article.image : front?.lead?.image;
      const [first, ...others] = pictures;
      const isEager = first?.['fetchpriority'] === 'high' && first['loading'] === 'eager';
      const late = leads ? others : pictures;
      return [
        ...(leads && !isEager ? ['the lead picture waits'] : []),
        ...late.filter(({ loading }) => loading !== 'lazy').map(({ src }) => `${src} is not lazy`),
        ...late.filter(({ fetchpriority }) => fetchpriority).map(({ src }) => `${src} is in haste`),
      ];
    };
    expect(faults(look)).toEqual([]);
    expect(site.page('fr/index.html').carried().content?.front?.lead?.image).toBeDefined();
  });

  test('are there', () => {
    const isThere = (url: string) => site.files.has(url.replace(site.base, ''));
    const missing = ({ all }: DrawnPage) =>
      all('img')
        .flatMap(({ attributes: { src, srcset } }) => [src, ...(srcset?.split(', ') ?? [])])
        .map((url) => url?.split(' ')[0] ?? '')
        .filter((url) => !isThere(url));
    expect(faults(missing)).toEqual([]);
  });
});

describe('links', () => {
  const needsScript = (element: PageElement): boolean =>
    'data-needs-script' in element.attributes ||
    (element.parent !== undefined && needsScript(element.parent));
  /** But for those to the page in another language, which say so. */
  const linksOf = ({ all }: DrawnPage) =>
    all('a').flatMap(({ attributes: { href, hreflang } }) => (href && !hreflang ? [href] : []));

  test('lead to a page of the site, in the same language', () => {
    const look = (page: DrawnPage) =>
      linksOf(page)
        .filter((href) => href.startsWith('/'))
        .filter((href) => {
          const isHere = href.startsWith(`${site.base}${languageOf(page)}/`);
          return !isHere || !isPage(href.slice(site.base.length));
        });
    expect(faults(look)).toEqual([]);
    expect(linksOf(site.page('fr/index.html')).length).toBeGreaterThan(20);
  });

  function isPage(href: string): boolean {
    const [path = ''] = href.split(/[?#]/);
    return site.files.has(path.endsWith('/') ? `${path}index.html` : `${path}.html`);
  }

  test('an article’s id leads on to its page, in either language', async () => {
    for (const [file, page] of [
      ['fr/article/two-tides-a-day.html', 'fr/article/pourquoi-la-mer-monte-deux-fois-par-jour'],
      ['en/article/accent-circonflexe.html', undefined],
    ] as const) {
      const html = await site.read(file);
      const [, path = ''] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(html) ?? [];
      expect(isPage(path.slice(site.base.length)), file).toBe(true);
      if (page) expect(path).toBe(site.base + page);
    }
  });

  test('within a page lead to something on it, or are hidden where nothing brings it', () => {
    const look = (page: DrawnPage) => {
      const ids = new Set(page.elements.map(({ attributes: { id } }) => id));
      return page
        .all('a')
        .filter((link) => !needsScript(link))
        .map(({ attributes: { href = '' } }) => href.replace(page.carried().path ?? '/', ''))
        .filter((href) => href.startsWith('#') && !ids.has(href.slice(1)));
    };
    expect(faults(look)).toEqual([]);
  });

  test('to other sites go to the web', () => {
    const others = (page: DrawnPage) =>
      linksOf(page).filter((href) => !/^(\/(?!\/)|#|https?:|mailto:)/.test(href));
    expect(faults(others)).toEqual([]);
  });
});

describe('whatever authors write', () => {
  test('is shown in its place, as it was written', () => {
    for (const { article, placed } of site.hostile) {
      for (const language of languages) {
        const { elements } = site.page(`${language}/article/${article.id}-${language}.html`);
        for (const { text, element, block, attribute } of placed) {
          const start = block
            ? elements.findIndex(({ attributes }) => attributes['id'] === block)
            : 0;
          expect(start).toBeGreaterThanOrEqual(0);
          const shown = elements
            .slice(start)
            .filter(({ name }) => name === element)
            .map((each) => asShown(attribute ? (each.attributes[attribute] ?? '') : each.text));
          const isShown = shown.some((each) =>
            attribute ? each === asShown(text) : each.includes(asShown(text)),
          );
          expect(isShown, `${article.id}: ${element} of ${block}: ${JSON.stringify(text)}`).toBe(
            true,
          );
        }
      }
    }
  });

  test('is in the title, and in the data to the last sign', () => {
    for (const { article } of site.hostile) {
      const page = site.page(`fr/article/${article.id}-fr.html`);
      const { headline } = article.versions.fr!;
      expect(asShown(page.one('title').text)).toBe(asShown(`${headline} – Liseuse`));
      expect(asShown(page.one('h1').text).trim()).toContain(asShown(headline).trim());
      const { versions } = page.carried().content!.article!.article;
      expect(versions.fr).toEqual(setText<Article>(article).versions.fr);
    }
  });

  test('makes no element that nobody meant', () => {
    const [plain, ...others] = site.hostile.map(({ article }) => {
      const { elements } = site.page(`en/article/${article.id}-en.html`);
      const isWithin = ({ within }: PageElement) => within.includes('main');
      return elements.filter(isWithin).filter(({ within }) => within.includes('article'));
    });
    const outline = (elements: PageElement[] | undefined) =>
      elements?.map(({ name, within }) => [...within, name].join(' > '));
    for (const other of others) expect(outline(other)).toEqual(outline(plain));
  });

  test('is in lists, and in scripts that do not run', () => {
    const list = site.page('fr/sujet/mesure.html');
    for (const { article } of site.hostile) {
      const href = `${site.base}fr/article/${article.id}-fr`;
      const [link] = list.all('a').filter(({ attributes }) => attributes['href'] === href);
      expect(asShown(link?.text ?? '')).toBe(asShown(article.versions.fr!.headline));
    }
    const runs = ({ all }: DrawnPage) =>
      all('script').filter(({ attributes: { type } }) => type === undefined || type === 'module');
    // The one in the head, the one where the first screen ends, and the app.
    expect(faults((page) => (runs(page).length === 3 ? [] : [`${runs(page).length} run`]))).toEqual(
      [],
    );
  });
});
