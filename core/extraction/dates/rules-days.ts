import { afterNoWeekday, afterNotToday, beforeNoWeekday, beforeNotToday } from './rule-contexts.ts';
import { rule } from './rule.ts';
import type { Captured, Rule } from './rule.ts';
import { toldShift, toToward, withClaims } from './time.ts';
import type { Fields, Time, Toward } from './time.ts';

/** Weekdays, days counted from the publication date, and all that is said of one day together. */
export const dayRules: Rule[] = [
  // Weekdays.
  rule('weekday-part', 'weekday', '(يوم|نهار|يومه)? weekday', (c) => c.number('weekday') ?? null),
  rule('weekday-part', 'weekday', 'يوم bare-weekday', (c) => c.number('bare-weekday') ?? null),
  rule('weekday-day', 'weekday', '(يوم|نهار|يومه)? weekday', weekdayOnly, {
    notAfter: beforeNoWeekday,
    notBefore: afterNoWeekday,
  }),
  rule('weekday-day', 'weekday', '(يوم|نهار) bare-weekday', weekdayOnly, {
    notBefore: afterNoWeekday,
  }),
  rule('weekday-day', 'weekday-toward', '(يوم|نهار)? weekday toward', weekdayOnly),
  rule('weekday-day', 'story-day', '(يوم|نهار)? weekday story-toward', (c) => ({
    ...weekdayToward(c, toToward(c.number('story-toward') ?? 0)),
    told: 'perhaps',
  })),
  rule('weekday-day', 'weekday-toward', 'this weekday', (c) => weekdayToward(c, 0)),
  rule(
    'weekday-day',
    'weekday-of-week',
    '(يوم|نهار)? (weekday|bare-weekday) (من|في|ل)? relative-week',
    (c) => within({ weekday: weekdayIn(c) }, c.time('relative-week')),
  ),
  rule('weekday-day', 'weekday-of-week', 'relative-week comma? في? (يوم|نهار)? weekday', (c) =>
    within({ weekday: weekdayIn(c) }, c.time('relative-week')),
  ),

  // Days from the publication date.
  rule('relative-day', 'today', '(اليوم|النهارده)', () => shift(0), {
    notAfter: beforeNotToday,
    notBefore: afterNotToday,
  }),
  rule('relative-day', 'today', 'this (اليوم|النهار)', () => shift(0), { notAfter: 'مثل' }),
  rule('relative-day', 'today', 'اليوم current', () => shift(0)),
  rule('relative-day', 'day-toward', 'اليوم toward', (c) => shift(c.number('toward') ?? 0)),
  rule('relative-day', 'story-day', 'اليوم story-toward', (c) =>
    toldShift('day', c.number('story-toward') ?? 0),
  ),
  rule('relative-day', 'story-day', '(same-one اليوم|اليوم same)', () => toldShift('day', 0), {
    notBefore: 'الذي|التي',
  }),
  rule('relative-day', 'yesterday', '(يوم|نهار)? (أمس|الأمس|البارحة|مبارح|امبارح)', () => shift(-1)),
  rule(
    'relative-day',
    'day-before-yesterday',
    '(يوم|نهار)? (أول من?|قبل يوم?) (أمس|الأمس|البارحة)',
    () => shift(-2),
  ),
  rule('relative-day', 'day-before-yesterday', '(يوم|نهار)? أمس الأول', () => shift(-2)),
  rule('relative-day', 'tomorrow', '(يوم|نهار)? (غدا|غد|الغد|بكرة|بكره|بكرا)', () => shift(1), {
    notBefore: 'أفضل|مشرق|الأردن',
  }),
  rule('relative-day', 'day-after-tomorrow', '(يوم|نهار)? بعد (غد|الغد|غدا|بكرة)', () => shift(2)),
  rule('relative-day', 'day-after-tomorrow', 'اليوم الذي بعد (غد|الغد)', () => shift(2)),
  rule('relative-day', 'day-before-yesterday', 'اليوم الذي قبل (أمس|الأمس|البارحة)', () =>
    shift(-2),
  ),

  // A day with all that is said of it.
  rule('day', 'date', 'يوم? date'),
  rule('day', 'weekday', 'weekday-day'),
  rule('day', 'relative-day', 'relative-day'),
  rule(
    'day',
    'weekday-date',
    'weekday-part (open date close?|comma? (في|الموافق|المصادف|ل|بتاريخ|يوم|dash)? date)',
    (c) => claimWeekday(c.time('date'), c.number('weekday-part')),
  ),
  rule('day', 'weekday-date', 'date open weekday-part close', (c) =>
    claimWeekday(c.time('date'), c.number('weekday-part')),
  ),
  rule(
    'day',
    'weekday-and-day',
    '(يوم|نهار)? weekday (late-ordinal|في the-ordinal|في? day-digits)',
    (c) => ({
      kind: 'fields',
      fields: {
        weekday: weekdayIn(c),
        day: c.number('late-ordinal') ?? c.number('the-ordinal') ?? c.number('day-digits') ?? 0,
      },
    }),
    { endsClause: true },
  ),
  rule(
    'day',
    'day-number-alone',
    'يوم (the-ordinal|day-digits)',
    (c) => ({
      kind: 'fields',
      fields: { day: c.number('the-ordinal') ?? c.number('day-digits') ?? 0 },
    }),
    { endsClause: true },
  ),
  rule(
    'day',
    'relative-weekday',
    'relative-day (open weekday-part close?|comma? weekday-part)',
    relativeWeekday,
  ),
  rule(
    'day',
    'relative-weekday',
    'weekday-part (open relative-day close|relative-day)',
    relativeWeekday,
  ),
  rule(
    'day',
    'relative-weekday-date',
    'relative-day comma? (open weekday-part close|weekday-part)? comma? (open date close|(في|الموافق|يوم)? date)',
    relativeDate,
  ),
];

function shift(amount: number): Time {
  return { kind: 'shift', unit: 'day', amount };
}

function within(fields: Fields, base: Time | undefined): Time | null {
  return base === undefined ? null : { kind: 'within', fields, base };
}

function weekdayIn(c: Captured): number {
  return c.number('weekday') ?? c.number('bare-weekday') ?? 0;
}

function weekdayOnly(c: Captured): Time {
  const toward = c.number('toward');
  return toward === undefined
    ? { kind: 'fields', fields: { weekday: weekdayIn(c) } }
    : weekdayToward(c, toToward(toward));
}

function weekdayToward(c: Captured, toward: Toward): Extract<Time, { kind: 'fields' }> {
  return { kind: 'fields', fields: { weekday: weekdayIn(c) }, toward };
}

function claimWeekday(date: Time | undefined, weekday: number | undefined): Time | null {
  if (date === undefined || weekday === undefined) return null;
  return withClaims(date, { kind: 'weekday', weekday });
}

/** «اليوم الأربعاء». */
function relativeWeekday(c: Captured): Time | null {
  return claimWeekday(c.time('relative-day'), c.number('weekday-part'));
}

/** «اليوم الأربعاء 28 يناير»: the date is the value, the rest must agree. */
function relativeDate(c: Captured): Time | null {
  const [day, date] = [c.time('relative-day'), c.time('date')];
  if (day === undefined || date === undefined) return null;
  const weekday = c.number('weekday-part');
  const claimed = withClaims(date, { kind: 'published', time: day });
  return weekday === undefined || claimed === null ? claimed : claimWeekday(claimed, weekday);
}
