/** The tables of first-load.ts. */
import type { ColdLoad, Exchange } from './cold-load.ts';
import type { KeptVisit } from './kept-site.ts';
import type { Switch } from './language-switch.ts';
import { figureRow, type Figure } from './reach.ts';
import { median } from './statistics.ts';
import { number, table } from './table.ts';

export interface Results {
  cold: Record<'bareFloor' | 'bareOurs' | 'fullFloor' | 'fullOurs', ColdLoad[]>;
  kept: Record<
    | 'floor'
    | 'ours'
    | 'saved'
    | 'floorStopped'
    | 'oursStopped'
    | 'savedStopped'
    | 'floorOnline'
    | 'oursOnline',
    KeptVisit[]
  >;
  switches: Record<'fetched' | 'notFetched', Switch[]>;
}

const names: Record<keyof Results['cold'], string> = {
  bareFloor: 'static, text alone',
  bareOurs: 'ours, text alone',
  fullFloor: 'static, with fonts and pictures',
  fullOurs: 'ours, with fonts and pictures',
};

const isScript = ({ type }: Exchange) => type === 'Script';

const kinds: Record<string, (exchange: Exchange) => boolean> = {
  HTML: ({ type }) => type === 'Document',
  JS: isScript,
  CSS: ({ type }) => type === 'Stylesheet',
  data: ({ type }) => type === 'Fetch' || type === 'XHR',
  fonts: ({ type }) => type === 'Font',
  pictures: ({ type }) => type === 'Image',
};

export function printCold(cold: Results['cold']): void {
  const loads = Object.entries(cold) as [keyof typeof names, ColdLoad[]][];
  const times = loads.map(([name, all]) => {
    const of = (pick: (load: ColdLoad) => number) => median(all.map(pick));
    return [
      names[name],
      number(of((load) => load.firstContentfulPaint)),
      number(of((load) => load.largestContentfulPaint)),
      number(of((load) => load.textAt)),
      number(of((load) => load.interactive)),
      number(of((load) => load.blocking)),
      number(
        of((load) => load.shift),
        4,
      ),
    ];
  });
  console.log('\nA first visit, in ms');
  const timesHead = ['', 'FCP', 'LCP', 'text', 'interactive', 'blocking', 'shift'];
  console.log(table([timesHead, ...times]));

  const weights = loads.map(([name, all]) => {
    const of = (pick: (exchanges: Exchange[], load: ColdLoad) => number) =>
      median(all.map((load) => pick(load.exchanges, load)));
    return [
      names[name],
      number(of((exchanges) => exchanges.length)),
      ...Object.values(kinds).map((isOfKind) =>
        kilobytes(of((exchanges) => sumOf(exchanges.filter(isOfKind)))),
      ),
      kilobytes(of(sumOf)),
      number(of((exchanges, { textAt }) => exchanges.filter(endedBy(textAt)).length)),
      number(of((exchanges, { textAt }) => exchanges.filter(startedBy(textAt)).length)),
    ];
  });
  console.log(
    '\nWhat the page itself fetched until 2 s after it was loaded and interactive, in kB',
  );
  const ends = ['in sum', 'ended before text', 'begun before text'];
  console.log(table([['', 'requests', ...Object.keys(kinds), ...ends], ...weights]));
}

export function printReach({ cold, kept, switches }: Results): void {
  const figures = [
    ...coldFigures('text alone', cold.bareFloor, cold.bareOurs),
    ...coldFigures('with fonts and pictures', cold.fullFloor, cold.fullOurs),
    ...weightFigures(cold.fullFloor, cold.fullOurs),
    ...untilContent('offline, from the worker', kept.floor, kept.ours, { times: 1.3 }),
    ...untilContent('offline, worker not running', kept.floorStopped, kept.oursStopped, {
      times: 1.3,
    }),
    // Its page is not kept, so that what was saved is read: the shell, then the database.
    ...untilContent('offline, saved copy only', kept.floor, kept.saved),
    ...untilContent('offline, saved, worker not running', kept.floorStopped, kept.savedStopped),
    {
      name: 'second visit, bytes before content',
      floor: median(kept.floorOnline.map(({ bytes }) => bytes)),
      ours: median(kept.oursOnline.map(({ bytes }) => bytes)),
      reach: { atMost: 0 },
    },
    ...untilContent('second visit', kept.floorOnline, kept.oursOnline),
    ...switchFigures(switches),
  ] satisfies Figure[];
  console.log('\nThe figures to reach, in ms where nothing else is said');
  const head = ['', 'floor', 'ours', 'ratio', 'reach', 'reached'];
  console.log(table([head, ...figures.map(figureRow)]));

  const sent = new Set(kept.oursOnline.flatMap(({ addresses }) => addresses));
  if (sent.size > 0)
    console.log(`\nSent before content on a second visit: ${[...sent].join(', ')}`);
  console.log(`
Interactive: something is painted; the page is ready (it has set the mark liseuse:interactive; where
a script draws it, its save button is there; where there is no script, DOMContentLoaded is done); and
no long task is running. Blocking: what long tasks have over 50 ms, from FCP until 2 s after that.
Bytes are those of bodies as they came over the line. Offline and second visit, CPU 4x slower: content is
headline and standfirst, painted; the first paragraph may be below the screen; the floor is the static
page, text alone, with a worker of a dozen lines. Language: the first change on a page, from
the click until the other headline is painted; “next paint” is the first one after the click.
`);
}

