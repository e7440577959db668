import type { DateGrain } from '../mentions.ts';
import type { Length, Unit } from './time.ts';

/** ISO 8601: `P3M`, `P1Y6M`, `PT36H`; X for a number that the text does not say. A decade is ten years. */
export function durationValue(parts: readonly Length[]): string {
  let date = '';
  let time = '';
  for (const { unit, amount } of parts) {
    const [letter, times, isTime] =
      amount === null ? (longer[unit] ?? letters[unit]) : letters[unit];
    const count = amount === null ? 'X' : String(amount * times);
    if (isTime) time += `${count}${letter}`;
    else date += `${count}${letter}`;
  }
  return `P${date}${time === '' ? '' : `T${time}`}`;
}

/** The smallest unit said. */
export function durationGrain(parts: readonly Length[]): DateGrain {
  return parts.at(-1)?.unit ?? 'day';
}

/** Whole months and days of a length; a part of a month in days of thirty; hours are nothing. */
export function wholeMonths(parts: readonly Length[]): { months: number; days: number } {
  let months = 0;
  let days = 0;
  for (const { unit, amount } of parts) {
    months += (amount ?? 0) * (inMonths[unit] ?? 0);
    days += (amount ?? 0) * (inDays[unit] ?? 0);
  }
  const whole = Math.floor(months);
  return { months: whole, days: Math.round(days + (months - whole) * 30) };
}

/** TIMEX3's own letters, where the number is not said. */
const longer: Partial<typeof letters> = { decade: ['DE', 1, false], century: ['CE', 1, false] };

const letters: Readonly<Record<Unit, readonly [letter: string, times: number, isTime: boolean]>> = {
  second: ['S', 1, true],
  minute: ['M', 1, true],
  hour: ['H', 1, true],
  day: ['D', 1, false],
  week: ['W', 1, false],
  weekend: ['W', 1, false],
  month: ['M', 1, false],
  quarter: ['M', 3, false],
  season: ['M', 3, false],
  half: ['M', 6, false],
  year: ['Y', 1, false],
  decade: ['Y', 10, false],
  century: ['Y', 100, false],
};

const inMonths: Partial<Record<Unit, number>> = {
  month: 1,
  quarter: 3,
  season: 3,
  half: 6,
  year: 12,
  decade: 120,
  century: 1200,
};

const inDays: Partial<Record<Unit, number>> = { day: 1, week: 7, weekend: 7 };
