import { parse, type AST } from 'svelte/compiler';

/** Attributes whose text a reader sees or hears; on components also props that carry words. */
const spokenAttributes = new Set(['title', 'aria-label', 'alt', 'placeholder']);
const otherSpokenAttributes = [
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'label',
];
for (const name of otherSpokenAttributes) spokenAttributes.add(name);

const letter = /\p{L}/u;

/**
 * The words in a component's markup that are not in an expression, and so not from the locale
 * files: text nodes, spoken attributes, and string literals given to these. As `LINE: words`.
 */
export function strayWords(source: string): string[] {
  const found: string[] = [];
  const note = (text: string, start: number) => {
    if (!letter.test(text)) return;
    const line = source.slice(0, start).split('\n').length;
    found.push(`${line}: ${text.trim()}`);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    if (node.type === 'Text') note(node.data, node.start);
    // The units of a style are no words.
    if (node.type === 'StyleDirective') return;
    if (node.type === 'Attribute') return visitAttribute(node, note, visit);
    if (node.type === 'ExpressionTag') {
      for (const { text, start } of literals(node.expression)) note(text, start);
    }
    // Of expressions only those that are shown count, but a snippet's or an each's markup does.
    for (const [key, child] of Object.entries(node)) if (!codeKeys.has(key)) visit(child);
  };
  visit(parse(source, { modern: true }).fragment);
  return found;
}

/** Where a node keeps code, not markup. */
const codeKeys = new Set([
  'expression',
  'test',
  'context',
  'key',
  'parameters',
  'metadata',
  'options',
]);

type MarkupNode = AST.SvelteNode & { type: string };

function isNode(value: unknown): value is MarkupNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function visitAttribute(
  attribute: AST.Attribute,
  note: (text: string, start: number) => void,
  visit: (node: unknown) => void,
): void {
  if (!spokenAttributes.has(attribute.name.toLowerCase())) return;
  if (attribute.value !== true) visit(attribute.value);
}

/** What an expression can come out as when it is words: `'a'`, `x ? 'a' : 'b'`, `x ?? 'a'`, `a${x}`. */
function literals(node: unknown): { text: string; start: number }[] {
  const expression = node as {
    type: string;
    start: number;
    value?: unknown;
    consequent?: unknown;
    alternate?: unknown;
    left?: unknown;
    right?: unknown;
    quasis?: { start: number; value: { cooked: string } }[];
  };
  if (expression.type === 'Literal' && typeof expression.value === 'string') {
    return [{ text: expression.value, start: expression.start }];
  }
  if (expression.type === 'TemplateLiteral') {
    return (expression.quasis ?? []).map(({ value, start }) => ({ text: value.cooked, start }));
  }
  if (expression.type === 'ConditionalExpression') {
    return [...literals(expression.consequent), ...literals(expression.alternate)];
  }
  if (expression.type === 'LogicalExpression' || expression.type === 'BinaryExpression') {
    return isComparison(node) ? [] : [...literals(expression.left), ...literals(expression.right)];
  }
  return [];
}

function isComparison(node: unknown): boolean {
  return /^([=!]==?|[<>]=?|in|instanceof)$/.test((node as { operator: string }).operator);
}
