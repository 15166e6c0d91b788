/** What a reader would find wrong with a page by looking at it: told by geometry, in the browser. */
import type { Page } from '@playwright/test';

/**
 * What is cut off, lies over another, or is said in plain Latin letters although the page’s language
 * has none; as `what: where`. Text in a language of its own is not asked for its letters.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const faults: string[] = [];
    const note = (what: string, element: Element, words = element.textContent ?? '') =>
      faults.push(`${what}: <${element.localName}> ${words.trim().slice(0, 60)}`);
    const isHidden = (element: Element) =>
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
      element.closest('.visually-hidden, .skip:not(:focus)') !== null;
    const closestThat = (
      element: Element | null,
      test: (style: CSSStyleDeclaration) => boolean,
    ) => {
      let each = element;
      while (each && !test(getComputedStyle(each))) each = each.parentElement;
      return each;
    };
    const scroller = (element: Element) =>
      closestThat(element, ({ overflowX }) => overflowX === 'auto' || overflowX === 'scroll');

    if (root.scrollWidth > root.clientWidth) {
      faults.push(`the page is ${root.scrollWidth} px wide`);
    }

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const element = text.parentElement;
      const words = text.textContent ?? '';
      if (!element || words.trim() === '' || isHidden(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = element.closest('a, button, label, summary, [role=status]');
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        if (width < 1 || scroller(element)) continue;
        if (left < -1 || right > root.clientWidth + 1) note('beyond the screen', element);
        const held =
          box && getComputedStyle(box).display !== 'inline' && box.getBoundingClientRect();
        if (held && (left < held.left - 1 || right > held.right + 1))
          note('wider than its box', box);
        if (held && (top < held.top - 3 || bottom > held.bottom + 3))
          note('higher than its box', box);
      }
      const cut = closestThat(element, ({ overflowX, overflowY }) =>
        [overflowX, overflowY].some((each) => each === 'hidden' || each === 'clip'),
      );
      if (cut && cut !== root && cut.scrollWidth > cut.clientWidth + 1) note('cut off', cut);
    }

    const controls = [...document.querySelectorAll('a, button, input, textarea, select')].filter(
      (element) => !isHidden(element),
    );
    const layer = (element: Element) =>
      closestThat(element, ({ position }) => position === 'fixed');
    const boxes = controls.flatMap((element) =>
      [...element.getClientRects()].map((box) => ({ element, box, layer: layer(element) })),
    );
    boxes.forEach((a, index) => {
      for (const b of boxes.slice(index + 1)) {
        if (a.layer !== b.layer || a.element.contains(b.element)) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 2 && down > 2 && a.element !== b.element) {
          note(`over “${b.element.textContent?.trim().slice(0, 40)}”`, a.element);
        }
      }
    });

    // What other languages are called is said by the browser, as dates and sizes are; a comment’s author,
    // and an article that is not in the language, by those who wrote.
    const latin = (words: string | null) =>
      /[A-Za-z]{3,}/.test((words ?? '').replace(/\b(?:French|English)\b/g, ''));
    const isOurs = (element: Element) =>
      element.closest('[lang]') === root &&
      !element.closest('time, code, pre, script, style, noscript, .author, [translate=no]');
    const isForeign =
      document.querySelector(`main article[lang]:not([lang=${root.lang}])`) !== null;
    if (!isForeign && latin(document.title)) faults.push(`untranslated: title ${document.title}`);
    for (const element of document.body.querySelectorAll('*')) {
      if (!isOurs(element)) continue;
      const own = [...element.childNodes].filter((child) => child.nodeType === Node.TEXT_NODE);
      for (const { textContent } of own) if (latin(textContent)) note('untranslated', element);
      for (const name of ['aria-label', 'title', 'alt', 'placeholder']) {
        const words = element.getAttribute(name);
        if (latin(words)) note(`untranslated ${name}`, element, words ?? '');
      }
    }
    return [...new Set(faults)];
  });
}
