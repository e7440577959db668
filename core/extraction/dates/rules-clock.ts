import { inRange, rule } from './rule.ts';
import type { Captured, Rule } from './rule.ts';
import { withClock } from './time.ts';
import type { Clock, PartOfDay, Time } from './time.ts';

const months = '<latin-month>|<lev-month>|<french-month>|<weak-month>|كانون|تشرين';

/** Hours, parts of the day, and days with an hour. */
export const clockRules: Rule[] = [
  // The hour.
  rule('hour-word', 'hour', '(الحادية|الحادي) (عشرة|عشر)', () => 11),
  rule('hour-word', 'hour', '(الثانية|الثاني) (عشرة|عشر)', () => 12),
  rule('hour-word', 'hour', 'hour'),
  rule('hour-value', 'hour', 'hour-word'),
  rule('hour-value', 'hour', 'hour-digits'),
  // «ساعة واحدة» is one hour long.
  rule('hour-value', 'hour', 'cardinal', (c) => inRange(c.number('cardinal'), 2, 12)),
  rule('minutes', 'half', '(و+النصف|و+نصف|و+نص)', () => 30),
  rule('minutes', 'quarter', '(و+الربع|و+ربع)', () => 15),
  rule('minutes', 'third', '(و+الثلث|و+ثلث)', () => 20),
  rule('minutes', 'less-quarter', 'إلا (ربعا|ربع|الربع)', () => -15),
  rule('minutes', 'less-third', 'إلا (ثلثا|ثلث|الثلث)', () => -20),
  rule('minutes', 'minutes', 'و+cardinal (دقيقة|دقائق)?', (c) =>
    inRange(c.number('cardinal'), 1, 59),
  ),
  rule('minutes', 'minutes', 'و+digits (دقيقة|دقائق)', (c) => inRange(c.number('digits'), 1, 59)),
  rule(
    'minutes',
    'less-minutes',
    'إلا (digits|cardinal) (دقيقة|دقائق)?',
    (c) => -(c.number('digits') ?? c.number('cardinal') ?? 0),
  ),
  rule('digital', 'digital', 'h:hour-digits colon m:minute-digits', digital),
  rule('digital', 'digital', 'h:hour-digits colon m:minute-digits colon s:minute-digits', digital),
  rule('said', 'said', 'hour-value minutes?', said),
  rule('said', 'said', 'digital'),
  rule('dotted', 'dotted', 'dotted-clock', (c) =>
    clockOf(Math.floor((c.number('dotted-clock') ?? 0) / 60), (c.number('dotted-clock') ?? 0) % 60),
  ),

  // The part of the day that goes with an hour.
  rule('part', 'part', 'part-adverb'),
  rule('part', 'part', 'the-part'),
  rule('part', 'part', '(في|من|ب)? the-clear-part'),
  rule('part', 'part', 'ب+the-clear-part'),
  rule(
    'part',
    'part',
    'this (the-part|the-clear-part)',
    (c) => c.number('the-part') ?? c.number('the-clear-part') ?? null,
  ),
  rule('part', 'afternoon', '(في|من)? (بعد|عقب) (الظهر|ظهر|العصر|الظهيرة|الزوال)', () => 4),
  rule('part', 'evening', '(بعد|قبل) (المغرب|العشاء|مغرب)', () => 5),
  rule('part', 'morning', '(قبل (الظهر|ظهر|الظهيرة|الزوال)|زوالا)', () => 2),
  rule('part', 'noon', 'وقت الغداء', () => 3),
  rule('letter-part', 'am', 'ص', () => 2),
  rule('letter-part', 'pm', 'م', () => 5),
  rule('part', 'after-midnight', 'بعد منتصف (الليل|ليل)', () => 1),

  rule(
    'zone',
    'zone',
    '(open (بتوقيت|توقيت) (غرينتش|جرينتش|غرينيتش|=gmt|=utc|جي) close|(بتوقيت|توقيت) (غرينتش|جرينتش|غرينيتش|=gmt|=utc|جي))',
    () => 0,
  ),
  rule(
    'zone',
    'zone',
    '(بتوقيت|توقيت) (مكة المكرمة?|السعودية|الرياض|بغداد|الكويت|قطر|الدوحة)',
    () => 180,
  ),
  rule('zone', 'zone', '(open ت dot? غ close|ت dot? غ)', () => 0),
  rule(
    'zone',
    'zone',
    '(open (=gmt|=utc|غرينتش|جرينتش|تغ) close|(=gmt|=utc|غرينتش|جرينتش|تغ))',
    () => 0,
  ),
  rule(
    'local-zone',
    'zone',
    '(بالتوقيت المحلي|بتوقيت (القاهرة|بيروت|دمشق|تونس|الجزائر|المغرب|واشنطن|موسكو|القدس|فلسطين|عمان|الإمارات))',
    () => 0,
  ),

  // Hours that say that they are hours.
  rule('at', 'at', '(تمام|حوالي|نحو|قرابة)? (الساعة|ساعة|الساعه)', () => 0),
  rule(
    'clock',
    'hour-of-clock',
    'at في? (said|dotted) (comma? part|letter-part)? (zone|local-zone)?',
    clock,
  ),
  rule('clock', 'hour-of-clock', 'at (من|في) (said|dotted) part? (zone|local-zone)?', clock),
  rule('clock', 'hour-with-part', '(said|dotted) (part|letter-part) (zone|local-zone)?', clock),
  rule('clock', 'hour-part-minutes', 'at said part minutes', (c) => {
    const time = clock(c);
    const minutes = c.number('minutes');
    if (time === null || minutes === undefined || minutes < 0 || time.minute !== undefined)
      return null;
    return { ...time, minute: minutes };
  }),
  rule('clock', 'part-with-hour', 'part comma? at? في? said part?', clock),
  rule('clock', 'digital', 'digital (zone|local-zone)?', clock),
  rule('clock', 'digital', 'dotted zone', clock),
  rule('clock', 'noon', '(منتصف|عند) dash? (النهار|الظهر|الظهيرة)', () => ({
    kind: 'clock',
    hour: 12,
    part: 'MI',
  })),
  rule('clock', 'midnight', 'منتصف (الليل|ليل)', () => ({ kind: 'clock', hour: 24 })),
  // «في الثالثة» is third as often as three o'clock.
  rule('clock', 'bare-hour', 'hour-word minutes?', (c) => atLeast(said(c), 6), {
    after: 'في|عند|إنها|على',
    endsClause: true,
  }),
  rule('clock', 'bare-hour', 'hour-word minutes', (c) => said(c), {
    after: 'في|عند',
    notBefore: 'من',
  }),
  rule('bare-clock', 'hour', 'في? hour-word minutes?', said),
  rule('bare-clock', 'hour', '(في|على) hour-digits', said, {
    notBefore: `من|${months}`,
  }),

  rule('part-alone', 'part-alone', 'the-clear-part', (c) => partClock(c.number('the-clear-part')), {
    after: 'في|خلال|عند',
    notBefore: 'من|و',
  }),
  rule('part-alone', 'part-alone', 'وقت (متأخر|مبكر) (من|في)? part', (c) =>
    partClock(c.number('part')),
  ),
  rule('part-alone', 'part-alone', 'بعد (الظهر|الزوال)', () => partClock(4)),
  // A part of a day.
  rule('day-part', 'part-of', '(بعد|عقب) (ظهر|عصر)', () => 4),
  rule('day-part', 'part-of', 'قبل ظهر', () => 2),
  rule('day-part', 'part-of', 'part-of'),
  rule(
    'day-part',
    'part-of',
    '(ساعة|ساعات) (متأخرة|مبكرة) (من|في) part-of',
    (c) => c.number('part-of') ?? null,
  ),
  rule(
    'day-part',
    'part-of',
    'وقت (متأخر|مبكر) (من|في) day-part-plain',
    (c) => c.number('day-part-plain') ?? null,
  ),
  rule('day-part-plain', 'part-of', 'part-of'),
  rule('day-part-plain', 'part-of', 'بعد ظهر', () => 4),

  rule('point', 'day', 'day'),
  rule('point', 'part-of-day', 'day-part (من|في)? day', partOf),
  // «ليل الأحد الاثنين», the night between them.
  rule('point', 'part-of-day', 'day-part day:weekday-night', partOf),
  rule('weekday-night', 'weekday', 'a:weekday (dash|slash|comma|إلى)? b:weekday', nightBetween),
  rule('point', 'part-of-day', 'day (comma|في)? part', partOf),
  rule('point', 'late-part', 'day في وقت (متأخر|مبكر) (من|في)? part', partOf),
  rule(
    'point',
    'day-and-hour',
    'day (comma|في|على|عند|حوالي|ابتداء من|بداية من|من|dash)? clock',
    atClock,
  ),
  rule(
    'point',
    'day-and-hour',
    'day-part (من|في)? day (comma|في|على|عند|حوالي|من)? clock',
    atClock,
  ),
  rule('point', 'day-and-hour', 'day (comma|في)? part (comma|في|على|عند)? at في? said', atClock),
  rule('point', 'hour-and-day', 'clock comma? (من|في)? (day-part (من|في)?)? day', atClock),
  rule('point', 'hour-and-day', 'at said (من|في)? day-part (من|في)? day', atClock),
  rule('point', 'hour-and-day', 'at (said|dotted) comma? (من|في)? day', atClock),
  rule('point', 'hour-and-day', 'digital comma? day', atClock),
  rule('point', 'hour-and-day', 'at said part في day-digits', atDayNumber, { endsClause: true }),
  rule('point', 'tonight', 'this? (الليلة|الليله)', () => tonight(0), {
    notAfter: 'تلك|نفس|حفلة|إحياء|ذات|مثل',
    notBefore:
      'الأولى|الثانية|الثالثة|الواحدة|الختامية|الظلماء|الفنية|الغنائية|الافتتاحية|الأخيرة|نفسها|ذاتها|التي|الفاصلة',
  }),
  rule('point', 'tonight', 'الليلة (past|perhaps-past)', () => tonight(-1)),
  rule('point', 'tonight', 'ليلة البارحة', () => tonight(-1)),
  rule('point', 'tonight', 'الليلة ما? قبل past', () => tonight(-2)),
  rule('point', 'this-part', 'this the-clear-part', thisPart),
  rule('point', 'tonight-at', 'this? الليلة (comma|في|حوالي)? clock', (c) =>
    atClock(c, tonight(0)),
  ),
  rule('point', 'tonight-at', 'bare-clock this (الليلة|المساء)', (c) => tonightAt(c)),
  rule('point', 'tonight-at', 'this (الليلة|المساء) bare-clock', (c) => tonightAt(c)),
  rule('point', 'this-part-at', 'this the-clear-part (comma|في)? clock', (c) =>
    atClock(c, thisPart(c)),
  ),
  rule('point', 'this-part-at', 'at said this the-clear-part', (c) => atClock(c, thisPart(c))),
];