function coldFigures(name: string, floor: ColdLoad[], ours: ColdLoad[]): Figure[] {
  const figure = (what: string, pick: (load: ColdLoad) => number) => ({
    name: `${what}, ${name}`,
    floor: median(floor.map(pick)),
    ours: median(ours.map(pick)),
  });
  return [
    { ...figure('FCP', (load) => load.firstContentfulPaint), reach: { times: 1.1 } },
    { ...figure('LCP', (load) => load.largestContentfulPaint), reach: { times: 1.1 } },
    { ...figure('interactive', (load) => load.interactive), reach: { times: 1.5 } },
    { ...figure('blocking time', (load) => load.blocking), reach: { plus: 30 } },
    { ...figure('layout shift', (load) => load.shift), digits: 4, reach: { atMost: 0 } },
  ];
}

function weightFigures(floor: ColdLoad[], ours: ColdLoad[]): Figure[] {
  const scriptBy = (end: number, { exchanges }: ColdLoad) =>
    sumOf(exchanges.filter(isScript).filter(endedBy(end))) / 1000;
  const script = (load: ColdLoad) => scriptBy(load.interactive, load);
  const allScript = (load: ColdLoad) => scriptBy(Infinity, load);
  const before = ({ exchanges, textAt }: ColdLoad) => exchanges.filter(endedBy(textAt)).length;
  return [
    {
      name: 'JavaScript until interactive, kB',
      floor: median(floor.map(script)),
      ours: median(ours.map(script)),
      digits: 1,
      reach: { atMost: 40 },
    },
    {
      name: 'JavaScript with what comes at leisure, kB',
      floor: median(floor.map(allScript)),
      ours: median(ours.map(allScript)),
      digits: 1,
    },
    {
      name: 'requests before the text',
      floor: median(floor.map(before)),
      ours: median(ours.map(before)),
      reach: { atMost: 1 },
    },
  ];
}

function untilContent(
  name: string,
  floor: KeptVisit[],
  ours: KeptVisit[],
  reach?: Figure['reach'],
): Figure[] {
  const figure = (what: string, pick: (visit: KeptVisit) => number) => ({
    name: `${name}, ${what}`,
    floor: median(floor.map(pick)),
    ours: median(ours.map(pick)),
  });
  return [
    { ...figure('content', ({ contentAt }) => contentAt), reach },
    figure('first paragraph', ({ textAt }) => textAt),
  ];
}

/** Text that is still to come needs a round trip: then only some answer to the click can be so quick. */
function switchFigures({ fetched, notFetched }: Results['switches']): Figure[] {
  const reach = { atMost: 100 };
  const shown = fetched.map(({ shownMs }) => shownMs);
  const shownLate = notFetched.map(({ shownMs }) => shownMs);
  const answered = fetched.map(({ nextPaintMs }) => nextPaintMs);
  const painted = notFetched.map(({ nextPaintMs }) => nextPaintMs);
  return [
    { name: 'language, fetched ahead, next paint', ours: median(answered), reach },
    { name: 'language, fetched ahead, until it is there', ours: median(shown), reach },
    { name: 'language, not yet fetched, next paint', ours: median(painted), reach },
    { name: 'language, not yet fetched, until it is there', ours: median(shownLate) },
  ];
}

function endedBy(moment: number): (exchange: Exchange) => boolean {
  return ({ endedAt = Infinity }) => endedAt <= moment;
}

function startedBy(moment: number): (exchange: Exchange) => boolean {
  return ({ startedAt }) => startedAt <= moment;
}

function sumOf(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, { bytes }) => sum + bytes, 0);
}

function kilobytes(bytes: number): string {
  return number(bytes / 1000, 1);
}
