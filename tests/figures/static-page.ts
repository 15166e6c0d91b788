/**
 * The floor: an article as somebody who writes HTML by hand would publish it. All of its text, no
 * script, a few lines of style.
 */
import { pickVersion, type Language } from '../../src/content/language.ts';
import type {
  Article,
  Block,
  Image,
  Inline,
  NestedList,
  Picture,
  TableBlock,
} from '../../src/content/model.ts';
import { node, page, raw, type Html } from './html.ts';

/** What the same page of ours brings beside its text. */
export interface Dressing {
  /** The `link` elements by which our page asks for its fonts early, as they stand there. */
  preloads: string;
  /** Addresses of the fonts. */
  fonts: { serif: string; serifItalic: string; sans: string };
  /** Address of what the article’s pictures are relative to, with a slash at the end. */
  content: string;
}

const style = `body{margin:0 auto;max-width:41rem;padding:0 18px;background:#fbf9f4;color:#1f1c18;font:19px/31px Georgia,serif}
h1{font-size:33px;line-height:37px}h2{font-size:23px;line-height:28px}
.standfirst{font-size:20px;line-height:29px}
.meta,figcaption,th,td{font-size:14px;line-height:20px}
figure{margin:0 -18px}img{display:block;width:100%;height:auto}pre,.table{overflow:auto}`;

const face = (family: string, url: string, italic = '') =>
  `@font-face{font-family:${family};${italic}font-weight:400 700;src:url(${url}) format("woff2");font-display:swap}`;

/**
 * @param dressing with it the page has our fonts and the article’s pictures; without, neither
 * @throws {Error} when the article has no version in the language
 */
export function staticPage(article: Article, language: Language, dressing?: Dressing): string {
  const version = article.versions[language];
  if (!version) throw new Error(`${article.id} has no version in ${language}`);
  const draw = drawing(language, dressing);
  return page({
    language,
    title: version.headline,
    head: [
      ...(dressing ? [raw(dressing.preloads)] : []),
      node('style', {}, raw(style + (dressing ? styleOfFonts(dressing) : ''))),
    ],
    body: node(
      'article',
      {},
      version.kicker ? node('p', { class: 'meta' }, version.kicker) : '',
      node('h1', {}, version.headline),
      node('p', { class: 'standfirst' }, version.standfirst),
      node('p', { class: 'meta' }, node('time', {}, article.datePublished)),
      article.image ? draw.lead(article.image, version.imageAlt ?? '', version.imageCaption) : '',
      ...version.body.map(draw.drawBlock),
    ),
  });
}

function styleOfFonts({ fonts }: Dressing): string {
  return [
    face('Literata', fonts.serif),
    face('Literata', fonts.serifItalic, 'font-style:italic;'),
    face('Sans', fonts.sans),
    'body{font-family:Literata,serif}.meta,figcaption,th,td{font-family:Sans,sans-serif}',
  ].join('');
}

