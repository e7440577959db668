/** A day by its number since 1970-01-01, which is 0; the proleptic Gregorian calendar. Whole numbers only. */
export type DayNumber = number;

export interface CalendarDay {
  year: number;
  /** 1 to 12. */
  month: number;
  /** 1 to 31. */
  day: number;
}

/** A lunar calendar beside the Gregorian one. Both ways are null outside its years. */
export interface HijriCalendar {
  fromDay(day: DayNumber): CalendarDay | null;
  /** Null also for a day that its month does not have. */
  toDay(date: CalendarDay): DayNumber | null;
  /** 29 or 30; null outside its years. */
  daysInMonth(year: number, month: number): number | null;
}

/** Whether the month has the day. Every year counts. */
export function isGregorianDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Howard Hinnant's days_from_civil: exact for every year, without a date object. A month or day out of range carries. */
export function toDayNumber({ year, month, day }: CalendarDay): DayNumber {
  const months = year * 12 + month - 1;
  const realMonth = (((months % 12) + 12) % 12) + 1;
  const shifted = Math.floor(months / 12) - (realMonth <= 2 ? 1 : 0);
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (realMonth + (realMonth > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function fromDayNumber(number: DayNumber): CalendarDay {
  const days = number + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted + (shifted < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** ISO: Monday is 1, Sunday 7. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO week that holds the day, by its own year. */
export function isoWeekOf(day: DayNumber): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const { year } = fromDayNumber(thursday);
  return {
    year,
    week: Math.floor((thursday - toDayNumber({ year, month: 1, day: 1 })) / 7) + 1,
  };
}

/** `2026-01-28`; years before 0 with a sign. */
export function isoDay(day: DayNumber): string {
  const { year, month, day: date } = fromDayNumber(day);
  return `${isoYear(year)}-${twoDigits(month)}-${twoDigits(date)}`;
}

export function isoYear(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

export function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The day of `2026-01-28`; null for anything else. */
export function parseIsoDay(text: string): DayNumber | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isGregorianDay(date) ? toDayNumber(date) : null;
}

/** Easter Sunday of a Gregorian year, western or (`orthodox`) eastern, as a Gregorian day. */
export function easter(year: number, orthodox = false): DayNumber {
  if (orthodox) {
    // Meeus's Julian computus; the calendars are apart by 13 days from 1900 to 2099.
    const d = (19 * (year % 19) + 15) % 30;
    const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const apart = Math.floor(year / 100) - Math.floor(year / 400) - 2;
    return toDayNumber({ year, month: 3, day: 22 }) + d + e + apart;
  }
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return toDayNumber({ year, month: 3, day: h + l - 7 * m + 22 });
}

let ummAlQuraCalendar: HijriCalendar | null = null;

/** The calendar of Umm al-Qura, from the runtime's own calendar data; computed outside its tables (1300 to 1600). */
export function ummAlQura(): HijriCalendar {
  ummAlQuraCalendar ??= createUmmAlQura();
  return ummAlQuraCalendar;
}

function createUmmAlQura(): HijriCalendar {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const fromDay = (day: DayNumber): CalendarDay | null => {
    if (day < firstDay || day > lastDay) return null;
    const date = { year: 0, month: 0, day: 0 };
    for (const { type, value } of format.formatToParts(day * 86_400_000)) {
      if (type === 'year' || type === 'month' || type === 'day') date[type] = Number(value);
    }
    return date;
  };
  const starts = new Map<number, DayNumber>();
  const monthStart = (month: number): DayNumber | null => {
    const known = starts.get(month);
    if (known !== undefined) return known;
    // From the middle of the month as the mean month has it, its first day is one look away.
    const middle = Math.floor(epoch + (month + 0.5) * meanMonth);
    const found = fromDay(middle);
    if (found === null) return null;
    const away = found.year * 12 + found.month - 1 - month;
    if (away !== 0) return null;
    const start = middle - found.day + 1;
    starts.set(month, start);
    return start;
  };
  const daysIn = (year: number, month: number): number | null => {
    const start = monthStart(year * 12 + month - 1);
    const next = monthStart(year * 12 + month);
    return start === null || next === null ? null : next - start;
  };
  return {
    fromDay,
    daysInMonth: daysIn,
    toDay: ({ year, month, day }) => {
      const length = month < 1 || month > 12 ? null : daysIn(year, month);
      const start = monthStart(year * 12 + month - 1);
      return length === null || start === null || day < 1 || day > length ? null : start + day - 1;
    },
  };
}

/** 622 to about 2760. */
const firstDay = -492_148;
const lastDay = 288_600;
/** Mean length of a lunar month, and the day on which month 0 of year 0 would have begun. */
const meanMonth = 29.530_588_853;
const epoch = -492_148 - 12 * meanMonth;
