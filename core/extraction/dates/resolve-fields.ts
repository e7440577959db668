import {
  fromDayNumber,
  isoDay,
  isoYear,
  toDayNumber,
  twoDigits,
  weekdayOf,
} from '../../arabic/calendar.ts';
import type { DayNumber, HijriCalendar } from '../../arabic/calendar.ts';
import {
  symbolic,
  stretchOfDays,
  dayOf,
  inYear,
  decade,
  centuryOf,
  hijriStretch,
} from './stretch.ts';
import type { Resolved } from './stretch.ts';
import type { Fields, Toward } from './time.ts';
import type { ToldTimes } from './told.ts';

/** What values depend on beside the text. */
export interface Setting {
  /** Null: not known; what is relative keeps a symbolic value. */
  published: DayNumber | null;
  calendar: HijriCalendar;
  /** Times that the text told of before. */
  told: ToldTimes;
}

/**
 * Readings of what a text says of a calendar, what is missing filled from the publication date: the year that makes it
 * nearest, or the last or next one where the text says so. `claimed`: a weekday that the text gives it.
 */
export function resolveFields(
  fields: Fields,
  toward: Toward | undefined,
  claimed: number | undefined,
  setting: Setting,
  leaning?: 1 | -1,
): Resolved[] {
  if (fields.calendar === 'hijri') return resolveHijri(fields, toward, setting);
  if (fields.century !== undefined) {
    return [centuryOf(fields.century)];
  }
  if (fields.decade !== undefined) return [decade(fields.decade)];
  if (fields.decadeOfCentury !== undefined) return decadesOf(fields.decadeOfCentury, setting);
  if (fields.year !== undefined) {
    const found = inYear(fields, fields.year);
    return found === null ? [] : [found];
  }
  const { published } = setting;
  if (published === null) {
    const candidate = inYear({ ...fields, day: fields.day ?? 1, month: fields.month ?? 1 }, 2000);
    return candidate === null ? [] : [symbolOf(fields)];
  }
  const { year, month } = fromDayNumber(published);
  let candidates: (Resolved | null)[];
  if (fields.month === undefined && fields.weekday !== undefined) {
    const { weekday, day } = fields;
    const nearest = published - weekdayOf(published) + weekday;
    const weeks = day === undefined ? [-1, 0, 1] : Array.from({ length: 120 }, (_, at) => at - 60);
    candidates = weeks
      .map((week) => nearest + week * 7)
      .filter((number) => day === undefined || fromDayNumber(number).day === day)
      .map((number) => stretchOfDays(isoDay(number), 'day', number, number));
    if (toward === undefined && day === undefined)
      return weekdayAround(candidates, published, leaning);
  } else if (fields.month === undefined && fields.day !== undefined) {
    const { day } = fields;
    candidates = [-2, -1, 0, 1, 2].map((away) => {
      const date = fromDayNumber(toDayNumber({ year, month: month + away, day: 1 }));
      return dayOf(date.year, date.month, day);
    });
  } else {
    const isLeap = fields.month === 2 && fields.day === 29;
    const years = isLeap ? [-8, -4, -3, -2, -1, 0, 1, 2, 3, 4, 8] : [-2, -1, 0, 1, 2];
    candidates = years.map((away) => inYear(fields, year + away));
  }
  const readings = choose(
    candidates.filter((one) => one !== null),
    toward,
    published,
    claimed,
  );
  if (leaning !== -1) return readings;
  return readings.toSorted((a, b) => Number(isAhead(a, published)) - Number(isAhead(b, published)));
}

function isAhead({ first }: Resolved, published: DayNumber): boolean {
  return first !== null && first > published;
}

/** «الأربعاء»: the last one, today's included, as news tell; the next one as the other reading, or first if it leans so. */
function weekdayAround(
  candidates: readonly (Resolved | null)[],
  published: DayNumber,
  leaning: 1 | -1 | undefined,
): Resolved[] {
  const all = candidates.filter((one) => one !== null).map((one) => ({ ...one, relative: true }));
  const past = all.findLast(({ first }) => (first ?? 0) <= published);
  const next = all.find(({ first }) => (first ?? 0) > published);
  const isToday = past?.first === published;
  const order = leaning === 1 && !isToday ? [next, past] : [past, next];
  return order.filter((one) => one !== undefined);
}