function drawing(language: Language, dressing: Dressing | undefined) {
  const notes: string[] = [];

  function inlines(texts: readonly Inline[]): Html[] {
    return texts.map(inline);
  }

  function inline(text: Inline): Html {
    if (typeof text === 'string') return node('', {}, text);
    if ('em' in text) return node('em', {}, ...inlines(text.em));
    if ('strong' in text) return node('strong', {}, ...inlines(text.strong));
    if ('sup' in text) return node('sup', {}, ...inlines(text.sup));
    if ('sub' in text) return node('sub', {}, ...inlines(text.sub));
    if ('link' in text) return node('a', { href: text.href }, ...inlines(text.link));
    if ('foreign' in text) return node('i', { lang: text.lang }, ...inlines(text.foreign));
    if ('code' in text) return node('code', {}, text.code);
    if ('abbr' in text) return node('abbr', { title: text.title }, text.abbr);
    if (!notes.includes(text.footnote)) notes.push(text.footnote);
    const number = String(notes.indexOf(text.footnote) + 1);
    return node('sup', {}, node('a', { href: `#note-${text.footnote}` }, number));
  }

  function drawBlock(block: Block): Html {
    const { id } = block;
    switch (block.type) {
      case 'paragraph':
        return node('p', { id }, ...inlines(block.text));
      case 'heading':
        return node(`h${block.level}`, { id }, ...inlines(block.text));
      case 'quote':
        return node(
          'blockquote',
          { id },
          node('p', {}, ...inlines(block.text)),
          block.cite ? node('cite', {}, ...inlines(block.cite)) : '',
        );
      case 'list':
        return list(block, id);
      case 'figure':
        return figure(block);
      case 'gallery':
        return node(
          'section',
          { id },
          ...block.images.map(figure),
          block.caption ? node('p', {}, ...inlines(block.caption)) : '',
        );
      case 'table':
        return table(block);
      case 'code':
        return node(
          'figure',
          { id },
          node('pre', {}, node('code', {}, block.code)),
          block.caption ? node('figcaption', {}, ...inlines(block.caption)) : '',
        );
      case 'note':
        return node(
          'aside',
          { id },
          block.title ? node('p', {}, node('b', {}, ...inlines(block.title))) : '',
          ...block.blocks.map(drawBlock),
        );
      case 'footnotes':
        return node(
          'ol',
          { id },
          ...block.notes.map((note) =>
            node('li', { id: `note-${note.id}` }, ...inlines(note.text)),
          ),
        );
      case 'embed':
        return node('p', { id }, node('a', { href: block.url }, block.title));
      case 'divider':
        return node('hr', { id });
      case 'unknown':
        return node('', {});
    }
  }

  function list({ ordered, items }: NestedList, id?: string): Html {
    return node(
      ordered ? 'ol' : 'ul',
      { id },
      ...items.map((item) =>
        node('li', {}, ...inlines(item.text), item.list ? list(item.list) : ''),
      ),
    );
  }

  function table({ id, caption, head, rows, rowHeaders }: TableBlock): Html {
    return node(
      'div',
      { id, class: 'table' },
      node(
        'table',
        {},
        caption ? node('caption', {}, ...inlines(caption)) : '',
        head
          ? node('tr', {}, ...head.map((cell) => node('th', { scope: 'col' }, ...inlines(cell))))
          : '',
        ...rows.map((row) =>
          node(
            'tr',
            {},
            ...row.map((cell, column) =>
              column === 0 && rowHeaders
                ? node('th', { scope: 'row' }, ...inlines(cell))
                : node('td', {}, ...inlines(cell)),
            ),
          ),
        ),
      ),
    );
  }

  function figure({ image, alt, caption }: Picture): Html {
    const words = [caption ? node('', {}, ...inlines(caption)) : '', ' ', credit(image)];
    return node(
      'figure',
      {},
      img(image, alt, { loading: 'lazy' }),
      node('figcaption', {}, ...words),
    );
  }

  function lead(image: Image, alt: string, caption = ''): Html {
    const words = node('figcaption', {}, caption, ' ', credit(image));
    return node('figure', {}, img(image, alt, { fetchpriority: 'high' }), words);
  }

  function credit(image: Image): string {
    return pickVersion(image.credit ?? {}, language)?.version ?? '';
  }

  /** Without pictures, only the words beside them are left. */
  function img(image: Image, alt: string, hints: Record<string, string>): Html | '' {
    if (!dressing) return '';
    const sizes = [...(image.variants ?? []), image].sort((a, b) => a.width - b.width);
    const urlOf = (src: string) => dressing.content + src;
    return node('img', {
      srcset: sizes.map(({ src, width }) => `${urlOf(src)} ${width}w`).join(', '),
      sizes: '(width >= 48rem) 41rem, 100vw',
      src: urlOf(image.src),
      width: String(image.width),
      height: String(image.height),
      alt,
      ...hints,
    });
  }

  return { drawBlock, lead };
}
