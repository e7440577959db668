import { calledByDate, dayCues, fractionNouns } from './rule-contexts.ts';
import { inRange, rule } from './rule.ts';
import type { Captured, Rule } from './rule.ts';
import { toToward, withClaims } from './time.ts';
import type { Fields, Time } from './time.ts';

/** Names of months, years after them, and dates by day, in words, in digits and in both calendars. */
export const dateRules: Rule[] = [
  rule('month-name', 'latin', 'latin-month'),
  rule('month-name', 'syriac', 'lev-month'),
  rule('month-name', 'french', 'french-month'),
  rule('month-name', 'kanun-2', 'كانون (الثاني|ثاني)', () => 201),
  rule('month-name', 'kanun-1', 'كانون (الأول|أول)', () => 212),
  rule('month-name', 'tishrin-1', 'تشرين (الأول|أول)', () => 210),
  rule('month-name', 'tishrin-2', 'تشرين (الثاني|ثاني)', () => 211),
  rule('any-month', 'month', 'month-name'),
  rule('any-month', 'month', 'weak-month'),
  rule('hijri-name', 'rabi-1', 'ربيع (الأول|أول)', () => 403),
  rule('hijri-name', 'rabi-2', 'ربيع (الثاني|الآخر|ثاني|آخر)', () => 404),
  rule('hijri-name', 'jumada-1', 'جمادى (الأولى|الأول|أول)', () => 405),
  rule('hijri-name', 'jumada-2', '(جمادى|جماد) (الآخرة|الثانية|الثاني|الآخر|ثاني|آخر)', () => 406),
  rule('hijri-name', 'dhu-al-qida', '(ذو|ذي) (القعدة|قعدة)', () => 411),
  rule('hijri-name', 'dhu-al-hijja', '(ذو|ذي) (الحجة|حجة)', () => 412),
  rule('any-hijri', 'hijri-month', 'hijri-name'),
  rule('any-hijri', 'hijri-month', 'weak-hijri'),
  rule('any-hijri', 'hijri-month', '(شهر|شهري) hijri-name'),
  rule('any-hijri', 'hijri-month', 'شهر hash? weak-hijri المبارك?'),
  rule('any-hijri', 'hijri-month', 'weak-hijri المبارك'),

  // A month that may stand by itself, with both names where both are printed.
  rule('strong-month', 'two-names', 'شهر? a:any-month (slash|dash)? b:any-month', (c) =>
    twoNames(c, false),
  ),
  rule(
    'strong-month',
    'two-names',
    'شهر? a:any-month (open b:any-month close|slash b:any-month)',
    (c) => twoNames(c, true),
  ),
  rule('strong-month', 'syriac-month', 'lev-month', (c) => monthAt(c.number('lev-month'))),
  rule('strong-month', 'month', 'month-name', namedMonth),
  rule('strong-month', 'month', 'شهر any-month', namedMonth),
  rule('strong-month', 'month', 'شهر month-digits', numberedMonth),
  // «شهر واحد» is one month long.
  rule('strong-month', 'month-number', 'شهر cardinal', (c) =>
    c.number('cardinal') === 1 ? null : numberedMonth(c),
  ),
  rule('strong-month', 'counted-month', 'الشهر the-ordinal', numberedMonth, { notBefore: 'على' }),
  rule('month', 'month', 'strong-month'),
  rule('month', 'month', 'weak-month', namedMonth),
  rule('month', 'month', 'ب+strong-month'),

  rule(
    'year',
    'year',
    'year-digits (م|ميلادي|ميلادية|للميلاد)?',
    (c) => c.number('year-digits') ?? null,
  ),
  rule('year', 'year-in-words', 'cardinal', (c) => inRange(c.number('cardinal'), 1000, 2199)),
  rule('of-year', 'of-year', 'comma? year'),
  rule(
    'of-year',
    'of-year',
    '(comma|من)? (year-word|ل+year-word|ب+year-word) year',
    (c) => c.number('year') ?? null,
  ),
  rule('of-year', 'of-year', 'ل+year', (c) => c.number('year') ?? null),
  rule('hijri-mark', 'hijri', '(ه|هجري|هجرية|للهجرة|الهجري|الهجرية)', () => 1),
  rule(
    'hijri-year',
    'hijri-year',
    '(comma|من)? (year-word|ل+year-word|ب+year-word)? hijri-digits hijri-mark?',
    (c) => c.number('hijri-digits') ?? null,
  ),

  rule('day-number', 'day-number', 'ال? day-digits', (c) => c.number('day-digits') ?? null),
  rule('day-number', 'day-number', '(غرة|فاتح|مفتتح|أول)', () => 1),
  rule('day-number', 'day-number', 'the-ordinal', (c) => inRange(c.number('the-ordinal'), 1, 31)),
  rule('day-number', 'day-number', 'اليوم the-ordinal', (c) =>
    inRange(c.number('the-ordinal'), 1, 31),
  ),
  rule('day-number', 'day-number', 'ordinal (يوم|أيام)', (c) => c.number('ordinal') ?? null),
  // «الجمعة السابعة» is the seventh of many Fridays, «السبت السادس عشر» a date.
  rule('late-ordinal', 'day-number', 'the-ordinal', (c) =>
    inRange(c.number('the-ordinal'), 11, 31),
  ),
  rule('day-in-words', 'day-number', 'cardinal', (c) => inRange(c.number('cardinal'), 1, 31)),

  rule('toward', 'past', 'past', () => -1),
  rule('toward', 'past', 'ما? قبل past', () => -2),
  rule('toward', 'next', '(ما? بعد|بعد) next', () => 2),
  rule('toward', 'next', 'next', () => 1),
  rule('toward', 'current', 'current', () => 0),
  rule('story-toward', 'past', 'perhaps-past', () => -1),
  rule('story-toward', 'next', 'perhaps-next', () => 1),
  // Of the time that was told of last.
  rule('same-one', 'same', '(نفس|ذات|ذلك|تلك)', () => 0),
  rule('same', 'same', '(نفسه|نفسها|ذاته|ذاتها|عينه|عينها)', () => 0),

  // Day and month.
  rule(
    'date',
    'day-month-year',
    '(day-number|day-in-words) comma? (من|ل)? month of-year',
    calendarDate,
  ),
  rule('date', 'day-month-toward', 'day-number comma? (من|ل)? month toward', calendarDate),
  rule(
    'date',
    'day-month-toward',
    '(day-number|day-in-words) comma? (من|ل)? month (من|ل)? relative-year',
    (c) => calendarDateWithin(c, c.time('relative-year')),
  ),
  rule('date', 'day-month', '(day-number|day-in-words) comma? (من|ل)? month', calendarDate, {
    notAfter: calledByDate,
  }),
  rule('date', 'month-day-year', 'month slash? (day-number|day-in-words) of-year', calendarDate),
  rule('date', 'month-day', 'strong-month slash? (day-number|day-in-words)', calendarDate, {
    endsClause: true,
  }),
  rule('date', 'day-of-month', 'day-number من? relative-month', (c) =>
    within({ day: c.number('day-number') ?? 0 }, c.time('relative-month')),
  ),
  rule('date', 'day-of-month', 'day-number في الشهر toward', (c) =>
    within(
      { day: c.number('day-number') ?? 0 },
      { kind: 'shift', unit: 'month', amount: c.number('toward') ?? 0 },
    ),
  ),
  // In digits.
  rule(
    'date',
    'iso-date',
    'y:year-digits (dash|slash) m:month-digits (dash|slash) d:day-digits (م|ميلادي|ميلادية)?',
    numericDate,
  ),
  rule('date', 'iso-date', 'dotted-date', (c) => dottedDate(c.number('dotted-date') ?? 0)),
  rule(
    'date',
    'numeric-date',
    'a:day-digits (dash|slash) b:day-digits (dash|slash|comma) y:year-digits (م|ميلادي)?',
    twoReadings,
  ),
  rule(
    'date',
    'numeric-date-short-year',
    'a:day-digits slash b:day-digits slash short-year',
    twoReadings,
  ),
  rule(
    'date',
    'year-day-month',
    'y:year-digits (dash|slash) b:day-digits (dash|slash) a:month-digits',
    twoReadings,
  ),
  rule('date', 'day-slash-month', 'a:day-digits slash b:day-digits', twoReadings, {
    after: dayCues,
    notBefore: fractionNouns,
  }),
  rule('date', 'day-dash-month', 'a:day-digits dash b:day-digits', twoReadings, {
    after: 'يوم|بتاريخ|تاريخ',
  }),
  rule(
    'date',
    'day-dash-month',
    'a:day-digits dash b:day-digits',
    (c) => (Math.max(c.number('a') ?? 0, c.number('b') ?? 0) > 12 ? twoReadings(c) : null),
    { after: 'في', endsClause: true },
  ),
  // Hijri.
  rule(
    'hijri-date',
    'hijri-date',
    '(day-number|day-in-words) comma? من? any-hijri hijri-year',
    hijriDate,
  ),
  rule(
    'hijri-date',
    'hijri-date',
    'd:day-digits (slash|dash) m:month-digits (slash|dash) y:hijri-digits hijri-mark?',
    hijriNumbers,
  ),
  rule(
    'hijri-date',
    'hijri-date',
    'y:hijri-digits (slash|dash) m:month-digits (slash|dash) d:day-digits hijri-mark?',
    hijriNumbers,
  ),
  rule(
    'hijri-date',
    'hijri-day-month',
    '(day-number|day-in-words) comma? من? any-hijri (toward|hijri-mark)?',
    hijriDate,
    { notAfter: calledByDate },
  ),
  rule('bad-hijri', 'hijri-date', 'short-year من? any-hijri hijri-year', impossibleHijri),
  rule(
    'twin-sign',
    'twin',
    'comma? (الموافق|الموافقة|والموافق|موافق|المصادف|والمصادف|يوافق|الموافقين|المقابل) (ل|يوم)?',
    () => 1,
  ),
  rule('twin-sign', 'twin', '(equals|slash|dash|comma|هالموافق)', () => 1),
  rule(
    'date',
    'hijri-pair',
    '(h:hijri-date|h:bad-hijri) (open weekday-part? g:date close|twin-sign? weekday-part? comma? g:date)',
    pair,
  ),
  rule(
    'date',
    'hijri-pair',
    'g:plain-date (open weekday-part? (h:hijri-date|h:bad-hijri) close|twin-sign? weekday-part? comma? (h:hijri-date|h:bad-hijri))',
    pair,
  ),
  rule('date', 'hijri-date', 'hijri-date'),
  rule(
    'plain-date',
    'day-month-year',
    '(day-number|day-in-words) comma? من? month of-year',
    calendarDate,
  ),
  rule('plain-date', 'day-month', '(day-number|day-in-words) comma? من? month', calendarDate),
  rule(
    'plain-date',
    'iso-date',
    'y:year-digits (dash|slash) m:month-digits (dash|slash) d:day-digits (م|ميلادي|ميلادية)?',
    numericDate,
  ),
  rule(
    'plain-date',
    'numeric-date',
    'a:day-digits (dash|slash) b:day-digits (dash|slash) y:year-digits (م|ميلادي)?',
    twoReadings,
  ),
];

