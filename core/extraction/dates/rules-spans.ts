import type { DateModifier } from '../mentions.ts';
import { rule } from './rule.ts';
import type { Captured, Rule } from './rule.ts';
import { withClaims, withClock, withModifier } from './time.ts';
import type { Clock, Time } from './time.ts';

/** Modifiers, open ends, ranges, and what is vague. `expression` is all that findDates looks for. */
export const spanRules: Rule[] = [
  // Open ended. The word before stays outside, as in TIMEX3, where it is a signal; the modifier keeps what it says.
  rule('expression', 'since', 'open-target', (c) => opened(c, 'ON_OR_AFTER'), {
    after: 'منذ|ابتداء من|إبتداء من|بداية من|اعتبارا من|إعتبارا من|بدءا من|انطلاقا من',
  }),
  rule('expression', 'until', 'open-target', (c) => opened(c, 'ON_OR_BEFORE'), {
    after: 'حتى|لغاية|إلى غاية|حتى غاية',
  }),
  rule('expression', 'after', 'open-target', (c) => opened(c, 'AFTER'), { after: 'بعد' }),
  rule('expression', 'before', 'open-target', (c) => opened(c, 'BEFORE'), { after: 'قبل' }),
  rule('expression', 'point', 'point'),
  rule('expression', 'period', 'period'),
  rule('expression', 'clock', 'clock', (c) => aloneClock(c.time('clock'))),
  rule('expression', 'part-alone', 'part-alone', (c) =>
    aloneClock(c.time('part-alone'), 'part-alone'),
  ),
  rule('expression', 'holiday', 'holiday'),
  rule('expression', 'holiday-part', 'day-part holiday', (c) => c.time('holiday') ?? null),

  // Modifiers.
  rule('modified', 'start', 'start part-target', (c) => modified(c, 'START')),
  rule('modified', 'middle', 'middle part-target', (c) => modified(c, 'MID')),
  rule('modified', 'end', 'finish part-target', (c) => modified(c, 'END')),
  rule('modified', 'half-month', 'النصف the-ordinal (من|ل)? part-month', halfMonth),
  rule('part-month', 'month', 'month'),
  rule('part-month', 'month', 'period'),
  rule('modified', 'later', 'وقت لاحق (من|في) part-target', (c) => c.time('part-target') ?? null),
  rule(
    'modified',
    'earlier',
    'وقت (سابق|مبكر) (من|في) part-target',
    (c) => c.time('part-target') ?? null,
  ),
  rule('expression', 'rest', '(بقية|باقي) part-target', restOf),
  rule('part-target', 'period', 'period'),
  rule('part-target', 'day', 'day'),
  rule('part-target', 'month', 'month', (c) => c.time('month') ?? null),
  rule('part-target', 'year', 'year-digits', (c) => yearFields(c.number('year-digits') ?? 0)),
  // «بحلول نهاية العام».
  rule('part-target', 'this-period', 'the-unit', thisUnit, {
    notBefore:
      'الذي|التي|نفسه|نفسها|ذاته|الدراسي|الدراسية|المالي|المالية|الواحد|الأول|الثاني|الأولى|<year-digits>|<perhaps-past>|<perhaps-next>',
  }),
  rule('expression', 'modified', 'modified'),
  rule('expression', 'about', 'about (modified|point|period)', (c) => {
    const time = c.time('modified') ?? c.time('point') ?? c.time('period');
    return time === undefined ? null : withModifier(time, 'APPROX');
  }),
  rule('open-target', 'modified', 'modified'),
  rule('open-target', 'point', 'point'),
  rule('open-target', 'period', 'period'),
  rule('open-target', 'clock', 'clock', (c) => aloneClock(c.time('clock'))),
  rule('open-target', 'holiday', 'holiday'),
  rule('open-target', 'bare-year', 'year-digits', (c) => yearFields(c.number('year-digits') ?? 0)),

  // Ranges.
  rule('to', 'to', '(إلى|حتى|لغاية|ولغاية|وحتى|وإلى|dash|ل)', () => 1),
  rule('to', 'to', '(إلى|حتى|وحتى|و+حتى) غاية', () => 1),
  rule('from', 'from', '(من|منذ|ابتداء من|اعتبارا من|بدءا من|بداية من|بين|مابين|ما بين)', () => 1),
  rule('range-end', 'point', 'point'),
  rule('range-end', 'period', 'period'),
  rule('range-end', 'month', 'month', (c) => c.time('month') ?? null),
  rule('range-end', 'year', 'year-digits', (c) => yearFields(c.number('year-digits') ?? 0)),
  rule('range-end', 'modified', 'modified'),
  rule(
    'expression',
    'days-of-month',
    '(الفترة|يومي|أيام)? from? a:day-number (to|و) b:month-date',
    daysOfMonth,
  ),
  rule(
    'expression',
    'days-of-month',
    '(الفترة|يومي|أيام)? from? a:day-number (to b:month-date|و+b:month-date)',
    daysOfMonth,
  ),
  rule(
    'expression',
    'days-of-month',
    'm:strong-month (من|بين)? a:day-number (to b:day-number|و+b:day-number) of-year?',
    monthDays,
  ),
  rule('expression', 'days-of-month', 'أيام a:day-number و+day-number و+b:month-date', daysOfMonth),
  rule(
    'expression',
    'days-of-month',
    'يومي? weekday و+weekday comma? open? a:day-number و+b:month-date close?',
    weekdaysOfMonth,
  ),
  rule(
    'expression',
    'days-of-month',
    '(يومي|يوم)? weekday a:day-number (و+weekday|إلى weekday) b:month-date',
    weekdaysOfMonth,
  ),
  rule('month-date', 'date', 'date'),
  rule('expression', 'two-weekdays', 'يومي? a:weekday و+b:weekday toward', twoWeekdays),
  rule('expression', 'two-weekdays', 'يومي a:weekday و+b:weekday', twoWeekdays),
  rule('expression', 'two-weekdays', 'أيام a:weekday و+weekday و+b:weekday', threeWeekdays),
  rule('expression', 'range', 'الفترة? from a:range-end to b:range-end', range),
  rule('expression', 'range', 'الفترة? from a:range-end (و+b:range-end)', range),
  rule('expression', 'range', 'a:point (إلى|حتى|dash) b:point', range),
  rule('expression', 'range', 'a:month-span (إلى|حتى|dash|slash) b:month-span', range),
  rule('month-span', 'month', 'strong-month'),
  rule('month-span', 'month-year', 'month of-year', (c) => monthWithYear(c)),
  rule(
    'expression',
    'year-range',
    '(بين|مابين|ما بين)? (عامي|سنتي|العامين|السنتين|أعوام|الأعوام|السنوات|سنوات|بين|عام|سنة) a:year-digits (to b:year-digits|و+b:year-digits|slash b:year-digits)',
    yearRange,
  ),
  rule(
    'expression',
    'year-range',
    '(من|بين|عام|سنة|موسم|الفترة|مابين)? a:year-digits (dash|slash|إلى|حتى) b:year-digits hijri-mark?',
    yearRange,
  ),
  rule('expression', 'season-range', 'a:year-digits (dash|slash) short-year', seasonRange, {
    after: 'موسم|الموسم|لموسم',
  }),
  rule('expression', 'month-range', 'شهري a:any-month و+b:any-month of-year?', monthRange),
  rule('expression', 'clock-range', 'from? at? a:clock-end to b:clock-end', clockRange),
  rule(
    'expression',
    'clock-range',
    'ما? (بين|مابين) at? open? a:clock-end و+b:clock-end',
    clockRange,
  ),
  rule(
    'expression',
    'day-clock-range',
    'day comma? (from at? a:clock-end (to b:clock-end|و+b:clock-end))',
    clockRange,
  ),
  rule(
    'expression',
    'day-clock-range',
    'from at? a:clock-end (to b:clock-end|و+b:clock-end) comma? (من|في)? day',
    clockRange,
  ),
  rule('expression', 'day-clock-range', 'day comma? at? a:clock-end dash b:clock-end', clockRange),
  rule('clock-end', 'clock', 'at? said (part|letter-part)? (zone|local-zone)?', (c) =>
    endOfClock(c),
  ),
  rule('expression', 'week-days-range', 'relative-week بين w:weekday و+x:weekday', weekDays),

  // Vague.
  rule('expression', 'now', '(الآن|هذه اللحظة|الوقت الراهن|الوقت الحالي|هذه الأثناء)', () =>
    reference('PRESENT_REF'),
  ),
  rule('expression', 'now', '(حاليا|حالا)', () => reference('PRESENT_REF')),
  rule('expression', 'lately', '(مؤخرا|سابقا|قديما|آنذاك)', () => reference('PAST_REF')),
  rule('expression', 'soon', '(قريبا|لاحقا|مستقبلا)', () => reference('FUTURE_REF')),
];

