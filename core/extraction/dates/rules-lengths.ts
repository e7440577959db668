import { twoDigits } from '../../arabic/calendar.ts';
import { ageWords, dateParts } from './rule-contexts.ts';
import type { DateModifier } from '../mentions.ts';
import { rule } from './rule.ts';
import type { Captured, Rule } from './rule.ts';
import { toToward, withModifier } from './time.ts';
import type { Length, Time, Toward, Unit } from './time.ts';

/** Lengths of time, so long ago, the last so many, and what is repeated. */
export const lengthRules: Rule[] = [
  // Lengths.
  rule('count', 'count', 'digits'),
  rule('count', 'count', 'decimal'),
  rule('count', 'count', 'cardinal'),
  rule('length', 'length', 'count (unit|units|the-units) (كاملة|كامل|كاملا)?', (c) =>
    lengthOf(c.number('count') ?? 0, unitIn(c)),
  ),
  rule('length', 'length', 'two-units (اثنين|اثنتين|كاملين|كاملتين)?', (c) =>
    lengthOf(2, unitIn(c)),
  ),
  rule('length', 'length', 'unit (واحد|واحدة|كامل|كاملة)', (c) => lengthOf(1, unitIn(c)), {
    notAfter: 'أول|ثاني|ثالث|رابع|خامس',
  }),
  rule('length', 'half-length', 'نصف (unit|قرن)', (c) => lengthOf(0.5, unitIn(c))),
  rule('length', 'quarter-length', 'ربع unit', (c) => lengthOf(0.25, unitIn(c))),
  rule('length', 'length-and-half', 'unit و+نصف the-unit?', (c) => lengthOf(1.5, unitIn(c))),
  rule('length', 'length-and-half', 'two-units و+نصف the-unit?', (c) => lengthOf(2.5, unitIn(c))),
  rule('length', 'length-and-half', 'count (unit|units) و+نصف the-unit?', (c) =>
    lengthOf((c.number('count') ?? 0) + 0.5, unitIn(c)),
  ),
  rule('some', 'some', '(عدة|بضعة|بضع|عشرات) units', (c) => lengthOf(null, unitIn(c))),
  rule('some', 'some', 'units (قليلة|معدودة|عدة|طويلة)?', (c) => lengthOf(null, unitIn(c))),
  rule('one', 'one', 'unit', (c) => (unitIn(c) === 'decade' ? null : lengthOf(1, unitIn(c))), {
    notBefore: dateParts,
  }),
  // «بعد عقد اجتماع» holds a meeting.
  rule('one', 'one', 'عقد', () => lengthOf(1, 'decade'), { endsClause: true }),
  rule('one', 'one', 'عقد من (الزمن|الزمان)', () => lengthOf(1, 'decade')),
  rule('lengths', 'length', 'length'),
  rule('lengths', 'lengths', '(x:length|x:one) و+y:length', joinLengths),
  rule('lengths', 'lengths', '(x:length|x:one) (و+y:one)', joinLengths),
  rule(
    'lengths',
    'lengths',
    '(x:length|x:one) (و+y:length|و+y:one) (و+z:length|و+z:one)',
    joinLengths,
  ),
  rule('bound', 'less', '(أقل من|ما يقل عن|أقل)', () => 1),
  rule('bound', 'more', '(أكثر من|ما يزيد على|ما يزيد عن|أزيد من|ما يربو على)', () => 2),
  rule('bound', 'about', 'about', () => 3),
  rule('bound', 'about', 'ما يقارب', () => 3),
  rule('bounded', 'bounded', 'bound lengths', bounded),
  rule('bounded', 'bounded', 'bound one', bounded),
  rule('bounded', 'bounded', 'lengths (تقريبا|على الأقل|على الأكثر)', (c) =>
    withLengthMod(c.time('lengths'), 'APPROX'),
  ),
  rule('expression', 'duration', 'lengths', undefined, {
    notAfter: ageWords,
  }),
  rule('expression', 'duration', 'bounded', undefined, { notAfter: ageWords }),
  rule('expression', 'within-duration', 'one', undefined, { after: 'خلال|غضون' }),
  rule(
    'expression',
    'long-duration',
    '(طوال|طيلة) (unit|the-unit)',
    (c) => lengthOf(1, unitIn(c)),
    { notBefore: '<past>|<next>|<current>|<perhaps-past>|#' },
  ),
  rule('expression', 'duration', 'one', undefined, { after: 'مدة|لمدة|مدته|مدتها|طوال|طيلة' }),
  rule('expression', 'some-time', 'some', undefined, { after: 'مدة|لمدة|طوال|طيلة|خلال|مدى|غضون' }),
  rule('expression', 'some-time', '(عدة|بضعة|بضع) units', (c) => lengthOf(null, unitIn(c))),

  // So long ago.
  rule('ago-length', 'length', 'lengths'),
  rule('ago-length', 'length', 'bounded'),
  rule('ago-length', 'length', 'one'),
  rule('ago-length', 'some', 'some'),
  rule('point', 'ago', 'قبل ago-length (من الآن|مضت|خلت)?', (c) => ago(c.time('ago-length'), -1), {
    notBefore: 'من|الموعد|موعد|الانتخابات',
  }),
  // «منذ عامين» is for two years and two years ago.
  rule('point', 'since-length', 'منذ ago-length (من الآن|مضت|خلت)', (c) =>
    ago(c.time('ago-length'), -1),
  ),
  // «بعد يوم من الدعوة», which tells of when the invitation was.
  rule('expression', 'story-length', '(lengths|bounded|one)', undefined, {
    after: 'بعد|قبل',
  }),
  rule('expression', 'since-length', 'ago-length', (c) => sinceLength(c.time('ago-length')), {
    after: 'منذ',
  }),
  rule('point', 'story-length', '(بعد ذلك|بعدها|بعده) ب+ago-length', (c) => told(c, 1)),
  rule('point', 'story-length', '(قبل ذلك|قبلها|قبله) ب+ago-length', (c) => told(c, -1)),
  rule('point', 'story-length', 'بعد ago-length من ذلك', (c) => told(c, 1)),
  rule('point', 'story-length', 'قبل ago-length من ذلك', (c) => told(c, -1)),
  rule('point', 'in-length-from-now', 'بعد ago-length من (الآن|اليوم)', (c) =>
    ago(c.time('ago-length'), 1),
  ),
  rule('point', 'in-length', 'بعد ago-length', (c) => ago(c.time('ago-length'), 1), {
    notAfter: 'عاما|يوما|سنة|شهرا|يوم|شهر|عام|ساعة',
    notBefore: 'من|على|فقط|لاحقا|و',
  }),
  rule('point', 'in-length-from-now', 'lengths من الآن', (c) => ago(c.time('lengths'), 1)),
  rule(
    'point',
    'ago',
    '(من|صار) (one|lengths)',
    (c) => ago(c.time('one') ?? c.time('lengths'), -1),
    { startsClause: true, endsClause: true },
  ),

  // «الأشهر الثلاثة الماضية».
  rule(
    'many',
    'many',
    '(digits|few|cardinal)',
    (c) => c.number('cardinal') ?? c.number('digits') ?? 0,
  ),
  rule('many', 'many', '(الثلاثة|الثلاث)', () => 3),
  rule('many', 'many', '(الأربعة|الأربع)', () => 4),
  rule('many', 'many', '(الخمسة|الخمس)', () => 5),
  rule('many', 'many', '(الستة|الست)', () => 6),
  rule('many', 'many', '(السبعة|السبع)', () => 7),
  rule('many', 'many', '(الثمانية|الثماني)', () => 8),
  rule('many', 'many', '(التسعة|التسع)', () => 9),
  rule('many', 'many', '(العشرة|العشر)', () => 10),
  rule('way', 'way', 'toward'),
  rule('way', 'way', 'latest', () => -1),
  rule('expression', 'stretch', 'the-units many? way', stretch),
  rule('expression', 'stretch', 'the-units way many', stretch),
  rule(
    'expression',
    'stretch',
    '(ال? digits|الثلاثة|الخمسة|الستة|الأربعة) (unit|units) way',
    stretch,
  ),
  rule('expression', 'stretch', 'the-two-units way', stretch),
  rule('expression', 'stretch', 'many (unit|units|the-units) way', stretch),
  rule('expression', 'last-so-many', 'آخر (digits|cardinal) (unit|units)', (c) => lastSoMany(c)),
  rule('expression', 'last-so-many', 'آخر two-units', (c) => lastSoMany(c, 2)),
  rule('expression', 'stretch', '(بضع|بضعة) (units|the-units) way', stretch),
  rule('expression', 'story-stretch', 'the-units many? story-toward', toldStretch),
  rule('expression', 'story-stretch', 'the-two-units story-toward', toldStretch),

  // Repeated.
  rule('expression', 'every-weekday', 'كل (يوم|أيام) (bare-weekday|weekday) (من كل أسبوع)?', (c) =>
    weekly(c.number('bare-weekday') ?? c.number('weekday') ?? 1),
  ),
  // «كل أحد» is everybody, «كل اثنين» every two.
  rule('expression', 'every-weekday', 'كل bare-weekday (من كل أسبوع)?', (c) =>
    (c.number('bare-weekday') ?? 0) % 7 <= 1 ? null : weekly(c.number('bare-weekday') ?? 1),
  ),
  rule(
    'expression',
    'every-weekday',
    'كل (يوم|أيام)? x:bare-weekday و+y:bare-weekday (و+z:bare-weekday)?',
    weekdays,
  ),
  rule(
    'expression',
    'every-weekday',
    'كل (يوم|أيام)? x:weekday و+y:weekday (و+z:weekday)?',
    weekdays,
  ),
  rule('expression', 'every-weekday', 'أيام x:weekday و+y:weekday (و+z:weekday)?', apartWeekdays, {
    notBefore: '<past>|<next>|<current>|<day-digits>',
  }),
  rule('expression', 'every-weekday', '(أيام|ايام) weekday', (c) =>
    weekly(c.number('weekday') ?? 1),
  ),
  rule('every', 'every', 'كل (unit|the-unit)', (c) => repeated(1, unitIn(c))),
  rule('every', 'every', 'كل two-units', (c) => repeated(2, unitIn(c))),
  rule('every', 'every', 'كل count (unit|units)', (c) =>
    repeated(c.number('count') ?? 1, unitIn(c)),
  ),
  rule('every', 'daily', '(يوميا|يوميّا)', () => repeated(1, 'day')),
  rule('every', 'weekly', 'أسبوعيا', () => repeated(1, 'week')),
  rule('every', 'monthly', 'شهريا', () => repeated(1, 'month')),
  rule('every', 'yearly', 'سنويا', () => repeated(1, 'year')),
  rule('every', 'every-part', 'كل part-of', (c) => everyPart(c.number('part-of') ?? 1)),
  rule('every', 'every-month', '(كل any-month|شهر? any-month من كل (عام|سنة))', everyDate),
  rule('every', 'every-date', 'day-number من? any-month من كل (عام|سنة)', everyDate),
  rule('every', 'every-date', 'day-number من كل شهر', everyDate),
  rule('every', 'every-month', 'يوم? weekday the-ordinal من كل شهر', () => repeated(1, 'month')),
  rule('every', 'every-month', '(ordinal|آخر) يوم? (bare-weekday|weekday) من كل شهر', () =>
    repeated(1, 'month'),
  ),
  rule('every', 'every-weekday', 'يوم? weekday من كل أسبوع', (c) =>
    weekly(c.number('weekday') ?? 1),
  ),
  rule('every', 'every-weekday', 'day-part كل (يوم bare-weekday|bare-weekday)', (c) =>
    weekly(c.number('bare-weekday') ?? 1, c.number('day-part')),
  ),
  rule('expression', 'every', 'every'),
  rule('expression', 'every-at', 'day-part every في? clock', everyAt),
  rule('expression', 'every-at', 'every (في|عند|على)? (clock|bare-clock)', everyAt),
];