const partCodes: readonly PartOfDay[] = ['MO', 'MO', 'MI', 'AF', 'EV', 'NI'];

function atLeast(time: Clock | null, hour: number): Clock | null {
  return time === null || (time.hour ?? 0) < hour ? null : time;
}

function clockOf(hour: number, minute?: number, second?: number): Clock | null {
  if (hour > 24 || (hour === 24 && (minute ?? 0) > 0)) return null;
  return {
    kind: 'clock',
    hour,
    ...(minute === undefined ? {} : { minute }),
    ...(second === undefined ? {} : { second }),
    ...(hour >= 1 && hour <= 12 ? { open: true } : {}),
  };
}

function digital(c: Captured): Clock | null {
  return clockOf(c.number('h') ?? 0, c.number('m'), c.number('s'));
}

function said(c: Captured): Clock | null {
  const hour = c.number('hour-value') ?? c.number('hour-word') ?? c.number('hour-digits') ?? 0;
  const minutes = c.number('minutes');
  if (minutes === undefined) return clockOf(hour);
  return minutes < 0 ? clockOf(hour === 1 ? 12 : hour - 1, 60 + minutes) : clockOf(hour, minutes);
}

function partIn(c: Captured): number | undefined {
  return (
    c.number('part') ??
    c.number('letter-part') ??
    c.number('day-part') ??
    c.number('the-part') ??
    c.number('the-clear-part')
  );
}

