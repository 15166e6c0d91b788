import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5';

/** An element of a page, as a browser’s parser makes it. */
export interface PageElement {
  name: string;
  attributes: Record<string, string>;
  /** All text within; of a script, its source. */
  text: string;
  /** Names of the elements around it, outermost first. */
  within: string[];
  parent: PageElement | undefined;
}

/** A page as a reader’s browser has it before any script has run. */
export interface ParsedPage {
  /** All elements, in the order of the document. */
  elements: PageElement[];
  all: (name: string) => PageElement[];
  /** @throws {Error} unless there is exactly one */
  one: (name: string, attributes?: Record<string, string>) => PageElement;
}

/** Reads a page as a browser without scripts does: what is for these readers counts too. */
export function parsePage(html: string): ParsedPage {
  const elements: PageElement[] = [];
  const visit = (node: Tree.ParentNode, parent?: PageElement) => {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      const element: PageElement = {
        name: child.tagName,
        attributes: Object.fromEntries(child.attrs.map(({ name, value }) => [name, value])),
        text: textOf(child),
        within: parent ? [...parent.within, parent.name] : [],
        parent,
      };
      elements.push(element);
      visit(child, element);
    }
  };
  visit(parse(html, { scriptingEnabled: false }));
  const all = (name: string) => elements.filter((element) => element.name === name);
  return {
    elements,
    all,
    one: (name, attributes = {}) => {
      const found = all(name).filter((element) =>
        Object.entries(attributes).every(([key, value]) => element.attributes[key] === value),
      );
      if (found.length !== 1 || !found[0]) {
        const wanted = `${name} ${JSON.stringify(attributes)}`;
        throw new Error(`Expected one ${wanted}, found ${found.length}`);
      }
      return found[0];
    },
  };
}

function textOf(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if ('value' in child) return child.value;
      return 'childNodes' in child ? textOf(child) : '';
    })
    .join('');
}
