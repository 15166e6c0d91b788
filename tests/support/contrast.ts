/** Which colours of tokens.css stand on which, and how well they must stand out (WCAG 2.2). */

type Token =
  'page' | 'raised' | 'sunk' | 'accent-soft' | 'ink' | 'ink-2' | 'accent' | 'focus' | 'field';

interface Use {
  what: string;
  colour: Token;
  on: readonly Token[];
  /** The ratio it must reach. */
  atLeast: number;
}

const grounds = ['page', 'raised', 'sunk', 'accent-soft'] as const;
/** Success criteria 1.4.6, 1.4.3 and 1.4.11. */
const enhanced = 7;
const minimum = 4.5;
const ofControls = 3;

const uses: readonly Use[] = [
  { what: 'text', colour: 'ink', on: grounds, atLeast: enhanced },
  { what: 'second text', colour: 'ink-2', on: grounds, atLeast: minimum },
  { what: 'accent', colour: 'accent', on: grounds, atLeast: minimum },
  { what: 'on a full button', colour: 'page', on: ['ink'], atLeast: enhanced },
  { what: 'focus', colour: 'focus', on: grounds, atLeast: ofControls },
  {
    what: 'border of a field',
    colour: 'field',
    on: ['page', 'raised', 'sunk'],
    atLeast: ofControls,
  },
];

export type Colours = Record<string, string>;

/** The colours of a theme, as `rgb(…)`. Runs in the page, where the cascade decides them. */
export function coloursOf(theme: string, tokens: readonly string[]): Colours {
  const sample = document.createElement('div');
  sample.dataset['theme'] = theme;
  document.body.append(sample);
  const colours = tokens.map((token) => {
    sample.style.color = `var(--${token})`;
    return [token, getComputedStyle(sample).color] as const;
  });
  sample.remove();
  return Object.fromEntries(colours);
}

export const tokens: readonly Token[] = [
  ...new Set(uses.flatMap(({ colour, on }) => [colour, ...on])),
];

/** Each use of a colour on each ground, with its ratio. */
export function contrasts(colours: Colours): { use: Use; on: Token; ratio: number }[] {
  return uses.flatMap((use) =>
    use.on.map((on) => ({ use, on, ratio: contrast(colours[use.colour], colours[on]) })),
  );
}

/**
 * From 1 to 21.
 * @throws {Error} for a colour that is not opaque, or is not written as browsers write them
 */
export function contrast(a: string | undefined, b: string | undefined): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour = ''): number {
  const [, ...parts] = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour) ?? [];
  if (parts.length === 0) throw new Error(`Not an opaque colour: ${colour}`);
  const [red, green, blue] = parts
    .map((part) => Number(part) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
