import { describe, expect, onTestFinished, test } from 'vitest';
import { useLateFonts } from '../../../src/app/late-fonts.ts';

/** A style sheet of the page, and how its typefaces are shown. */
function addSheet(css: string) {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  onTestFinished(() => style.remove());
  const faces = () =>
    [...style.sheet!.cssRules].filter(
      (rule) => rule instanceof CSSFontFaceRule,
    ) as CSSFontFaceRule[];
  return {
    style,
    displays: () => faces().map((face) => face.style.getPropertyValue('font-display')),
  };
}

const face = (display: string) =>
  `@font-face { font-family: Test; src: local('Nothing'); ${display} }`;

describe('from the second page on', () => {
  test('typefaces that came too late are used, all others as they were', () => {
    const { displays } = addSheet(
      [
        face('font-display: optional'),
        'p { color: red }',
        face('font-display: block'),
        face(''),
        `@media print { ${face('font-display: optional')} }`,
      ].join('\n'),
    );
    useLateFonts();
    expect(displays()).toEqual(['swap', 'block', '']);
  });

  test('those of every sheet are, of a sheet that is switched off too', () => {
    const one = addSheet(face('font-display: optional'));
    const two = addSheet(face('font-display: optional'));
    two.style.disabled = true;
    useLateFonts();
    useLateFonts();
    expect([...one.displays(), ...two.displays()]).toEqual(['swap', 'swap']);
  });
});
