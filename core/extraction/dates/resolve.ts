import { fromDayNumber, weekdayOf } from '../../arabic/calendar.ts';
import type { DayNumber } from '../../arabic/calendar.ts';
import { clockValue } from './clock-value.ts';
import { holidayDays, holidayHijri, holidaySymbol } from './holidays.ts';
import { durationGrain, durationValue } from './lengths.ts';
import {
  timeless,
  symbolic,
  grains,
  dayAt,
  inYear,
  decade,
  hijriStretch,
  unitAt,
} from './stretch.ts';
import type { Resolved } from './stretch.ts';
import { resolveFields, choose, symbolOf } from './resolve-fields.ts';
import type { Setting } from './resolve-fields.ts';
import { resolveShift, resolveAgo, resolveStretch } from './resolve-relative.ts';
import type { Claim, Clock, Fields, Time, Toward } from './time.ts';
import { remember, toldFor } from './told.ts';

/** All readings of a time, the likeliest first; none where it does not exist, as 30 February. */
export function resolveTime(time: Time, setting: Setting): Resolved[] {
  if (time.kind !== 'clock' && time.told !== undefined)
    return resolveTold(time, time.told, setting);
  const readings = resolveBare(time, setting);
  if (time.kind === 'clock') return readings;
  for (const other of time.also ?? []) readings.push(...resolveTime(other, setting));
  const { clock, mod } = time;
  const clocked =
    clock === undefined
      ? readings
      : readings.flatMap((reading) => clockValue(reading, clock, time.kind === 'reference'));
  const modified =
    mod === undefined ? clocked : clocked.map((one) => ({ ...one, mod: one.mod ?? mod }));
  return unique(modified);
}

/** Counted from what was told of instead of the publication date. */
function resolveTold(
  time: Exclude<Time, Clock>,
  how: 'always' | 'perhaps',
  setting: Setting,
): Resolved[] {
  const { told: _, ...plain } = time;
  const told = toldFor(setting.told, time);
  if (told === null) return how === 'always' ? [] : resolveTime(plain, setting);
  const isLater =
    (plain.kind === 'shift' && plain.amount > 0) || ('toward' in plain && plain.toward === 1);
  const published = isLater ? told.last : told.first;
  return resolveTime(plain, { ...setting, published }).map((one) => ({
    ...one,
    relative: told.relative || published === null,
  }));
}

function resolveBare(time: Time, setting: Setting): Resolved[] {
  switch (time.kind) {
    case 'clock':
      return [];
    case 'fields':
      return resolveFields(
        time.fields,
        time.toward,
        weekdayClaimed(time.claims),
        setting,
        time.leaning,
      );
    case 'shift':
      return resolveShift(time.unit, time.amount, weekdayClaimed(time.claims), setting);
    case 'ago':
      return resolveAgo(time.parts, time.toward, setting);
    case 'within':
      return resolveWithin(time.fields, time.base, setting);
    case 'nth':
      return resolveNth(time, setting);
    case 'holiday':
      return resolveHoliday(time.id, time.year, time.toward, setting);
    case 'stretch':
      return resolveStretch(time.amount, time.unit, time.toward, setting);
    case 'duration':
      return [timeless(durationValue(time.parts), durationGrain(time.parts))];
    case 'set':
      return [timeless(time.value, grains[time.unit])];
    case 'same-month':
      return resolveSameMonth(time.base, setting);
    case 'any-season':
      return [timeless(`XXXX-${time.season}`, 'season')];
    case 'range':
      return resolveRange(time.from, time.to, setting);
    case 'reference':
      return resolveReference(time.value, time.clock !== undefined, setting);
  }
}