function modified(c: Captured, mod: DateModifier): Time | null {
  const time = c.time('part-target');
  return time === undefined ? null : withModifier(time, mod);
}

function opened(c: Captured, mod: DateModifier): Time | null {
  const time =
    c.time('modified') ??
    c.time('point') ??
    c.time('period') ??
    c.time('clock') ??
    c.time('holiday') ??
    c.time('bare-year') ??
    c.time('open-target');
  return time === undefined || time.kind === 'ago' ? null : withModifier(time, mod);
}

/** «بقية الأسبوع»: from the publication date to its last day. */
function restOf(c: Captured): Time | null {
  const base = c.time('part-target');
  if (base === undefined) return null;
  return {
    kind: 'range',
    from: { kind: 'shift', unit: 'day', amount: 0 },
    to: { kind: 'nth', n: -1, unit: 'day', base },
  };
}

/** «النصف الأول من يناير». */
function halfMonth(c: Captured): Time | null {
  const half = c.number('the-ordinal');
  const month = c.time('part-month');
  const isMonth =
    (month?.kind === 'fields' &&
      month.fields.month !== undefined &&
      month.fields.day === undefined) ||
    (month?.kind === 'shift' && month.unit === 'month');
  if (!isMonth || month === undefined || half === undefined || half > 2) return null;
  return withModifier(month, half === 1 ? 'START' : 'END');
}