const units: readonly Unit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'year',
  'decade',
  'century',
];

function unitIn(c: Captured): Unit {
  const number =
    c.number('unit') ??
    c.number('units') ??
    c.number('two-units') ??
    c.number('the-unit') ??
    c.number('the-units') ??
    c.number('the-two-units') ??
    8;
  return units[number] ?? 'day';
}

function lengthOf(amount: number | null, unit: Unit): Time {
  return { kind: 'duration', parts: [{ unit, amount }] };
}

function partsIn(time: Time | undefined): readonly Length[] {
  return time?.kind === 'duration' ? time.parts : [];
}

function joinLengths(c: Captured): Time | null {
  const parts = ['x', 'y', 'z'].flatMap((name) => partsIn(c.time(name)));
  const order = parts.map(({ unit }) => units.indexOf(unit));
  const isDown = order.every((unit, at) => at === 0 || unit < (order[at - 1] ?? 0));
  return isDown ? { kind: 'duration', parts } : null;
}

const bounds: readonly DateModifier[] = ['LESS_THAN', 'MORE_THAN', 'APPROX'];

function bounded(c: Captured): Time | null {
  const mod = bounds[(c.number('bound') ?? 0) - 1];
  const time = c.time('lengths') ?? c.time('one');
  return mod === undefined ? null : withLengthMod(time, mod);
}