function within(fields: Fields, base: Time | undefined): Time | null {
  return base === undefined ? null : { kind: 'within', fields, base };
}

function namedMonth(c: Captured): Time {
  const month = c.number('month-name') ?? c.number('any-month') ?? c.number('weak-month') ?? 0;
  return { kind: 'fields', fields: { month: month % 100 } };
}

function monthAt(month: number | undefined): Time {
  return { kind: 'fields', fields: { month: (month ?? 0) % 100 } };
}

function numberedMonth(c: Captured): Time | null {
  const month = c.number('month-digits') ?? c.number('cardinal') ?? c.number('the-ordinal') ?? 0;
  return month >= 1 && month <= 12 ? { kind: 'fields', fields: { month } } : null;
}

/** «تشرين الأول/ أكتوبر». Two months of one family are two months. */
function twoNames(c: Captured, mayDiffer: boolean): Time | null {
  const [a = 0, b = 0] = [c.number('a'), c.number('b')];
  const [first, second] = [a % 100, b % 100];
  if (a === b) return null;
  const time: Time = { kind: 'fields', fields: { month: first } };
  if (first === second) return time;
  if (!mayDiffer || Math.floor(a / 100) === Math.floor(b / 100)) return null;
  const other: Time = { kind: 'fields', fields: { month: second } };
  const claimed = withClaims(time, { kind: 'month-names', months: [first, second] });
  return claimed === null || claimed.kind === 'clock' ? null : { ...claimed, also: [other] };
}