function thisUnit(c: Captured): Time | null {
  const unit = ['day', 'week', 'month', 'year', 'decade', 'century'] as const;
  const found = unit[(c.number('the-unit') ?? 0) - 3];
  return found === undefined ? null : { kind: 'shift', unit: found, amount: 0 };
}

/** «يومي الخميس والجمعة المقبلين». */
function twoWeekdays(c: Captured): Time | null {
  const [a = 0, b = 0, way] = [c.number('a'), c.number('b'), c.number('toward')];
  // Only days that follow one another are a stretch.
  if (b !== (a % 7) + 1) return null;
  const at = (weekday: number): Time => ({
    kind: 'fields',
    fields: { weekday },
    ...(way === undefined ? {} : { toward: way < 0 ? -1 : way > 0 ? 1 : 0 }),
  });
  return { kind: 'range', from: at(a), to: at(b) };
}

/** «أيام الجمعة والسبت والأحد». */
function threeWeekdays(c: Captured): Time | null {
  const [a = 0, middle = 0, b = 0] = [c.number('a'), c.number('weekday'), c.number('b')];
  if (middle !== (a % 7) + 1 || b !== (middle % 7) + 1) return null;
  return {
    kind: 'range',
    from: { kind: 'fields', fields: { weekday: a } },
    to: { kind: 'fields', fields: { weekday: b } },
  };
}

function yearFields(year: number): Time {
  return { kind: 'fields', fields: { year } };
}

function aloneClock(time: Time | undefined, name = 'clock'): Time | null {
  return time?.kind === 'clock'
    ? { kind: 'reference', value: 'PRESENT_REF', clock: time, rule: name }
    : null;
}

function range(c: Captured): Time | null {
  const [from, to] = [c.time('a'), c.time('b')];
  if (from === undefined || to === undefined || from.kind === 'range' || to.kind === 'range')
    return null;
  return { kind: 'range', from: completed(from, to), to: continued(from, to) };
}

/** «من يناير إلى مارس 2016»: the year of the end is that of the beginning. */
function completed(from: Time, to: Time): Time {
  if (from.kind !== 'fields' || to.kind !== 'fields') return from;
  const { year, month } = to.fields;
  if (from.fields.year !== undefined || year === undefined) return from;
  if (from.fields.month === undefined) return from;
  const before = month !== undefined && from.fields.month > month;
  return { ...from, fields: { ...from.fields, year: before ? year - 1 : year } };
}

/** «من 1 يناير 2016 إلى 30 أكتوبر»: so is that of the beginning the end's. */
function continued(from: Time, to: Time): Time {
  if (from.kind !== 'fields' || to.kind !== 'fields') return to;
  const { year, month } = from.fields;
  if (to.fields.year !== undefined || year === undefined || to.toward !== undefined) return to;
  if (to.fields.month === undefined || month === undefined) return to;
  return { ...to, fields: { ...to.fields, year: to.fields.month < month ? year + 1 : year } };
}

/** «يومي الثلاثاء والأربعاء 14 و15 فبراير»: days of a month whose first is said to be a weekday. */
function weekdaysOfMonth(c: Captured): Time | null {
  const days = daysOfMonth(c);
  const weekday = c.number('weekday');
  return days === null || weekday === undefined
    ? days
    : withClaims(days, { kind: 'weekday', weekday });
}

/** «من 13 إلى 15 تموز». */
function daysOfMonth(c: Captured): Time | null {
  const day = c.number('a');
  const to = c.time('b');
  if (day === undefined || to === undefined) return null;
  if (to.kind === 'within') {
    const from: Time = { ...to, fields: { ...to.fields, day } };
    return { kind: 'range', from, to };
  }
  if (to.kind !== 'fields' || to.fields.day === undefined || day >= to.fields.day) return null;
  const from: Time = { ...to, fields: { ...to.fields, day } };
  return { kind: 'range', from, to };
}