function withLengthMod(time: Time | undefined, mod: DateModifier): Time | null {
  return time === undefined ? null : withModifier(time, mod);
}

/** More than three days ago is before three days ago. */
function ago(time: Time | undefined, toward: Toward): Time | null {
  if (time?.kind !== 'duration') return null;
  let { mod } = time;
  if (mod === 'MORE_THAN') mod = toward < 0 ? 'BEFORE' : 'AFTER';
  else if (mod === 'LESS_THAN') mod = toward < 0 ? 'AFTER' : 'BEFORE';
  return { kind: 'ago', parts: time.parts, toward, ...(mod && { mod }) };
}

/** «بعد ذلك بيومين». */
function told(c: Captured, toward: Toward): Time | null {
  const time = ago(c.time('ago-length'), toward);
  return time === null || time.kind === 'clock' ? null : { ...time, told: 'always' };
}

/** «آخر 24 ساعة». */
function lastSoMany(c: Captured, two?: number): Time {
  const amount = two ?? c.number('digits') ?? c.number('cardinal') ?? null;
  return { kind: 'stretch', amount, unit: unitIn(c), toward: -1 };
}

function stretch(c: Captured): Time {
  const toward = toToward(c.number('way'));
  const unit = unitIn(c);
  const amount =
    c.number('the-two-units') === undefined ? (c.number('many') ?? c.number('digits') ?? 0) : 2;
  if (amount > 0) {
    const length: Time = { kind: 'duration', parts: [{ unit, amount }] };
    return { kind: 'stretch', amount, unit, toward, also: [length] };
  }
  if (toward >= 0) return { kind: 'stretch', amount: null, unit, toward };
  // «في الأشهر الأخيرة» is so many months, before today.
  const way: Time = { kind: 'stretch', amount: null, unit, toward };
  return { kind: 'duration', parts: [{ unit, amount: null }], also: [way] };
}

