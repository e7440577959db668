import { spread } from './statistics.ts';
import type { Spread } from './statistics.ts';

export type Unit = 'ms' | 'bytes' | 'MB' | 'per s';

/** One line of the table. */
export interface Figure {
  group: string;
  name: string;
  unit: Unit;
  value: Spread;
  /** What it stands beside, measured by turns with it in the same run. */
  floor?: { name: string; value: Spread };
  /** How many times the floor; which percentiles are compared is in `ratioOf`. */
  ratio?: number;
  ratioOf?: RatioOf;
  aim?: { words: string; met: boolean };
  note?: string;
}

export type RatioOf = 'p50/p50' | 'p95/p50' | 'p95/p95';

export interface FigureOptions {
  group: string;
  name: string;
  unit?: Unit;
  samples: readonly number[];
  floor?: { name: string; samples: readonly number[] };
  ratioOf?: RatioOf;
  aim?: Aim;
  note?: string;
}

/** `most`/`least`: the bound of one percentile of the figure; `ratio`: of how many times the floor it is. */
export type Aim =
  | { of: 'p50' | 'p95'; most: number }
  | { of: 'p50' | 'p95'; least: number }
  | { of: 'ratio'; most: number };

/** A figure from samples. Of a rate, p95 is what all but five in a hundred samples reach: the slow end, as of a time. */
export function makeFigure(options: FigureOptions): Figure {
  const { group, name, unit = 'ms', samples, ratioOf = 'p50/p50', aim, note } = options;
  const value = read(samples, unit);
  const floor = options.floor && {
    name: options.floor.name,
    value: read(options.floor.samples, unit),
  };
  const ratio = floor && ratioBetween(value, floor.value, ratioOf);
  return {
    group,
    name,
    unit,
    value,
    ...(floor && { floor }),
    ...(ratio !== undefined && { ratio, ratioOf }),
    ...(aim && { aim: judge(aim, value, ratio, unit) }),
    ...(note !== undefined && { note }),
  };
}

/** Times in milliseconds of one piece of work as how many are done in a second. */
export function perSecond(times: readonly number[], pieces = 1): number[] {
  return times.map((time) => (1_000 * pieces) / time);
}

function read(samples: readonly number[], unit: Unit): Spread {
  if (unit !== 'per s') return spread(samples);
  const { p50, p95, count } = spread(samples.map((sample) => -sample));
  return { p50: -p50, p95: -p95, count };
}

function ratioBetween(value: Spread, floor: Spread, ratioOf: RatioOf): number {
  const above = ratioOf === 'p50/p50' ? value.p50 : value.p95;
  return above / (ratioOf === 'p95/p95' ? floor.p95 : floor.p50);
}

function judge(aim: Aim, value: Spread, ratio: number | undefined, unit: Unit) {
  if (aim.of === 'ratio') {
    const { most } = aim;
    return { words: `≤ ${most} times`, met: ratio !== undefined && ratio <= most };
  }
  const found = value[aim.of];
  const isMost = 'most' in aim;
  const bound = isMost ? aim.most : aim.least;
  return {
    words: `${aim.of} ${isMost ? '≤' : '≥'} ${bound.toLocaleString('en')} ${unit}`,
    met: isMost ? found <= bound : found >= bound,
  };
}
