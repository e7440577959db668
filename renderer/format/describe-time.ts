import type { DateValue } from '../../core/article/annotation.ts';
import type { Strings } from '../strings/strings.ts';
import type { Format } from './format.ts';

/**
 * What a date means, for people: `28 يناير 2026`, a range, `أوائل 2026`, `4 أشهر`. Undefined where nothing is
 * known of it.
 */
export function describeTime(
  { value, end, reading }: Pick<DateValue, 'value' | 'end' | 'reading'>,
  { panels, suggestions }: Pick<Strings, 'panels' | 'suggestions'>,
  format: Format,
): string | undefined {
  const words = suggestions.time;
  const plain =
    value === null
      ? describeTimex(reading?.timex ?? '', words, format)
      : end === null
        ? format.date(value)
        : panels.dateRange(format.date(value), format.date(end));
  if (plain === undefined) return undefined;
  const mod = reading?.mod ?? '';
  return isModifier(words.mods, mod) ? words.mods[mod](plain) : plain;
}

/** A value of the Umm al-Qura calendar (`1447-08-09`, `1447-08`, `1447`), with the month's name. */
export function describeHijri(
  hijri: string,
  { suggestions }: Pick<Strings, 'suggestions'>,
  format: Format,
): string {
  const [year = '', month = '', day = ''] = hijri.split('-');
  const months = suggestions.time.hijriMonths;
  const name = Object.entries(months).find(([number]) => number === month)?.[1];
  if (name === undefined) return suggestions.hijri(format.digits(year));
  const shownDay = day === '' ? '' : `${format.digits(String(Number(day)))} `;
  return suggestions.hijri(`${shownDay}${name} ${format.digits(year)}`);
}

type Words = Strings['suggestions']['time'];

/** TIMEX3 values that have no place in the calendar. */
function describeTimex(timex: string, words: Words, format: Format): string | undefined {
  if (timex === 'PAST_REF') return words.past;
  if (timex === 'PRESENT_REF') return words.present;
  if (timex === 'FUTURE_REF') return words.future;
  const [, time = '', count = '', unit = ''] = /^P(T?)(\d+(?:\.\d+)?)([YMWDHS])$/.exec(timex) ?? [];
  const lengths =
    time === 'T' && unit === 'M'
      ? words.lengths.minutes
      : unit === ''
        ? undefined
        : words.lengths[unit as Exclude<keyof Words['lengths'], 'minutes'>];
  if (lengths !== undefined) return format.count(Number(count), lengths);
  return timex.startsWith('P') ? words.length : undefined;
}

function isModifier(mods: Words['mods'], mod: string): mod is keyof Words['mods'] {
  return mod in mods;
}
