import { SaxesParser } from 'saxes';

/** An element as a strict parser sees it. */
export interface XmlElement {
  /** With its namespace, in Clark’s notation: `{http://www.w3.org/2005/Atom}feed`. */
  name: string;
  attributes: Record<string, string>;
  /** Its own text and that of all within, as it came. */
  text: string;
  children: XmlElement[];
}

/**
 * Reads a document as strictly as XML 1.0 and its namespaces want it.
 * @throws {Error} for whatever is not well-formed, a forbidden character included
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const named = Object.values(attributes).filter(({ name }) => !/^xmlns\b/.test(name));
    const element: XmlElement = {
      name: `{${uri}}${local}`,
      attributes: Object.fromEntries(named.map(({ name, value }) => [name, value])),
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(source).close();
  const [document] = root.children;
  if (!document) throw new Error('The document is empty');
  return document;
}

/** The elements within that have a name, at any depth, in their order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsOf(child, name),
  ]);
}