/** «الثالثة عصرا» is 15. */
function inPart(time: Clock, part: number | undefined): Clock | null {
  if (part === undefined || time.hour === undefined) return time;
  const { hour, open: _, ...rest } = time;
  if (hour > 12 || hour === 0) return { ...rest, hour };
  return { ...rest, hour: hourIn(hour, part) };
}

function hourIn(hour: number, part: number): number {
  if (part <= 2) return hour === 12 ? (part === 1 ? 0 : 12) : hour;
  if (part === 3) return hour >= 10 ? hour : hour + 12;
  if (part === 6) return hour === 12 ? 0 : hour <= 4 ? hour : hour + 12;
  return hour === 12 ? (part === 5 ? 0 : 12) : hour + 12;
}

function clock(c: Captured): Clock | null {
  const time = c.time('said') ?? c.time('dotted') ?? c.time('digital');
  if (time?.kind !== 'clock') return null;
  const zone = c.number('zone');
  const placed = inPart(time, partIn(c));
  if (placed === null) return null;
  return zone === undefined ? placed : { ...placed, zone };
}

function partOf(c: Captured): Time | null {
  const day = c.time('day');
  const part = partCodes[(partIn(c) ?? 0) - 1];
  return day === undefined || part === undefined ? null : withClock(day, { kind: 'clock', part });
}

