/** The figures to reach, and whether they are. */
import { number } from './table.ts';

export interface Figure {
  name: string;
  /** Of the static page; undefined where it has none. */
  floor?: number;
  ours: number;
  /** Decimals to show. */
  digits?: number;
  /** Absent where the figure is only for comparison. */
  reach?: Reach;
}

export type Reach =
  /** At most so many times the floor. */
  | { times: number }
  /** At most the floor and so much. */
  | { plus: number }
  | { atMost: number };

/** False for what could not be measured; undefined where there is nothing to reach. */
export function isReached({ floor = NaN, ours, reach }: Figure): boolean | undefined {
  return reach && ours <= limitOf(reach, floor);
}

function limitOf(reach: Reach, floor: number): number {
  if ('times' in reach) return floor * reach.times;
  return 'plus' in reach ? floor + reach.plus : reach.atMost;
}

export function figureRow(figure: Figure): string[] {
  const { name, floor, ours, digits = 0, reach } = figure;
  const hasRatio = floor !== undefined && floor > 0;
  return [
    name,
    floor === undefined ? '–' : number(floor, digits),
    number(ours, digits),
    hasRatio ? `${number(ours / floor, 2)}x` : '–',
    reach ? wordsOf(reach) : '–',
    reach ? (isReached(figure) ? 'yes' : 'NO') : '–',
  ];
}

function wordsOf(reach: Reach): string {
  if ('times' in reach) return `${reach.times}x`;
  return 'plus' in reach ? `floor + ${reach.plus}` : `${reach.atMost}`;
}
