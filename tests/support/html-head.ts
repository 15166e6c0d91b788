import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';

/** An element of a page’s head. */
export interface HeadElement {
  name: string;
  attributes: Record<string, string>;
  /** The text within; of a script, its source. */
  text: string;
}

/**
 * The elements that stand in a page’s head when markup is put there, as a browser’s parser makes
 * them. Text that breaks out of its element shows: as an element nobody wrote, or as an error.
 * @throws {Error} when some of it ends up in the body
 */
export function parseHead(markup: string): HeadElement[] {
  const page = `<!doctype html><html><head>${markup}</head><body><p>end</p></body></html>`;
  const html = childOf(parse(page), 'html');
  const body = childOf(html, 'body');
  if (body.childNodes.length !== 1) throw new Error('Some of the head ends up in the body');
  return childOf(html, 'head').childNodes.filter(isElement).map(asHeadElement);
}

function asHeadElement({ nodeName, attrs, childNodes }: Tree.Element): HeadElement {
  const texts = childNodes.map((child) => ('value' in child ? child.value : ''));
  return {
    name: nodeName,
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    text: texts.join(''),
  };
}

function childOf(parent: Tree.ParentNode, name: string): Tree.Element {
  const found = parent.childNodes.filter(isElement).find(({ nodeName }) => nodeName === name);
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

function isElement(node: Tree.Node): node is Tree.Element {
  return 'tagName' in node;
}
