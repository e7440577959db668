/** First and last day, month or year that a value of a calendar stands for, as an annotation of a date keeps them. */
export interface IsoRange {
  /** Null where the value has no place in the calendar: a length, something repeated, «recently». */
  value: string | null;
  /** Null for a single day, month or year. */
  end: string | null;
}

/** `until`: the last value of a range, in the same forms; null for a single one. TIMEX3's values come in, ISO's go out. */
export function toIsoRange(value: string, until: string | null): IsoRange {
  const first = spread(value);
  const last = until === null ? first : spread(until);
  if (first === undefined) return { value: null, end: null };
  const end = last?.[1] ?? first[1];
  return { value: first[0], end: end === first[0] ? null : end };
}

function spread(value: string): [string, string] | undefined {
  if (/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$/.test(value)) return [value, value];
  const day = /^(\d{4}-\d{2}-\d{2})T/.exec(value)?.[1];
  if (day !== undefined) return [day, day];
  const decade = /^(\d{3})$/.exec(value)?.[1];
  if (decade !== undefined) return [`${decade}0`, `${decade}9`];
  const century = /^(\d{2})$/.exec(value)?.[1];
  if (century !== undefined) return [`${century}00`, `${century}99`];
  const [, year = '', part = ''] =
    /^(\d{4})-(Q[1-4]|H[12]|W\d{2}|SP|SU|FA|WI)(?:-WE)?$/.exec(value) ?? [];
  if (year === '') return undefined;
  if (part.startsWith('W') && part !== 'WI')
    return week(Number(year), Number(part.slice(1)), value.endsWith('-WE'));
  const months = monthsOf[part];
  if (months === undefined) return undefined;
  const [from, to] = months;
  // A winter ends in the year after the one it is named by.
  const last = to < from ? Number(year) + 1 : Number(year);
  return [`${year}-${twoDigits(from)}`, `${last}-${twoDigits(to)}`];
}

const monthsOf: Readonly<Record<string, readonly [number, number]>> = {
  Q1: [1, 3],
  Q2: [4, 6],
  Q3: [7, 9],
  Q4: [10, 12],
  H1: [1, 6],
  H2: [7, 12],
  SP: [3, 5],
  SU: [6, 8],
  FA: [9, 11],
  WI: [12, 2],
};

/** ISO weeks begin on Monday; the first holds the year's first Thursday. The week end is its Saturday and Sunday. */
function week(year: number, number: number, isWeekEnd: boolean): [string, string] {
  const fourth = Date.UTC(year, 0, 4);
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * day + (number - 1) * 7 * day;
  return [toDay(isWeekEnd ? monday + 5 * day : monday), toDay(monday + 6 * day)];
}

const day = 86_400_000;

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