/** «يوليو 13-15». */
function monthDays(c: Captured): Time | null {
  const month = c.time('m');
  const [a, b, year] = [c.number('a'), c.number('b'), c.number('of-year')];
  if (month?.kind !== 'fields' || a === undefined || b === undefined || a >= b) return null;
  const all = { ...month.fields, ...(year === undefined ? {} : { year }) };
  return {
    kind: 'range',
    from: { kind: 'fields', fields: { ...all, day: a } },
    to: { kind: 'fields', fields: { ...all, day: b } },
  };
}

function monthWithYear(c: Captured): Time | null {
  const month = c.time('month');
  const year = c.number('of-year');
  if (month?.kind !== 'fields' || year === undefined) return null;
  return { ...month, fields: { ...month.fields, year } };
}

function yearRange(c: Captured): Time | null {
  const [a = 0, b = 0] = [c.number('a'), c.number('b')];
  if (a >= b || a < 1200 || b > 2100) return null;
  if (a >= 1300 && b <= 1500 && (c.number('hijri-mark') !== undefined || a > 1400)) {
    return { kind: 'range', from: hijriYear(a), to: hijriYear(b) };
  }
  return { kind: 'range', from: yearFields(a), to: yearFields(b) };
}

function hijriYear(year: number): Time {
  return { kind: 'fields', fields: { calendar: 'hijri', year } };
}

function seasonRange(c: Captured): Time | null {
  const a = c.number('a') ?? 0;
  const b = Math.floor(a / 100) * 100 + (c.number('short-year') ?? 0);
  return b === a + 1 ? { kind: 'range', from: yearFields(a), to: yearFields(b) } : null;
}

function monthRange(c: Captured): Time | null {
  const [a = 0, b = 0, year] = [c.number('a'), c.number('b'), c.number('of-year')];
  const at = (month: number): Time => ({
    kind: 'fields',
    fields: { month: month % 100, ...(year === undefined ? {} : { year }) },
  });
  return { kind: 'range', from: at(a), to: at(b) };
}

/** An end of a range of hours, which may be only a number where the other end says more. */
function endOfClock(c: Captured): Clock | null {
  const time = c.time('said');
  if (time?.kind !== 'clock' || time.hour === undefined) return null;
  const part = c.number('part') ?? c.number('letter-part');
  const { open: _, ...rest } = time;
  if (part !== undefined)
    return { ...rest, hour: time.hour > 12 ? time.hour : halfDay(time.hour, part) };
  const bare = time.minute === undefined && c.number('at') === undefined;
  return { ...rest, open: true, ...(bare ? { bare } : {}) };
}

function halfDay(hour: number, part: number): number {
  if (part <= 2) return hour === 12 ? 0 : hour;
  if (part === 3) return hour >= 10 ? hour : hour + 12;
  if (part === 6) return hour <= 4 ? hour : hour + 12;
  return hour === 12 ? 12 : hour + 12;
}

function clockRange(c: Captured): Time | null {
  const [a, b] = [c.time('a'), c.time('b')];
  if (a?.kind !== 'clock' || b?.kind !== 'clock') return null;
  if (a.bare === true && b.bare === true && c.number('at') === undefined) return null;
  const day = c.time('day');
  let [from, to] = [a, b];
  // «من 5 إلى 6 مساء», «من الواحدة ظهرا إلى الرابعة»: what one end says holds for both.
  const [x = 0, y = 0] = [from.hour, to.hour];
  if (from.open === true && to.open !== true && y >= 12 && x < 12 && x + 12 <= y)
    from = { ...from, hour: x + 12 };
  if (to.open === true && y < 12 && y <= x && y + 12 >= x) to = { ...to, hour: y + 12 };
  const at = (clock: Clock): Time | null => {
    const { open: _, bare: __, ...closed } = clock;
    if (day === undefined) return { kind: 'reference', value: 'PRESENT_REF', clock: closed };
    return withClock(day, closed);
  };
  const [start, end] = [at(from), at(to)];
  return start === null || end === null ? null : { kind: 'range', from: start, to: end };
}

function weekDays(c: Captured): Time | null {
  const base = c.time('relative-week');
  if (base === undefined) return null;
  const at = (name: string): Time => ({
    kind: 'within',
    fields: { weekday: c.number(name) ?? 1 },
    base,
  });
  return { kind: 'range', from: at('w'), to: at('x') };
}

function reference(value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'): Time {
  return { kind: 'reference', value };
}