/** How far from the day a stretch is; 0 where it holds it. */
function distance({ first, last }: Resolved, day: DayNumber): number {
  if (first === null || last === null) return Number.POSITIVE_INFINITY;
  return first > day ? first - day : Math.max(0, day - last);
}

/** From candidates in order of time, by what the text says or else the nearest, with the next nearest kept. */
export function choose(
  candidates: readonly Resolved[],
  toward: Toward | undefined,
  published: DayNumber,
  claimed?: number,
): Resolved[] {
  const all = candidates.map((one) => ({ ...one, relative: true }));
  if (toward === -1) return all.filter(({ last }) => (last ?? 0) < published).slice(-1);
  if (toward === 1) return all.filter(({ first }) => (first ?? 0) > published).slice(0, 1);
  const near = all.toSorted((a, b) => distance(a, published) - distance(b, published)).slice(0, 2);
  if (toward === 0) return near.slice(0, 1);
  if (claimed === undefined) return near;
  // The weekday tells the year; but where the date is near, a wrong weekday is likelier than another year.
  const fits = ({ first }: Resolved) => first !== null && weekdayOf(first) === claimed;
  const [nearest] = near;
  const agreeing = all
    .filter(fits)
    .toSorted((a, b) => distance(a, published) - distance(b, published))[0];
  if (nearest === undefined || agreeing === undefined) return near.slice(0, 1);
  if (fits(nearest)) return [nearest];
  return distance(nearest, published) <= nearDays ? [nearest, agreeing] : [agreeing, nearest];
}

const nearDays = 90;

/** What is said without a year, before the publication date is known: `XXXX-10`, `XXXX-WXX-3`. */
export function symbolOf(fields: Fields): Resolved {
  const { month, day, weekday, quarter, half, season } = fields;
  if (month !== undefined && day === undefined)
    return symbolic(`XXXX-${twoDigits(month)}`, 'month');
  if (day !== undefined)
    return symbolic(
      `XXXX-${month === undefined ? 'XX' : twoDigits(month)}-${twoDigits(day)}`,
      'day',
    );
  if (weekday !== undefined) return symbolic(`XXXX-WXX-${weekday}`, 'day');
  if (quarter !== undefined) return symbolic(`XXXX-Q${quarter}`, 'quarter');
  if (half !== undefined) return symbolic(`XXXX-H${half}`, 'half');
  return symbolic(`XXXX-${season ?? 'XX'}`, 'season');
}

/** «التسعينيات» are those of the last century, and of this one once it has come to them. */
function decadesOf(tens: number, { published }: Setting): Resolved[] {
  const last = decade(190 + tens);
  if (published === null) return [last];
  const now = decade(200 + tens);
  return (now.first ?? 0) <= published ? [last, { ...now, relative: true }] : [last];
}

function resolveHijri(fields: Fields, toward: Toward | undefined, setting: Setting): Resolved[] {
  const { calendar, published } = setting;
  const { month, day, century } = fields;
  if (century !== undefined) {
    const first = hijriStretch(century * 100 + 1, undefined, undefined, calendar);
    const last = hijriStretch(century * 100 + 100, undefined, undefined, calendar);
    if (first === null || last === null || first.first === null || last.last === null) return [];
    const [from, to] = [fromDayNumber(first.first), fromDayNumber(last.last)];
    return [
      {
        ...first,
        value: isoYear(from.year),
        end: isoYear(to.year),
        last: last.last,
        grain: 'century',
      },
    ];
  }
  const at = (year: number): Resolved | null => hijriStretch(year, month, day, calendar);
  if (fields.year !== undefined) {
    const found = at(fields.year);
    return found === null ? [] : [found];
  }
  const now = published === null ? null : calendar.fromDay(published);
  if (published === null || now === null) {
    const value = symbolic('XXXX-XX-XX', day === undefined ? 'month' : 'day');
    const parts = [month, day].filter((one) => one !== undefined).map(twoDigits);
    return [{ ...value, hijri: ['XXXX', ...parts].join('-') }];
  }
  const candidates = [-2, -1, 0, 1, 2].map((away) => at(now.year + away));
  return choose(
    candidates.filter((one) => one !== null),
    toward,
    published,
  );
}
