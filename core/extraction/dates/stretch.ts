import {
  daysInMonth,
  fromDayNumber,
  isGregorianDay,
  isoDay,
  isoWeekOf,
  isoYear,
  toDayNumber,
  twoDigits,
  weekdayOf,
} from '../../arabic/calendar.ts';
import type { DayNumber, HijriCalendar } from '../../arabic/calendar.ts';
import type { DateGrain, DateModifier } from '../mentions.ts';
import type { Fields, Unit } from './time.ts';

/** One reading of a time, with its days where they are known. */
export interface Resolved {
  value: string;
  /** Value of a range's end. */
  end: string | null;
  mod: DateModifier | null;
  grain: DateGrain;
  first: DayNumber | null;
  last: DayNumber | null;
  /** In the Hijri calendar, where the text says it so. */
  hijri: string | null;
  /** Depends on the publication date. */
  relative: boolean;
}

/** A value without days of its own, as a length has none. */
export function timeless(value: string, grain: DateGrain): Resolved {
  return {
    value,
    end: null,
    mod: null,
    grain,
    first: null,
    last: null,
    hijri: null,
    relative: false,
  };
}

/** A value that waits for the publication date. */
export function symbolic(value: string, grain: DateGrain): Resolved {
  return { ...timeless(value, grain), relative: true };
}

/** A value that holds these days, both inclusive. */
export function stretchOfDays(
  value: string,
  grain: DateGrain,
  first: DayNumber,
  last: DayNumber,
  relative = false,
): Resolved {
  return { value, end: null, mod: null, grain, first, last, hijri: null, relative };
}

export const grains: Readonly<Record<Unit, DateGrain>> = {
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half: 'half',
  season: 'season',
  year: 'year',
  decade: 'decade',
  century: 'century',
  weekend: 'weekend',
};

/** Null where the month has no such day. */
export function dayOf(year: number, month: number, day: number): Resolved | null {
  if (!isGregorianDay({ year, month, day })) return null;
  const number = toDayNumber({ year, month, day });
  return stretchOfDays(isoDay(number), 'day', number, number);
}

/** One day. */
export function dayAt(day: DayNumber): Resolved {
  return stretchOfDays(isoDay(day), 'day', day, day);
}

export function months(
  value: string,
  grain: DateGrain,
  year: number,
  month: number,
  count: number,
): Resolved {
  const first = toDayNumber({ year, month, day: 1 });
  const last = toDayNumber({ year, month: month + count, day: 1 }) - 1;
  return stretchOfDays(value, grain, first, last);
}

/** In a year that is known. */
export function inYear(fields: Fields, year: number): Resolved | null {
  const { month, day, quarter, half, season } = fields;
  if (month !== undefined) {
    if (day !== undefined) return dayOf(year, month, day);
    return months(`${isoYear(year)}-${twoDigits(month)}`, 'month', year, month, 1);
  }
  if (quarter !== undefined)
    return months(`${isoYear(year)}-Q${quarter}`, 'quarter', year, quarter * 3 - 2, 3);
  if (half !== undefined) return months(`${isoYear(year)}-H${half}`, 'half', year, half * 6 - 5, 6);
  if (season !== undefined)
    return months(`${isoYear(year)}-${season}`, 'season', year, seasonStarts[season], 3);
  return months(year <= 0 ? `BC${isoYear(1 - year)}` : isoYear(year), 'year', year, 1, 12);
}

const seasonStarts = { SP: 3, SU: 6, FA: 9, WI: 12 } as const;

/** Ten years from `tens` times ten. */
export function decade(tens: number): Resolved {
  return months(String(tens), 'decade', tens * 10, 1, 120);
}

/** Counted from 0; those before Christ from -1, whose years are -99 to 0. */
export function centuryOf(century: number): Resolved {
  const value = century < 0 ? `BC${twoDigits(-1 - century)}` : twoDigits(century);
  return months(value, 'century', century < 0 ? century * 100 + 1 : century * 100, 1, 1200);
}

/** A day, a month or a year of the Hijri calendar; null outside it. */
export function hijriStretch(
  year: number,
  month: number | undefined,
  day: number | undefined,
  calendar: HijriCalendar,
): Resolved | null {
  const first = calendar.toDay({ year, month: month ?? 1, day: 1 });
  const after = calendar.toDay(
    month === undefined || month === 12
      ? { year: year + 1, month: 1, day: 1 }
      : { year, month: month + 1, day: 1 },
  );
  if (first === null || after === null) return null;
  const written = `${isoYear(year)}${month === undefined ? '' : `-${twoDigits(month)}`}`;
  if (day !== undefined) {
    // Months are sighted: a thirtieth that the calendar does not have may have been.
    if (day < 1 || day > 30) return null;
    const number = first + day - 1;
    const found = stretchOfDays(isoDay(number), 'day', number, number);
    return { ...found, hijri: `${written}-${twoDigits(day)}` };
  }
  const found = stretchOfDays(
    isoDay(first),
    month === undefined ? 'year' : 'month',
    first,
    after - 1,
  );
  return { ...found, end: isoDay(after - 1), hijri: written };
}

/** The unit that holds the day, or one so many units away. */
export function unitAt(unit: Unit, day: DayNumber, amount: number): Resolved {
  const { year, month } = fromDayNumber(day);
  if (unit === 'week' || unit === 'weekend') {
    const monday = day - weekdayOf(day) + 1 + amount * 7;
    const week = isoWeekOf(monday);
    const value = `${isoYear(week.year)}-W${twoDigits(week.week)}`;
    return unit === 'week'
      ? stretchOfDays(value, 'week', monday, monday + 6)
      : stretchOfDays(`${value}-WE`, 'weekend', monday + 5, monday + 6);
  }
  if (unit === 'month') {
    const date = fromDayNumber(toDayNumber({ year, month: month + amount, day: 1 }));
    return inYear({ month: date.month }, date.year) ?? dayAt(day);
  }
  if (unit === 'quarter' || unit === 'half' || unit === 'season') {
    const size = unit === 'half' ? 6 : 3;
    const count = year * (12 / size) + Math.floor((month - 1) / size) + amount;
    const [inside, at] = [count % (12 / size), Math.floor(count / (12 / size))];
    const fields: Fields =
      unit === 'half' ? { half: inside === 0 ? 1 : 2 } : { quarter: inside + 1 };
    return inYear(fields, at) ?? dayAt(day);
  }
  if (unit === 'year') return inYear({}, year + amount) ?? dayAt(day);
  if (unit === 'decade') return decade(Math.floor(year / 10) + amount);
  if (unit === 'century') {
    const century = Math.floor(year / 100) + amount;
    return months(twoDigits(century), 'century', century * 100, 1, 1200);
  }
  return dayAt(day + (unit === 'day' ? amount : 0));
}

/** The same day so many months away, or the last of a shorter month. */
export function addMonths(day: DayNumber, count: number): DayNumber {
  const date = fromDayNumber(day);
  const to = fromDayNumber(toDayNumber({ year: date.year, month: date.month + count, day: 1 }));
  const last = daysInMonth(to.year, to.month);
  return toDayNumber({ ...to, day: Math.min(date.day, last) });
}

/** From the first day of one to the last of the other. */
export function joinEnds(from: Resolved, to: Resolved): Resolved {
  return { ...from, end: to.end ?? to.value, last: to.last, grain: to.grain, relative: true };
}
