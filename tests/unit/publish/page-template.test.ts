import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeAttribute, escapeText } from '../../../src/publish/escape.ts';
import { pageTemplate, shellPage, type PageParts } from '../../../src/publish/page-template.ts';
import { asUtf8, foreignText } from '../../support/foreign-text.ts';
import { type ParsedPage, parsePage } from '../../support/parsed-page.ts';

/** index.html as a build leaves it. */
const shell = `<!doctype html>
<html lang="en" dir="ltr">
  <head>
    <meta charset="utf-8" />
    <!--early-->
    <link rel="icon" href="/news/icons/favicon.svg" type="image/svg+xml" />
    <link rel="manifest" href="/news/manifest.en.webmanifest" />
    <script>document.documentElement.dataset.scripted = '';</script>
    <style>html { background: #fff; }</style>
    <!--head-->
    <title>The Watch</title>
    <!--/head-->
    <script type="module" crossorigin src="/news/assets/index-1a.js"></script>
    <link rel="modulepreload" crossorigin href="/news/assets/vendor-1a.js">
    <link rel="stylesheet" crossorigin href="/news/assets/index-1a.css">
  </head>
  <body>
    <!--app-->
    <div id="app"><noscript><h1>The Watch</h1>
      <div lang="fr">En français</div>
      <div lang="en">In English</div></noscript></div>
    <!--/app-->
  </body>
</html>
`;

const assets = {
  scripts: ['index-1a.js', 'vendor-1a.js', 'list-1a.js'].map((name) => `/news/assets/${name}`),
  styles: [
    { href: '/news/assets/index-1a.css', text: 'a > b { color: red; }\n' },
    { href: '/news/assets/list-1a.css', text: '\n.list::after { content: "$&"; }' },
  ],
};

const fill = pageTemplate(shell, assets);
const parts: PageParts = {
  language: 'fr',
  source: '0123456789ab',
  head: '<title>Une</title>',
  body: '<h1>À la une</h1>',
  data: { language: 'fr' },
};
const page = (change: Partial<PageParts> = {}) => fill({ ...parts, ...change });
const carried = (parsed: ParsedPage) =>
  JSON.parse(parsed.one('script', { id: 'page-data' }).text) as unknown;

describe('a filled page', () => {
  test('has each part in its place', () => {
    const parsed = parsePage(page());
    expect(parsed.one('html').attributes).toEqual({
      lang: 'fr',
      dir: 'ltr',
      'data-source': '0123456789ab',
    });
    expect(parsed.one('title').text).toBe('Une');
    expect(parsed.one('title').within).toEqual(['html', 'head']);
    expect(parsed.one('h1').text).toBe('À la une');
    expect(parsed.one('h1').within).toEqual(['html', 'body', 'div']);
    expect(carried(parsed)).toEqual({ language: 'fr' });
    const data = parsed.one('script', { id: 'page-data' });
    expect(data.attributes['type']).toBe('application/json');
    expect(data.within).toEqual(['html', 'body']);
    expect(parsed.all('noscript')).toEqual([]);
  });

  test('lets the first screen be drawn where it ends', () => {
    const above = '<h1 title="p data-fold >">Une data-fold</h1>';
    const below = '<p class="b" data-fold="">Deux</p><p data-fold="">Trois</p>';
    const html = page({ body: above + below });
    const script = /<script>document\.body\.offsetHeight;.*?<\/script>/;
    expect(html.replace(script, '|')).toContain(`${above}|${below}`);
    expect(page().replace(script, '|')).toContain('<h1>À la une</h1>|</div>');
  });

  test('has the manifest of its language', () => {
    expect(page()).toContain('href="/news/manifest.fr.webmanifest"');
    expect(page({ language: 'en' })).toContain('href="/news/manifest.en.webmanifest"');
  });

  test('is told by its source within its first 120 bytes', () => {
    expect(Buffer.from(page()).subarray(0, 120).toString()).toContain(
      ' data-source="0123456789ab"',
    );
  });

  test('waits for the app only where it may stand for any address', () => {
    expect(parsePage(page({ isFallback: true })).one('html').attributes).toHaveProperty(
      'data-fallback',
    );
    expect(page()).not.toContain('data-fallback');
  });

  test('leaves none of the marks that its parts replace', () => {
    expect(page()).not.toMatch(/\0|<!--(early|\/?head|\/?app)-->/);
  });
});

describe('what a page asks for', () => {
  const links = (rel: string) =>
    parsePage(page())
      .all('link')
      .filter(({ attributes }) => attributes['rel'] === rel)
      .map(({ attributes }) => attributes);

  test('is its scripts, each once, before the styles', () => {
    expect(links('modulepreload').map(({ href }) => href)).toEqual([
      '/news/assets/index-1a.js',
      '/news/assets/list-1a.js',
      '/news/assets/vendor-1a.js',
    ]);
    expect(page().indexOf('list-1a.js')).toBeLessThan(page().indexOf('<style>'));
  });

  test('is the picture it opens with, in the size that will be shown, before all else', () => {
    const lead =
      '<img sizes="(width >= 60rem) 43.5rem, 100vw" srcset="/a-320.webp 320w, /a.webp 960w" ' +
      'src="/a.webp?a=1&amp;b=2" alt="a > b" fetchpriority="high">';
    const html = page({ body: `<img src="/logo.webp" alt="">${lead}<img src="/c.webp" alt="">` });
    const preloads = parsePage(html)
      .all('link')
      .filter(({ attributes }) => attributes['rel'] === 'preload');
    expect(preloads.map(({ attributes }) => attributes)).toEqual([
      {
        rel: 'preload',
        as: 'image',
        fetchpriority: 'high',
        href: '/a.webp?a=1&b=2',
        imagesrcset: '/a-320.webp 320w, /a.webp 960w',
        imagesizes: '(width >= 60rem) 43.5rem, 100vw',
      },
    ]);
    expect(html.indexOf('rel="preload"')).toBeLessThan(html.indexOf('rel="modulepreload"'));
  });

  test('is no picture where none is more urgent than others', () => {
    expect(page({ body: '<img src="/c.webp" alt=" fetchpriority=high">' })).not.toContain(
      'rel="preload"',
    );
  });

  test('is no style sheet: they are in the page, named but switched off', () => {
    const texts = parsePage(page())
      .all('style')
      .map(({ text }) => text);
    expect(texts).toContain('a > b { color: red; }\n.list::after { content: "$&"; }');
    expect(links('stylesheet')).toEqual(
      assets.styles.map(({ href }) => ({ rel: 'stylesheet', href, disabled: '' })),
    );
  });
});

