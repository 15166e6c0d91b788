/**
 * Places in a text that its versions have in common: a block, by its id, and within it the smallest
 * part that stands at the same spot of the other version’s block.
 */

import { languages } from '../content/language.ts';

/** What of an article’s head stands in every language; it has no ids. */
const headParts = ['h1', '.standfirst', '.facts', 'figure'].map(
  (part) => `article header > ${part}`,
);
/** The blocks of the text, those inside notes too. */
export const textBlocks = '.blocks:not(.between .blocks) > [id]';
/** What is unfolded of the other language. */
const unfolded = '.between .blocks > [id]';
/** Half a line of text: of what has several, the first counts. In pixels. */
const halfLine = 12;
/** What a place is held by. A comment has the same id in every language. */
const holds = [...headParts, textBlocks, unfolded, '#comments', '#comments article'].join();

/** Where one part stands in another: by its id, else by its number among those of its kind. */
interface Step {
  id: string;
  kind: string;
  index: number;
  /** Where there are more or fewer of them, nobody can say which is which. */
  count: number;
}

/** The upper and the lower edge of a part, in pixels from the upper edge of the screen. */
interface Span {
  top: number;
  bottom: number;
}

export interface Place {
  /** Where the eye was, in pixels from the upper edge of the screen. */
  line: number;
  /** Selectors of the block and of those before it, nearest first. */
  names: string[];
  /** From the block to its smallest part. */
  steps: Step[];
  /** How the block stood, and the part that each step leads to. */
  spans: Span[];
}

/** Where the eye rests: about a third down the screen. In pixels. */
export function eyeLine(): number {
  return innerHeight / 3;
}

/**
 * Where the focus or a selection is in the text, if that is on the screen; else where the eye rests.
 * In pixels from the upper edge of the screen.
 */
export function lineOfAttention(): number {
  const isInText = (node: Node | null | undefined) =>
    node && (node instanceof Element ? node : node.parentElement)?.closest('.blocks, #comments');
  const { activeElement } = document;
  const selection = getSelection();
  const range = selection?.isCollapsed === false ? selection.getRangeAt(0) : undefined;
  const box = [
    isInText(range?.startContainer) ? range?.getBoundingClientRect() : undefined,
    isInText(activeElement) ? activeElement?.getBoundingClientRect() : undefined,
  ].find((each) => each && isOnScreen(each));
  return box ? box.top + Math.min(box.height / 2, halfLine) : eyeLine();
}

/** Whether the beginning of it is to be seen, between the bars. */
function isOnScreen({ top }: DOMRect): boolean {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  return top >= parseFloat(scrollPaddingTop) && top < innerHeight - parseFloat(scrollPaddingBottom);
}

/** What begins above a height of the screen, in the order of the page: the last of them is there. */
export function passedAt(line: number, selector: string): Element[] {
  const found = [...document.querySelectorAll(selector)];
  return found.filter((element) => element.getBoundingClientRect().top <= line);
}

/** The place at a height of the screen; undefined above the text, and on pages that have none. */
export function placeAt(line: number): Place | undefined {
  const passed = passedAt(line, holds).filter((each) => !isBeside(each));
  const block = passed.at(-1);
  if (!block) return undefined;
  const parts = [block];
  for (let part = partAt(line, block); part; part = partAt(line, part)) parts.push(part);
  // What holds the block does not stand before it.
  const before = passed.filter((each) => !each.contains(block)).reverse();
  return {
    line,
    names: [block, ...before].map(nameOf),
    steps: parts.slice(1).map(stepTo),
    spans: parts.map((part, depth) => spanOf(part, depth === parts.length - 1)),
  };
}

/**
 * How far the page must be scrolled for a place to stand as it stood, in pixels; undefined where
 * nothing of it is there. An edge that was on the screen comes back to its height. Where none was,
 * or where the part is so much shorter now that the eye would be past it, the same share of the
 * part comes to the eye: so the eye never ends in another block.
 */
