/**
 * The typefaces of a first page come too late for it: `font-display: optional` then draws it in what
 * the system has, to its end, so that no line moves. From the next page on they may be used: to be
 * called as it is drawn.
 */
export function useLateFonts(): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const { style } = rule;
      if (style.getPropertyValue('font-display') === 'optional') {
        style.setProperty('font-display', 'swap');
      }
    }
  }
}