function unique(readings: readonly Resolved[]): Resolved[] {
  const seen = new Set<string>();
  return readings.filter(({ value, end, mod }) => {
    const key = `${value} ${end} ${mod}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function weekdayClaimed(claims: readonly Claim[] | undefined): number | undefined {
  const claim = claims?.find((one) => one.kind === 'weekday');
  return claim?.kind === 'weekday' ? claim.weekday : undefined;
}

function resolveReference(value: string, hasClock: boolean, { published }: Setting): Resolved[] {
  if (hasClock && published !== null) return [{ ...dayAt(published), relative: true }];
  if (hasClock) return [symbolic('', 'day')];
  return [symbolic(value, 'vague')];
}

function resolveWithin(fields: Fields, base: Time, setting: Setting): Resolved[] {
  return resolveTime(base, setting).flatMap((outer): Resolved[] => {
    if (outer.first === null || outer.last === null) {
      const symbols: Fields = fields.decadeOfCentury === undefined ? fields : { season: 'SP' };
      return fields.decadeOfCentury === undefined
        ? [symbolOf(symbols)]
        : [symbolic(`XX${fields.decadeOfCentury}`, 'decade')];
    }
    const { year, month } = fromDayNumber(outer.first);
    let found: Resolved | null;
    if (fields.calendar === 'hijri') {
      return [-1, 0, 1]
        .map((away) => (setting.calendar.fromDay(outer.first ?? 0)?.year ?? 0) + away)
        .map((one) => hijriStretch(one, fields.month, fields.day, setting.calendar))
        .filter((one) => one !== null)
        .filter(({ last }) => fromDayNumber(last ?? 0).year === year)
        .map((one) => ({ ...one, relative: outer.relative }))
        .slice(0, 1);
    }
    if (fields.decadeOfCentury !== undefined)
      found = decade(Math.floor(year / 100) * 10 + fields.decadeOfCentury);
    else if (fields.weekday !== undefined && outer.grain === 'week')
      found = dayAt(outer.first + fields.weekday - 1);
    else if (outer.grain === 'month') found = inYear({ ...fields, month }, year);
    else found = inYear(fields, year);
    return found === null ? [] : [{ ...found, relative: outer.relative }];
  });
}

/** «الشهر نفسه من العام الماضي»: the publication date's month where none was told. */
function resolveSameMonth(base: Time, setting: Setting): Resolved[] {
  const told = setting.told.month;
  const day = told === undefined ? setting.published : told.first;
  if (day === null) return [symbolic('XXXX-XX', 'month')];
  const isRelative = told?.relative ?? true;
  return resolveTime(base, setting).flatMap((year): Resolved[] => {
    if (year.first === null) return [symbolOf({ month: fromDayNumber(day).month })];
    const found = inYear({ month: fromDayNumber(day).month }, fromDayNumber(year.first).year);
    return found === null ? [] : [{ ...found, relative: isRelative || year.relative }];
  });
}

function resolveNth(time: Extract<Time, { kind: 'nth' }>, setting: Setting): Resolved[] {
  const { n, weekday, unit, after } = time;
  return resolveTime(time.base, setting).flatMap((outer): Resolved[] => {
    const { first, last, relative } = outer;
    if (first === null || last === null)
      return [{ ...outer, grain: unit === 'week' ? 'week' : 'day' }];
    let day: DayNumber;
    if (unit === 'week') {
      const monday =
        outer.grain === 'day' ? first - weekdayOf(first) + 1 : first + ((8 - weekdayOf(first)) % 7);
      day = n < 0 ? last - weekdayOf(last) + 1 : monday + (n - 1) * 7;
      return [{ ...unitAt('week', day, 0), relative }];
    }
    if (weekday === undefined) day = n < 0 ? last : first + n - 1;
    else if (after === true)
      day = last + 1 + ((weekday - weekdayOf(last + 1) + 7) % 7) + (n - 1) * 7;
    else if (n < 0) day = last - ((weekdayOf(last) - weekday + 7) % 7);
    else day = first + ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
    const counted = weekday === undefined && outer.grain === 'day';
    return after === true || counted || day <= last ? [{ ...dayAt(day), relative }] : [];
  });
}

function resolveHoliday(
  id: string,
  year: number | undefined,
  toward: Toward | undefined,
  { published, calendar }: Setting,
): Resolved[] {
  if (year !== undefined) return holidayDays(id, year, calendar).map(dayAt);
  if (published === null)
    return [{ ...symbolic(holidaySymbol(id), 'day'), hijri: holidayHijri(id) }];
  const now = fromDayNumber(published).year;
  const days = [-1, 0, 1].flatMap((away) => holidayDays(id, now + away, calendar));
  return choose(days.map(dayAt), toward, published);
}

function resolveRange(from: Time, to: Time, setting: Setting): Resolved[] {
  const ends = resolveTime(to, setting);
  return resolveTime(from, setting)
    .map((start): Resolved => {
      // «من السبت 25 يوليو حتى السبت التالي»: the end may be counted from the beginning.
      const end =
        ends.find((one) => isAfter(one, start)) ??
        resolveTime(to, {
          ...setting,
          published: start.first,
          told: remember(setting.told, from, start),
        }).find((one) => isAfter(one, start));
      if (end === undefined) return start;
      return {
        ...start,
        end: end.end ?? end.value,
        last: end.last,
        mod: null,
        grain: end.grain,
        relative: start.relative || end.relative,
      };
    })
    .slice(0, 2);
}

function isAfter(end: Resolved, start: Resolved): boolean {
  if (end.first === null || start.first === null) return true;
  if (end.first !== start.first) return end.first > start.first;
  return end.value > start.value;
}