export function wayBackTo({ line, names, steps, spans }: Place): number | undefined {
  const [name = '', ...before] = names;
  const block = document.querySelector(name);
  const [blockWas] = spans;
  if (!block || !blockWas) {
    // A block that only one language has: the eye comes to the end of the nearest before it.
    const nearest = before.map((each) => document.querySelector(each)).find((each) => each);
    return nearest ? nearest.getBoundingClientRect().bottom - line : undefined;
  }
  let part = block;
  let depth = 0;
  for (let next; depth < steps.length && (next = follow(part, steps[depth])); depth += 1) {
    part = next;
  }
  const way = wayBetween(spans[depth] ?? blockWas, spanOf(part, depth === steps.length), line);
  // Parts may stand side by side, and the eye be far below the end of the shorter one.
  const blockIs = spanOf(block, steps.length === 0);
  const isPast = blockIs.bottom - way < Math.min(line, blockWas.bottom);
  return isPast ? wayBetween(blockWas, blockIs, line) : way;
}

/** From where a part is to where it was, for an eye that was in it or just past it. */
function wayBetween(was: Span, is: Span, line: number): number {
  // Just past the part it was at its end.
  const eye = Math.min(line, was.bottom);
  const height = is.bottom - is.top;
  if (was.top >= 0 && was.top + height >= eye) return is.top - was.top;
  return is.top + shareOf(eye, was) * height - eye;
}

/** How much of a span lies above a height of the screen, from 0 to 1. */
export function shareOf(line: number, { top, bottom }: Span): number {
  return bottom > top ? Math.min(1, Math.max(0, (line - top) / (bottom - top))) : 0;
}

/** The parts of an element that are not part of a line of text. */
function partsOf(element: Element): Element[] {
  const isPart = (child: Element) =>
    !/^(inline|none|contents)/.test(getComputedStyle(child).display);
  return [...element.children].filter(isPart);
}

/** The one that a height of the screen lies in, or follows, if it is not beside the screen. */
function partAt(line: number, element: Element): Element | undefined {
  const isPassed = (part: Element) => {
    const { top, left, right } = part.getBoundingClientRect();
    return top <= line && right > 0 && left < innerWidth;
  };
  return partsOf(element).filter(isPassed).at(-1);
}

/** @param isSmallest then what it holds further down is not of it: a list in an item, say */
function spanOf(part: Element, isSmallest: boolean): Span {
  const { top, bottom } = part.getBoundingClientRect();
  const [inner] = isSmallest ? partsOf(part) : [];
  return { top, bottom: inner ? inner.getBoundingClientRect().top : bottom };
}

/** The block that an unfolded one belongs to; undefined for all else. */
function ownerOf(element: Element): Element | null | undefined {
  return element.closest('.between')?.previousElementSibling;
}

/** Whether it is the other column’s: there the block itself holds the place. */
function isBeside(element: Element): boolean {
  const owner = ownerOf(element);
  if (!owner) return false;
  const { left, right } = element.getBoundingClientRect();
  const block = owner.getBoundingClientRect();
  // Of two languages one may run from right to left.
  return left >= block.right || right <= block.left;
}

function nameOf(element: Element): string {
  const ofHead = headParts.find((name) => element.matches(name));
  if (ofHead) return ofHead;
  const owner = ownerOf(element);
  if (!owner) return `#${CSS.escape(element.id)}`;
  // Block and counterpart change languages, and the eye stays where it is: see content/counterpart.ts.
  const part = element.id.slice(owner.id.length).replace(/^\.\w+/, '');
  return languages.map((each) => `#${CSS.escape(`${owner.id}.${each}${part}`)}`).join();
}

function ofKind(kind: string, parent: Element | null): Element[] {
  return [...(parent?.children ?? [])].filter(({ tagName }) => tagName === kind);
}

function stepTo(part: Element): Step {
  const alike = ofKind(part.tagName, part.parentElement);
  return {
    id: part.id,
    kind: part.tagName,
    index: alike.indexOf(part),
    count: alike.length,
  };
}

function follow(parent: Element, step: Step | undefined): Element | undefined {
  if (!step) return undefined;
  const alike = ofKind(step.kind, parent);
  if (step.id) return alike.find(({ id }) => inAnyLanguage(id) === inAnyLanguage(step.id));
  return alike.length === step.count ? alike[step.index] : undefined;
}

/** A note of what is unfolded is called after its language, and that is another after a switch. */
function inAnyLanguage(id: string): string {
  return languages.reduce((name, each) => name.replace(new RegExp(`\\.${each}$`), ''), id);
}
