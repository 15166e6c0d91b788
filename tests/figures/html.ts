/** Just enough to write a page as text: a string that was not made here is escaped. */

const made: unique symbol = Symbol('made');

export interface Html {
  readonly [made]: string;
}

const voidElements = ['img', 'hr', 'meta'];

/** Without a name: its children alone. An attribute that is undefined is left out. */
export function node(
  name: string,
  attributes: Record<string, string | undefined>,
  ...children: (Html | string)[]
): Html {
  const content = children.map(textOf).join('');
  if (!name) return raw(content);
  const pairs = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escape(value)}"`],
  );
  const start = `<${name}${pairs.join('')}>`;
  return raw(voidElements.includes(name) ? start : `${start}${content}</${name}>`);
}

/** Text that is HTML, or a style sheet, already. */
export function raw(html: string): Html {
  return { [made]: html };
}

interface Page {
  language: string;
  title: string;
  head: Html[];
  body: Html;
}

export function page({ language, title, head, body }: Page): string {
  const charset = node('meta', { charset: 'utf-8' });
  const viewport = node('meta', { name: 'viewport', content: 'width=device-width' });
  const html = node(
    'html',
    { lang: language },
    node('head', {}, charset, viewport, node('title', {}, title), ...head),
    node('body', {}, body),
  );
  return `<!doctype html>${textOf(html)}`;
}

function textOf(child: Html | string): string {
  return typeof child === 'string' ? escape(child) : child[made];
}

function escape(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
