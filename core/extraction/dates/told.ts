import type { DayNumber } from '../../arabic/calendar.ts';
import type { DateGrain } from '../mentions.ts';
import type { Resolved } from './stretch.ts';
import type { Time, Unit } from './time.ts';

/** A time that a text told of. */
export interface Told {
  /** Null where they are not known, as the publication date is not. */
  first: DayNumber | null;
  last: DayNumber | null;
  /** Depends on the publication date. */
  relative: boolean;
}

/** The last time told of that is no longer than each of these: no day is the next of a year. */
export type ToldTimes = Partial<Record<ToldUnit, Told>>;

type ToldUnit = 'day' | 'week' | 'month' | 'year';

/** With one more, where it is a place in the calendar. */
export function remember(told: ToldTimes, time: Time, best: Resolved): ToldTimes {
  const isPlace =
    time.kind !== 'any-season' &&
    time.kind !== 'duration' &&
    time.kind !== 'set' &&
    !best.value.includes('_REF');
  const size = sizes[best.grain];
  if (!isPlace || size === undefined) return told;
  const { first, last, relative } = best;
  const one = { first, last, relative };
  const next = { ...told };
  for (const unit of toldUnits.slice(size)) next[unit] = one;
  return next;
}

/** What the time is counted from; null where nothing of that kind was told. */
export function toldFor(told: ToldTimes, time: Time): Told | null {
  return told[toldUnits[sizeOf(time)] ?? 'day'] ?? null;
}

const toldUnits: readonly ToldUnit[] = ['day', 'week', 'month', 'year'];

const sizes: Partial<Record<DateGrain, number>> = {
  second: 0,
  minute: 0,
  hour: 0,
  'part-of-day': 0,
  day: 0,
  weekend: 1,
  week: 1,
  month: 2,
  quarter: 3,
  season: 3,
  half: 3,
  year: 3,
};

function sizeOf(time: Time): number {
  if (time.kind === 'shift' || time.kind === 'stretch') return sizeOfUnit(time.unit);
  if (time.kind === 'ago')
    return Math.min(...time.parts.map(({ unit }) => (unit === 'week' ? 0 : sizeOfUnit(unit))));
  return 0;
}

function sizeOfUnit(unit: Unit): number {
  if (unit === 'decade' || unit === 'century') return 3;
  return sizes[unit] ?? 0;
}
