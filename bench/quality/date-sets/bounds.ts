import { isoDay, parseIsoDay, toDayNumber } from '../../../core/arabic/calendar.ts';
import type { DateReading } from '../../../core/extraction/mentions.ts';

/** First moment, and the moment after the last, of a value of ours. */
export function boundsOf({
  value,
  until,
  grain,
  mod,
}: DateReading): { start: string; after: string } | null {
  const from = instant(value);
  const to = until === null ? from : instant(until);
  if (from === null || to === null) return null;
  if (mod === 'START' && grain === 'month')
    return { start: from.start, after: shiftIso(from.start, 10) };
  if (mod === 'END' && grain === 'month') return { start: `${value}-21T00:00:00`, after: to.after };
  if (mod === 'MID' && grain === 'month')
    return { start: `${value}-15T00:00:00`, after: `${value}-16T00:00:00` };
  return { start: from.start, after: to.after };
}

export function shiftIso(moment: string, days: number): string {
  return `${isoDay((parseIsoDay(moment.slice(0, 10)) ?? 0) + days)}T00:00:00`;
}

function instant(value: string): { start: string; after: string } | null {
  const timed = /^(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?(?::(\d\d))?(Z?)$/.exec(value);
  if (timed !== null) {
    const [, day = '', hour = '', minute = '00', second = '00', zone] = timed;
    const local = Number(hour) + (zone === 'Z' ? -2 : 0);
    const start = `${day}T${String(local).padStart(2, '0')}:${minute}:${second}`;
    return { start, after: start };
  }
  const day = parseIsoDay(value);
  if (day !== null) return { start: midnight(day), after: midnight(day + 1) };
  const week = /^(\d{4})-W(\d\d)$/.exec(value);
  if (week !== null) {
    const fourth = toDayNumber({ year: Number(week[1]), month: 1, day: 4 });
    const monday = fourth - ((fourth + 3) % 7) + (Number(week[2]) - 1) * 7;
    return { start: midnight(monday), after: midnight(monday + 7) };
  }
  const month = /^(\d{4})-(\d\d)$/.exec(value);
  if (month !== null) {
    const [year, number] = [Number(month[1]), Number(month[2])];
    return {
      start: midnight(toDayNumber({ year, month: number, day: 1 })),
      after: midnight(toDayNumber({ year, month: number + 1, day: 1 })),
    };
  }
  const part = /^(\d{4})-([QH])(\d)$/.exec(value);
  if (part !== null) {
    const size = part[2] === 'Q' ? 3 : 6;
    const at = (first: number) =>
      midnight(toDayNumber({ year: Number(part[1]), month: first, day: 1 }));
    const last = Number(part[3]) * size;
    return { start: at(last - size + 1), after: at(last + 1) };
  }
  if (/^\d{4}$/.test(value))
    return { start: `${value}-01-01T00:00:00`, after: `${Number(value) + 1}-01-01T00:00:00` };
  return null;
}

function midnight(day: number): string {
  return `${isoDay(day)}T00:00:00`;
}