function atClock(c: Captured, day = c.time('day')): Time | null {
  const time = c.time('clock') ?? c.time('said') ?? c.time('dotted') ?? c.time('digital');
  if (time?.kind !== 'clock' || day === undefined || day.kind === 'clock') return null;
  const part =
    c.number('day-part') ?? c.number('part') ?? c.number('the-part') ?? c.number('the-clear-part');
  const placed = time.open === true ? inPart(time, part) : time;
  if (placed === null) return null;
  const { clock: _, ...bare } = day;
  return withClock(bare, placed);
}

/** «الساعة 8 مساء في 15». */
function atDayNumber(c: Captured): Time | null {
  const day = c.number('day-digits');
  return day === undefined ? null : atClock(c, { kind: 'fields', fields: { day } });
}

function partClock(part: number | undefined): Clock | null {
  const code = partCodes[(part ?? 0) - 1];
  return code === undefined ? null : { kind: 'clock', part: code };
}

function nightBetween(c: Captured): Time | null {
  const [a = 0, b = 0] = [c.number('a'), c.number('b')];
  return b === (a % 7) + 1 ? { kind: 'fields', fields: { weekday: a } } : null;
}

function tonight(amount: number): Time {
  return { kind: 'shift', unit: 'day', amount, clock: { kind: 'clock', part: 'NI' } };
}

function tonightAt(c: Captured): Time | null {
  const time = c.time('bare-clock');
  const placed = time?.kind === 'clock' ? inPart(time, 6) : null;
  return placed === null ? null : { kind: 'shift', unit: 'day', amount: 0, clock: placed };
}

function thisPart(c: Captured): Time {
  const part = partCodes[(c.number('the-part') ?? c.number('the-clear-part') ?? 1) - 1] ?? 'MO';
  return { kind: 'shift', unit: 'day', amount: 0, clock: { kind: 'clock', part } };
}
