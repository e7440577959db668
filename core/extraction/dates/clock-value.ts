import { twoDigits } from '../../arabic/calendar.ts';
import type { Resolved } from './stretch.ts';
import type { Clock } from './time.ts';

/** A day's reading at an hour or a part of it: `2026-01-28T14:30` (a whole hour too), `2026-01-28TMO`. Both halves of the day where open. */
export function clockValue(day: Resolved, clock: Clock, alone: boolean): Resolved[] {
  const { hour, part } = clock;
  const base = valueBefore(day, alone);
  if (hour === undefined)
    return [{ ...day, value: `${base}T${part ?? 'XX'}`, grain: 'part-of-day' }];
  const grain =
    clock.second === undefined ? (clock.minute === undefined ? 'hour' : 'minute') : 'second';
  const at = (value: number): Resolved => ({
    ...day,
    value: `${base}T${timeOf(clock, value)}`,
    grain,
  });
  // An hour that is said without a part of the day.
  return clock.open === true && hour < 12 ? [at(hour), at(hour + 12)] : [at(hour)];
}

function valueBefore(day: Resolved, alone: boolean): string {
  if (alone && day.first === null) return '';
  return day.value.endsWith('_REF') ? 'XXXX-XX-XX' : day.value;
}

function timeOf({ minute, second, zone }: Clock, hour: number): string {
  // TIMEX3 writes whole hours with their minutes; the grain tells them apart.
  const minutes = `:${twoDigits(minute ?? 0)}`;
  const seconds = second === undefined ? '' : `:${twoDigits(second)}`;
  return `${twoDigits(hour)}${minutes}${seconds}${zoneOf(zone)}`;
}

function zoneOf(zone: number | undefined): string {
  if (zone === undefined) return '';
  if (zone === 0) return 'Z';
  const sign = zone < 0 ? '-' : '+';
  const size = Math.abs(zone);
  return `${sign}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}
