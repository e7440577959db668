import type { LocaleChoice } from '../strings/strings.ts';
import { pluralize } from '../strings/plural.ts';
import type { PluralForms } from '../strings/plural.ts';

/** Numbers, counts, dates and sizes as the interface writes them: by language and by the setting of digits. */
export interface Format {
  number(value: number): string;
  /** A counted noun, as `3 مقالات`. */
  count(value: number, forms: PluralForms): string;
  /** `text` with its digits as set; for times and versions that come as text. */
  digits(text: string): string;
  /** An ISO date of any grain: `2026`, `يناير 2026`, `28 يناير 2026`, `28 يناير 2026، 14:30`. */
  date(iso: string): string;
  /** A moment with day and time, in full. */
  moment(iso: string): string;
  /** How long before `now`: `الآن`, `قبل 5 دقائق`, `أمس`, later the date. */
  ago(iso: string, now: number): string;
  /** `12 كيلوبايت` */
  size(bytes: number): string;
}

/** BCP 47, with calendar and digits. */
export function localeOf({ language, digits }: LocaleChoice): string {
  const base = language === 'ar' ? 'ar' : 'en-GB';
  return `${base}-u-ca-gregory-nu-${digits === 'latin' ? 'latn' : 'arab'}`;
}

export function createFormat({ language, digits }: LocaleChoice): Format {
  const locale = localeOf({ language, digits });
  const numbers = new Intl.NumberFormat(locale);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const dates = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (name: string, options: Intl.DateTimeFormatOptions) => {
    let format = dates.get(name);
    if (format === undefined) {
      format = new Intl.DateTimeFormat(locale, options);
      dates.set(name, format);
    }
    return format;
  };
  const inDigits = (text: string) =>
    digits === 'latin'
      ? text
      : text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));

  return {
    number: (value) => numbers.format(value),
    count: (value, forms) => pluralize(language, value, forms, numbers.format(value)),
    digits: inDigits,
    date: (iso) => {
      const parts = readIso(iso);
      if (parts === undefined) return inDigits(iso);
      const { year, month, day, time } = parts;
      const at = new Date(Date.UTC(2000, (month ?? 1) - 1, day ?? 1));
      at.setUTCFullYear(year);
      const written = dateFormat(
        `date${day === undefined ? '' : 'd'}${month === undefined ? '' : 'm'}`,
        {
          timeZone: 'UTC',
          year: 'numeric',
          ...(month === undefined ? {} : { month: 'long' }),
          ...(day === undefined ? {} : { day: 'numeric' }),
        },
      ).format(at);
      return time === undefined
        ? written
        : `${written}${language === 'ar' ? '، ' : ', '}${inDigits(time)}`;
    },
    moment: (iso) =>
      dateFormat('moment', {
        weekday: 'long',
        year: 'numeric',
        month: 'long',
        day: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(new Date(iso)),
    ago: (iso, now) => {
      const then = new Date(iso);
      const seconds = Math.max(0, (now - then.getTime()) / 1000);
      if (seconds < 60) return relative.format(0, 'second');
      if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), 'minute');
      const days = daysBetween(then, new Date(now));
      if (days === 0) return relative.format(-Math.floor(seconds / 3600), 'hour');
      if (days < 7) return relative.format(-days, 'day');
      const sameYear = then.getFullYear() === new Date(now).getFullYear();
      return dateFormat(sameYear ? 'day' : 'dayOfYear', {
        month: 'long',
        day: 'numeric',
        ...(sameYear ? {} : { year: 'numeric' }),
      }).format(then);
    },
    size: (bytes) => {
      const unit = bytes < 1000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
      const value = bytes / { byte: 1, kilobyte: 1000, megabyte: 1_000_000 }[unit];
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'long',
        maximumFractionDigits: value < 10 ? 1 : 0,
      }).format(value);
    },
  };
}

function readIso(iso: string) {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?/.exec(iso);
  if (match === null) return undefined;
  const [, year, month, day, time] = match;
  return {
    year: Number(year),
    month: month === undefined ? undefined : Number(month),
    day: day === undefined ? undefined : Number(day),
    time,
  };
}

/** Midnights between two moments, in the time zone of this machine. */
function daysBetween(from: Date, to: Date): number {
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

function midnight(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}