function dayIn(c: Captured): number {
  return c.number('day-number') ?? c.number('day-in-words') ?? 0;
}

function calendarDate(c: Captured): Time | null {
  const month = c.time('month') ?? c.time('strong-month');
  if (month?.kind !== 'fields') return null;
  const year = c.number('of-year');
  const toward = c.number('toward');
  const add = (time: Time): Time =>
    time.kind === 'fields'
      ? {
          ...time,
          fields: { ...time.fields, day: dayIn(c), ...(year === undefined ? {} : { year }) },
          ...(toward === undefined ? {} : { toward: toToward(toward) }),
        }
      : time;
  const { rule: _, ...rest } = month;
  return { ...add(rest), ...(month.also === undefined ? {} : { also: month.also.map(add) }) };
}

function calendarDateWithin(c: Captured, base: Time | undefined): Time | null {
  const date = calendarDate(c);
  return date?.kind === 'fields' ? within(date.fields, base) : null;
}

function numericDate(c: Captured): Time | null {
  return dateOf(c.number('d') ?? 0, c.number('m') ?? 0, c.number('y'));
}

function dateOf(day: number, month: number, year: number | undefined): Time | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return { kind: 'fields', fields: { day, month, ...(year === undefined ? {} : { year }) } };
}

function dottedDate(packed: number): Time | null {
  return dateOf(packed % 100, Math.floor(packed / 100) % 100, Math.floor(packed / 10_000));
}