function sinceLength(time: Time | undefined): Time | null {
  const since = ago(time, -1);
  if (time?.kind !== 'duration' || since === null) return null;
  return { ...time, also: [since] };
}

/** «السنوات الثلاث التالية». */
function toldStretch(c: Captured): Time {
  const amount = c.number('the-two-units') === undefined ? (c.number('many') ?? 0) : 2;
  const unit = unitIn(c);
  const toward = toToward(c.number('story-toward'));
  const time: Time = {
    kind: 'stretch',
    amount: amount === 0 ? null : amount,
    unit,
    toward,
    told: 'perhaps',
  };
  return toward >= 0 || amount > 0
    ? time
    : { kind: 'duration', parts: [{ unit, amount: null }], also: [time] };
}

/** «أيام السبت والاثنين»; days that follow one another are rather those of one week. */
function apartWeekdays(c: Captured): Time | null {
  const [x = 0, y = 0] = [c.number('x'), c.number('y')];
  return y === (x % 7) + 1 ? null : weekdays(c);
}

/** «كل ثلاثاء وخميس». */
function weekdays(c: Captured): Time {
  const days = ['x', 'y', 'z'].flatMap((name) => c.number(name) ?? []);
  return { kind: 'set', value: days.map((day) => `XXXX-WXX-${day}`).join(','), unit: 'day' };
}

function weekly(weekday: number, part?: number): Time {
  const ending = part === undefined ? '' : `T${partLetters[part - 1] ?? 'NI'}`;
  return { kind: 'set', value: `XXXX-WXX-${weekday}${ending}`, unit: 'day' };
}

/** «الثالث من كل شهر», «15 مارس من كل عام». */
function everyDate(c: Captured): Time {
  const [month, day] = [c.number('any-month'), c.number('day-number')];
  const said = month === undefined ? 'XX' : twoDigits(month % 100);
  if (day === undefined) return { kind: 'set', value: `XXXX-${said}`, unit: 'month' };
  return { kind: 'set', value: `XXXX-${said}-${twoDigits(day)}`, unit: 'day' };
}

const unitLetters: Record<Unit, string> = {
  second: 'T1S',
  minute: 'T1M',
  hour: 'T1H',
  day: '1D',
  week: '1W',
  month: '1M',
  quarter: '3M',
  half: '6M',
  season: '3M',
  year: '1Y',
  decade: '10Y',
  century: '100Y',
  weekend: '1W',
};

function repeated(amount: number, unit: Unit): Time {
  const [, time = '', one = '1', letter = ''] = /^(T?)(\d+)(.)$/.exec(unitLetters[unit]) ?? [];
  return { kind: 'set', value: `P${time}${amount * Number(one)}${letter}`, unit };
}

const partLetters = ['MO', 'MO', 'MI', 'AF', 'EV', 'NI'];

function everyPart(part: number): Time {
  return { kind: 'set', value: `XXXX-XX-XXT${partLetters[part - 1] ?? 'NI'}`, unit: 'day' };
}

function everyAt(c: Captured): Time | null {
  const every = c.time('every');
  const clock = c.time('clock') ?? c.time('bare-clock');
  if (every?.kind !== 'set' || clock?.kind !== 'clock' || clock.hour === undefined) return null;
  const isNight = every.value.endsWith('NI') || every.value.endsWith('EV');
  const hour = clock.open === true && isNight && clock.hour < 12 ? clock.hour + 12 : clock.hour;
  return { ...every, value: `XXXX-XX-XXT${twoDigits(hour)}:${twoDigits(clock.minute ?? 0)}` };
}