describe('the policy', () => {
  const policyOf = (html: string) =>
    parsePage(html).one('meta', { 'http-equiv': 'Content-Security-Policy' }).attributes['content'];
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

  test('allows what is inline, and nothing beside it', () => {
    const html = page({ body: '<p>styled <b>text</b></p>', head: '<title>$& $1</title>' });
    const policy = policyOf(html) ?? '';
    const parsed = parsePage(html);
    const scripts = parsed
      .all('script')
      .filter(({ attributes: { src, type } }) => src === undefined && type === undefined);
    const inline = [...scripts, ...parsed.all('style')].map(({ text }) => hash(text));
    expect(inline).toHaveLength(4);
    expect([...new Set(policy.match(/'sha256-[^']+'/g))].sort()).toEqual(inline.sort());
  });

  test('is the same for all pages of a kind, and lets the app fetch from where it is told', () => {
    expect(policyOf(page())).toBe(policyOf(page({ language: 'en', body: '', data: {} })));
    const elsewhere = pageTemplate(shell, assets, { connect: ['https://blog.example'] });
    expect(policyOf(elsewhere(parts))).toContain("connect-src 'self' https://blog.example;");
  });
});

describe('any text', () => {
  /** HTML cannot write NUL. */
  const inHtml = (text: string) => asUtf8(text.replaceAll('\0', ''));
  /** What the template itself looks for, beside what breaks others. */
  const text = fc
    .array(
      fc.oneof(
        foreignText,
        fc.constantFrom('\0head\0', '\0data\0', '<!--/app-->', '<!--head-->', 'data-source="x"'),
      ),
    )
    .map((texts) => texts.join(''));

  test('comes through title, attribute, markup and data, and shifts nothing', () => {
    fc.assert(
      fc.property(text, text, text, (headline, description, body) => {
        const parsed = parsePage(
          asUtf8(
            page({
              head: `<title>${escapeText(headline)}</title><meta name="description" content="${escapeAttribute(description)}">`,
              body: `<h1 title="${escapeAttribute(headline)}">${escapeText(body)}</h1>`,
              data: { headline, [description]: [body] },
            }),
          ),
        );
        expect(parsed.one('title').text).toBe(inHtml(headline));
        expect(parsed.one('meta', { name: 'description' }).attributes['content']).toBe(
          inHtml(description),
        );
        expect(parsed.one('h1')).toMatchObject({
          attributes: { title: inHtml(headline) },
          text: inHtml(body),
          within: ['html', 'body', 'div'],
        });
        expect(carried(parsed)).toEqual({ headline, [description]: [body] });
        expect(parsed.elements).toHaveLength(parsePage(page()).elements.length + 1);
      }),
      { numRuns: 300 },
    );
  });

  test('that looks like a mark of the template is no mark', () => {
    const body = '<p>\0data\0 and \0head\0</p>';
    const html = page({ body });
    expect(html).toContain(body);
    expect(parsePage(html).one('title').text).toBe('Une');
  });
});

describe('the shell', () => {
  test('for the bare address stays as it is, but for the marks', () => {
    expect(shellPage(shell)).toBe(shell.replace(/\s*<!--(early|\/?head|\/?app)-->/g, ''));
  });

  test('for a page of the reader’s is in its language, without a script too, and not for search engines', () => {
    const ofSite = '<link data-page rel="canonical" href="https://news.example/"><title>';
    const parsed = parsePage(shellPage(shell.replace('<title>', ofSite), 'fr'));
    expect(parsed.all('link').map(({ attributes }) => attributes['rel'])).not.toContain(
      'canonical',
    );
    expect(parsed.one('html').attributes).toEqual({ lang: 'fr', dir: 'ltr' });
    expect(parsed.one('meta', { name: 'robots' }).attributes['content']).toBe('noindex');
    expect(parsed.one('title').text).toBe('The Watch');
    expect(parsed.one('noscript').text).toMatch(/^The Watch\s+En français$/);
  });
});

describe('a shell that lacks a place', () => {
  test.each([
    '<!--head-->',
    '<!--/head-->',
    '<!--app-->',
    '<!--/app-->',
    'lang="en"',
    '/manifest.',
  ])('%s is refused', (place) => {
    expect(() => pageTemplate(shell.replace(place, ''), assets)).toThrow('index.html has no');
  });

  test('is refused as a page of the reader’s', () => {
    expect(() => shellPage(shell.replace('<title>', ''), 'fr')).toThrow('nothing like');
  });
});