/** Day before month as Arab papers write it, the other way where it can be read so. */
function twoReadings(c: Captured): Time | null {
  const [a = 0, b = 0] = [c.number('a'), c.number('b')];
  const short = c.number('short-year');
  const year = short === undefined ? c.number('y') : short + (short < 50 ? 2000 : 1900);
  if (year !== undefined && year >= 1300 && year <= 1500)
    return b > 12 || a > 30
      ? null
      : { kind: 'fields', fields: { calendar: 'hijri', year, month: b, day: a } };
  const first = dateOf(a, b, year);
  const second = a === b ? null : dateOf(b, a, year);
  if (first === null || first.kind === 'clock') return second;
  return second === null ? first : { ...first, also: [second] };
}

function hijriDate(c: Captured): Time {
  const year = c.number('hijri-year');
  const toward = c.number('toward');
  const month = (c.number('any-hijri') ?? 0) % 100;
  return {
    kind: 'fields',
    fields: { calendar: 'hijri', month, day: dayIn(c), ...(year === undefined ? {} : { year }) },
    ...(toward === undefined ? {} : { toward: toToward(toward) }),
  };
}

/** A day that no month has, as misprints make it: kept to be shown against its twin. */
function impossibleHijri(c: Captured): Time | null {
  const [day = 0, month = 0, year = 0] = [
    c.number('short-year'),
    c.number('any-hijri'),
    c.number('hijri-year'),
  ];
  return day > 30
    ? { kind: 'fields', fields: { calendar: 'hijri', year, month: month % 100, day } }
    : null;
}

function hijriNumbers(c: Captured): Time {
  const [year = 0, month = 0, day = 0] = [c.number('y'), c.number('m'), c.number('d')];
  return { kind: 'fields', fields: { calendar: 'hijri', year, month, day } };
}

/** A Hijri date and its Gregorian twin: the second is the value, the first is checked against it. */
function pair(c: Captured): Time | null {
  const [hijri, gregorian] = [c.time('h'), c.time('g')];
  if (hijri?.kind !== 'fields' || gregorian?.kind !== 'fields') return null;
  if (gregorian.fields.calendar === 'hijri') return null;
  const weekday = c.number('weekday-part');
  const { rule: _, ...plain } = gregorian;
  return withClaims(
    plain,
    { kind: 'calendar', time: hijri },
    ...(weekday === undefined ? [] : [{ kind: 'weekday' as const, weekday }]),
  );
}
