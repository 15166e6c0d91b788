/** Where lines of text end, as the browser has laid them out. */

/** No line of French begins with one of these. */
const closing = /[?!:;»›]/;
/** No line of French ends with one of these. */
const opening = /[«‹]/;

/** A sign of some text, and the letter that must stand on its line. */
interface Pair {
  sign: Letter;
  neighbour: Letter;
  /** Whether the sign comes after the letter, and so must not begin a line. */
  isAfter: boolean;
}

interface Letter {
  node: Text;
  at: number;
}

/**
 * All signs below an element that a line may not begin or end with, each with the letter next to it, in
 * whatever mark of its paragraph that stands; to be found once, and looked at at each width.
 */
export function signsIn(root: Element): Pair[] {
  const pairs: Pair[] = [];
  for (const letters of paragraphsIn(root)) {
    letters.forEach((sign, index) => {
      const text = sign.node.data.charAt(sign.at);
      const before = letters[index - 1];
      const after = letters[index + 1];
      if (closing.test(text) && before) pairs.push({ sign, neighbour: before, isAfter: true });
      if (opening.test(text) && after) pairs.push({ sign, neighbour: after, isAfter: false });
    });
  }
  return pairs;
}

/** Of the signs those that stand on another line than they must, with the text around them. */
export function strandedOf(pairs: readonly Pair[]): string[] {
  return pairs.flatMap(({ sign, neighbour, isAfter }) => {
    const [first, second] = isAfter ? [neighbour, sign] : [sign, neighbour];
    // Within a line each letter stands to the right of the one before.
    if (rectOf(second).left >= rectOf(first).left) return [];
    return [sign.node.data.slice(Math.max(0, sign.at - 20), sign.at + 20)];
  });
}

/** The letters of each paragraph, which is whatever has a block of its own, without its spaces. */
function paragraphsIn(root: Element): Iterable<Letter[]> {
  const paragraphs = new Map<Element, Letter[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const block = blockOf(node);
    if (!block || block.closest('pre, code')) continue;
    const letters = paragraphs.get(block) ?? [];
    for (const { index } of node.data.matchAll(/\S/gu)) letters.push({ node, at: index });
    paragraphs.set(block, letters);
  }
  return paragraphs.values();
}

function blockOf(node: Node): Element | undefined {
  let element = node.parentElement;
  while (element && getComputedStyle(element).display === 'inline') element = element.parentElement;
  const isDrawn = element?.checkVisibility() && !element.closest('.visually-hidden');
  return isDrawn && element ? element : undefined;
}

const range = document.createRange();

function rectOf({ node, at }: Letter): DOMRect {
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return range.getBoundingClientRect();
}
