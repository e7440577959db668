import { countedNouns, dayDigits, monthCues } from './rule-contexts.ts';
import { inRange, rule } from './rule.ts';
import type { Captured, Rule } from './rule.ts';
import { toldShift, toToward } from './time.ts';
import type { Fields, Time, Toward, Unit } from './time.ts';

// «الأمين العام السابق».
const notOfOffice = {
  notAfter:
    'المدير|الأمين|القائد|المراقب|المفتش|النائب|المدعي|الكاتب|المفوض|المنسق|السكرتير|المشرف|الرئيس|مدير|أمين|أمينه|أمينها|كاتب|قائد',
};

const notToward = { notBefore: '<past>|<next>|<current>|<year-digits>|الذي|التي' };

/** Weeks, months, quarters, seasons, years, decades and centuries. */
export const periodRules: Rule[] = [
  rule(
    'relative-year',
    'year-toward',
    '(السنة|العام|سنة|عام) toward',
    (c) => shift('year', c.number('toward')),
    notOfOffice,
  ),
  rule(
    'relative-year',
    'story-period',
    '(السنة|العام|سنة|عام) story-toward',
    (c) => toldShift('year', c.number('story-toward') ?? 0),
    notOfOffice,
  ),
  rule(
    'relative-year',
    'story-period',
    '(same-one (العام|السنة)|(العام|السنة) same)',
    () => toldShift('year', 0),
    notToward,
  ),
  rule('relative-year', 'year-toward', 'this (السنة|العام) current?', () => shift('year', 0)),
  rule('relative-month', 'month-toward', 'الشهر toward', (c) => shift('month', c.number('toward'))),
  rule('relative-month', 'story-period', 'الشهر story-toward', (c) =>
    toldShift('month', c.number('story-toward') ?? 0),
  ),
  rule(
    'relative-month',
    'story-period',
    '(same-one الشهر|الشهر same)',
    () => toldShift('month', 0),
    notToward,
  ),
  rule(
    'relative-month',
    'story-period',
    '(same-one الشهر|الشهر same) من (year-time|year)',
    (c): Time => {
      const base = c.time('year-time') ?? fields({ year: c.number('year') ?? 0 });
      // «العام الماضي» is then the one before the one told of.
      return {
        kind: 'same-month',
        base: base.kind === 'shift' ? { ...base, told: 'perhaps' } : base,
      };
    },
  ),
  rule('relative-month', 'month-toward', 'this الشهر current?', () => shift('month', 0)),
  rule('relative-week', 'week-toward', 'الأسبوع toward', (c) => shift('week', c.number('toward'))),
  rule('relative-week', 'story-period', 'الأسبوع story-toward', (c) =>
    toldShift('week', c.number('story-toward') ?? 0),
  ),
  rule(
    'relative-week',
    'story-period',
    '(same-one الأسبوع|الأسبوع same)',
    () => toldShift('week', 0),
    notToward,
  ),
  rule('relative-week', 'week-toward', 'this الأسبوع current?', () => shift('week', 0)),
  rule('relative-period', 'year-toward', 'relative-year'),
  rule('relative-period', 'month-toward', 'relative-month'),
  rule('relative-period', 'week-toward', 'relative-week'),
  rule('relative-period', 'decade-toward', 'العقد toward', (c) =>
    shift('decade', c.number('toward')),
  ),
  rule('relative-period', 'decade-toward', 'this العقد', () => shift('decade', 0), {
    after: 'خلال|في|بداية|نهاية|منذ|مطلع|أواخر|أوائل|منتصف',
  }),
  rule('century', 'century-toward', 'القرن toward', (c) => shift('century', c.number('toward'))),
  rule('century', 'century-toward', 'this القرن', () => shift('century', 0)),
  rule('century', 'century', 'القرن (the-ordinal|ال? digits) (الميلادي|للميلاد|م)?', (c) => {
    const nth = c.number('the-ordinal') ?? c.number('digits') ?? 0;
    return nth >= 1 && nth <= 30 ? fields({ century: nth - 1 }) : null;
  }),
  rule('century', 'hijri-century', 'القرن the-ordinal (الهجري|للهجرة|ه)', (c) =>
    fields({ calendar: 'hijri', century: (c.number('the-ordinal') ?? 1) - 1 }),
  ),
  rule('century', 'century-before-christ', 'القرن the-ordinal (قبل الميلاد|ق dot? م)', (c) =>
    fields({ century: -(c.number('the-ordinal') ?? 1) }),
  ),

  // Years.
  rule('year-time', 'year', 'year-word year', (c) => fields({ year: c.number('year') ?? 0 })),
  rule('year-time', 'year-toward', 'relative-year'),
  rule('loose-year', 'year', 'year-time'),
  rule('loose-year', 'year', 'year', (c) => fields({ year: c.number('year') ?? 0 }), {
    notBefore: countedNouns,
  }),
  rule(
    'period',
    'bare-year',
    'year-digits (م|ميلادي|ميلادية|للميلاد)?',
    (c) => {
      const year = inRange(c.number('year-digits'), 1700, 2100);
      return year === null ? null : fields({ year });
    },
    {
      after:
        'في|بحلول|منذ|حتى|إلى|بعد|قبل|خلال|حوالي|ربيع|صيف|شتاء|خريف|انتخابات|حرب|ثورة|موسم|مونديال|نسخة|دورة|نكسة|نكبة|أزمة|اتفاق|اتفاقية|دستور|قانون|ميزانية|موازنة|تسوية|مواليد|يورو|أولمبياد|العالم|مطلع|نهاية|أواخر|أوائل|بداية|منتصف|لسنة|لعام|حدود|خريجي|دفعة|طراز|موديل|قانون المالية|باكالوريا|بكالوريا|الباكالوريا|البكالوريا|امتحانات|مسابقة|مهرجان|بطولة|كأس|أوسكار|روسيا|قطر|رؤية|إكسبو|دورة',
      notBefore: countedNouns,
    },
  ),
  rule(
    'period',
    'bracketed-year',
    'open year-digits close',
    (c) => {
      const year = inRange(c.number('year-digits'), 1900, 2040);
      return year === null ? null : fields({ year });
    },
    { notAfter: 'من|نحو|حوالي|قرابة|عدد', notBefore: countedNouns },
  ),
  rule(
    'period',
    'year-in-words',
    'cardinal',
    (c) => {
      const year = inRange(c.number('cardinal'), 1700, 2100);
      return year === null ? null : fields({ year });
    },
    { after: 'في|منذ|عام|سنة|حتى|مواليد', notBefore: countedNouns },
  ),
  rule('period', 'year', 'year-time'),
  rule(
    'period',
    'hijri-year',
    'year-word? hijri-digits hijri-mark (slash|dash|comma|open)? g:year (م|ميلادي)?',
    (c) => {
      const year = c.number('g');
      const hijri = fields({ calendar: 'hijri', year: c.number('hijri-digits') ?? 0 });
      if (year === undefined || year <= 1500) return null;
      return {
        kind: 'fields',
        fields: { year },
        claims: [{ kind: 'calendar', time: hijri }],
      };
    },
  ),
  rule('period', 'hijri-year', 'year-word? hijri-digits hijri-mark', (c) =>
    fields({ calendar: 'hijri', year: c.number('hijri-digits') ?? 0 }),
  ),
  rule(
    'period',
    'hijri-year',
    'year-word hijri-digits hijri-mark? (open g:year-time close|twin-sign g:year-time)',
    hijriYearPair,
  ),
  rule('period', 'year-before-christ', 'year-word? digits (قبل الميلاد|ق dot? م)', (c) =>
    fields({ year: 1 - (c.number('digits') ?? 1) }),
  ),

  // Months.
  rule('period', 'month-year', 'month of-year', monthOfYear),
  rule('period', 'month-year', 'month (slash|dash) year', monthOfYear),
  rule('period', 'month-year-digits', 'month-digits slash year-digits', (c) =>
    fields({ month: c.number('month-digits') ?? 0, year: c.number('year-digits') ?? 0 }),
  ),
  rule(
    'period',
    'year-month-digits',
    'year-digits (slash|dash) month-digits',
    (c) => fields({ month: c.number('month-digits') ?? 0, year: c.number('year-digits') ?? 0 }),
    { after: 'في|منذ|شهر|بتاريخ|حتى', notBefore: '<dash>|<slash>' },
  ),
  rule('period', 'month-toward', 'month (من|ب)? toward', monthToward),
  rule('period', 'month-toward', 'month (من|ل)? relative-year', (c) =>
    within(c.time('month'), c.time('relative-year')),
  ),
  rule('period', 'month-toward', 'this month', (c) => toward(c.time('month'), 0)),
  rule('period', 'month-number', 'الشهر the-ordinal', countedMonth, { endsClause: true }),
  // Syriac names are people's and firms' too.
  rule('period', 'syriac-month', 'lev-month', (c) => monthAt(c.number('lev-month')), {
    after: monthCues,
    notAfter: dayDigits,
  }),
  rule('period', 'month', 'strong-month', aloneMonth, {
    notAfter: `سيارة|سيارات|شركة|ساحة|قاعة|قوى|تحالف|حركة|أكاديمية|${dayDigits}`,
    notBefore: 'صاي|وانغ',
  }),
  rule(
    'period',
    'weak-month',
    'weak-month',
    (c) => fields({ month: (c.number('weak-month') ?? 0) % 100 }),
    {
      after: 'في|خلال|منذ|حتى|منتصف|أوائل|أواخر|مطلع|بداية|نهاية|شهري',
      notBefore: 'في|على|ضغوطا|ضغطا|دور|دوره|دورها|حقه|حقها|مهامه',
    },
  ),
  rule('period', 'hijri-month', 'any-hijri hijri-year', hijriMonth),
  rule('period', 'hijri-month', 'any-hijri toward', hijriMonth),
  rule('period', 'hijri-month', 'hijri-name', hijriMonth),
  rule('period', 'hijri-month', 'any-hijri (من|ل)? year-time', (c) =>
    within(hijriMonth(c), c.time('year-time')),
  ),
  rule('period', 'ramadan-year', 'any-hijri year-digits', (c) =>
    c.number('year-digits') === undefined
      ? null
      : within(hijriMonth(c), fields({ year: c.number('year-digits') ?? 0 })),
  ),
  rule('period', 'hijri-month', 'شهر hash? weak-hijri المبارك?', hijriMonth),
  rule('period', 'weak-hijri-month', 'weak-hijri', hijriMonth, {
    after: 'في|خلال|منذ|قبل|بعد|طيلة|طوال',
    notBefore: 'أن',
  }),

  // Quarters, halves, seasons, weekends.
  rule('period', 'quarter', 'الربع the-ordinal (comma|من|ل|في)? loose-year', (c) => quarter(c)),
  rule('period', 'quarter', 'الربع the-ordinal', (c) => quarter(c), { notBefore: 'من' }),
  rule('period', 'quarter', 'الربع الأخير (من|ل)? loose-year', (c) => inYear(c, { quarter: 4 })),
  rule('period', 'quarter-of-this', 'الربع (the-ordinal|last) من (العام|السنة)', (c) =>
    withinThisYear({ quarter: c.number('the-ordinal') ?? 4 }),
  ),
  rule('period', 'half-of-this', 'النصف the-ordinal من (العام|السنة)', (c) =>
    withinThisYear({ half: c.number('the-ordinal') === 2 ? 2 : 1 }),
  ),
  rule('period', 'quarter-toward', 'الربع toward', (c) => shift('quarter', c.number('toward'))),
  rule('period', 'half', 'النصف the-ordinal (comma|من|ل|في)? loose-year', (c) => half(c)),
  rule('period', 'season-year', 'فصل? (season|the-season) (من|ل|في)? loose-year', seasonOf),
  rule('period', 'season-toward', 'فصل? the-season toward', seasonOf),
  rule('period', 'season-toward', 'this the-season', seasonOf),
  // «في فصل الشتاء» is oftener every winter than one.
  rule('period', 'season-of-all', 'فصل the-season', anySeason, { notBefore: 'من' }),
  rule('period', 'season', 'the-season', seasonOf, {
    after: 'في|خلال|منذ|طوال',
    notBefore: 'العربي|العربية',
  }),
  rule('period', 'weekend', '(عطلة|إجازة)? نهاية (الأسبوع|أسبوعي) toward', (c) =>
    weekendOf(c.number('toward')),
  ),
  rule('period', 'weekend', '(عطلة|إجازة)? نهاية this? (الأسبوع|أسبوعي)', () => weekendOf(0)),

  // Decades and centuries.
  rule('period', 'decade', 'decade', decadeOf, { notAfter: 'وثيقة', notBefore: 'القرن|قرن|من' }),
  rule('period', 'decade', 'decade من? century', decadeOf),
  rule('period', 'decade', 'decade', decadeOf),
  rule('period', 'century', 'century'),
  rule('period', 'relative-period', 'relative-period'),
  rule('period', 'week-of-date', 'أسبوع date', (c) => nthOf(1, 'week', c.time('date'))),

  // First Friday of July, last day of the month, second week of.
  rule('whole', 'whole', 'period'),
  rule('whole', 'whole', 'ب+period'),
  rule('whole', 'whole', 'any-hijri', hijriMonth),
  rule('whole', 'whole', 'month', (c) => c.time('month') ?? null),
  rule('last', 'last', '(الأخير|الأخيرة|آخر|اخر)', () => -1),
  rule('rank', 'rank', 'the-ordinal', (c) => inRange(c.number('the-ordinal'), 1, 53)),
  rule('rank', 'rank', 'last'),
  rule('bare-rank', 'rank', 'ordinal', (c) => c.number('ordinal') ?? null),
  rule('bare-rank', 'rank', 'last'),
  rule('day', 'nth-weekday', 'يوم? weekday rank (من|في|ل)? whole', (c) =>
    nthOf(rankIn(c), 'day', c.time('whole'), weekdayIn(c)),
  ),
  rule('day', 'nth-weekday', 'bare-rank (يوم|أيام)? (bare-weekday|weekday) (من|في|ل)? whole', (c) =>
    nthOf(rankIn(c), 'day', c.time('whole'), weekdayIn(c)),
  ),
  rule(
    'day',
    'nth-weekday',
    'bare-rank (يوم|أيام)? (bare-weekday|weekday) بعد (h:holiday|h:date)',
    (c) => nthAfter(c),
  ),
  rule('day', 'day-of-holiday', 'bare-rank (يوم|أيام) (من|في)? holiday', (c) =>
    nthOf(rankIn(c), 'day', c.time('holiday')),
  ),
  rule('day', 'last-day', 'اليوم الأخير (من|في|ل)? whole', (c) => nthOf(-1, 'day', c.time('whole'))),
  rule('day', 'last-day', 'آخر (يوم|أيام) (من|في|ب)? whole', (c) =>
    nthOf(-1, 'day', c.time('whole')),
  ),
  rule('period', 'nth-week', 'الأسبوع rank (من|في|ل)? whole', (c) =>
    nthOf(rankIn(c), 'week', c.time('whole')),
  ),
  rule('period', 'nth-week', 'bare-rank أسبوع (من|في|ل)? whole', (c) =>
    nthOf(rankIn(c), 'week', c.time('whole')),
  ),
];

function fields(all: Fields): Time {
  return { kind: 'fields', fields: all };
}

function shift(unit: Unit, amount: number | undefined): Time {
  return { kind: 'shift', unit, amount: amount ?? 0 };
}

function within(inner: Time | undefined, base: Time | undefined): Time | null {
  if (inner?.kind !== 'fields' || base === undefined) return null;
  return {
    kind: 'within',
    fields: inner.fields,
    base,
    ...(inner.claims && { claims: inner.claims }),
  };
}

function toward(time: Time | undefined, value: Toward): Time | null {
  return time?.kind === 'fields' ? { ...time, rule: 'month-toward', toward: value } : null;
}

function countedMonth(c: Captured): Time | null {
  const month = inRange(c.number('the-ordinal'), 1, 12);
  return month === null ? null : monthAt(month);
}

function monthAt(month: number | undefined): Time {
  return fields({ month: (month ?? 0) % 100 });
}

/** Months that need more than themselves: names of people, and the fifth month of a pregnancy. */
const notAlone: ReadonlySet<string> = new Set(['syriac-month', 'counted-month']);

function aloneMonth(c: Captured): Time | null {
  const time = c.time('strong-month');
  return time?.kind === 'fields' && !notAlone.has(time.rule ?? '') ? time : null;
}

function monthOfYear(c: Captured): Time | null {
  const month = c.time('month');
  const year = c.number('of-year') ?? c.number('year');
  if (month?.kind !== 'fields' || year === undefined) return null;
  const add = (time: Time): Time =>
    time.kind === 'fields'
      ? { ...time, rule: 'month-year', fields: { ...time.fields, year } }
      : time;
  return { ...add(month), ...(month.also === undefined ? {} : { also: month.also.map(add) }) };
}

function monthToward(c: Captured): Time | null {
  return toward(c.time('month'), toToward(c.number('toward')));
}

function hijriMonth(c: Captured): Time {
  const month =
    (c.number('any-hijri') ?? c.number('hijri-name') ?? c.number('weak-hijri') ?? 0) % 100;
  const year = c.number('hijri-year');
  const way = c.number('toward');
  return {
    kind: 'fields',
    fields: { calendar: 'hijri', month, ...(year === undefined ? {} : { year }) },
    ...(way === undefined ? {} : { toward: toToward(way) }),
  };
}

function hijriYearPair(c: Captured): Time | null {
  const base = c.time('g');
  const hijri = fields({ calendar: 'hijri', year: c.number('hijri-digits') ?? 0 });
  if (base === undefined || base.kind === 'clock') return null;
  return { ...base, rule: 'hijri-year', claims: [{ kind: 'calendar', time: hijri }] };
}

function yearPart(c: Captured): { year: number } | Time | null {
  const time = c.time('loose-year');
  if (time === undefined) return null;
  return time.kind === 'fields' ? { year: time.fields.year ?? 0 } : time;
}

function inYear(c: Captured, part: Fields): Time | null {
  const year = yearPart(c);
  if (year === null) return fields(part);
  return 'kind' in year
    ? { kind: 'within', fields: part, base: year }
    : fields({ ...part, ...year });
}

/** «من العام» is of the one that the paper is of. */
function withinThisYear(part: Fields): Time | null {
  if ((part.quarter ?? 1) > 4) return null;
  return { kind: 'within', fields: part, base: shift('year', 0) };
}

function quarter(c: Captured): Time | null {
  const value = inRange(c.number('the-ordinal'), 1, 4);
  return value === null ? null : inYear(c, { quarter: value });
}

function half(c: Captured): Time | null {
  const value = c.number('the-ordinal');
  return value === 1 || value === 2 ? inYear(c, { half: value }) : null;
}

const seasons = ['SP', 'SU', 'FA', 'WI'] as const;

function seasonOf(c: Captured): Time | null {
  const season = seasons[(c.number('season') ?? c.number('the-season') ?? 0) - 1];
  if (season === undefined) return null;
  const way = c.number('toward');
  const time = inYear(c, { season });
  if (way === undefined && c.number('this') === undefined) return time;
  return time?.kind === 'fields' ? { ...time, toward: toToward(way) } : time;
}

/** `XXXX-WI`; the nearest one as the other reading. */
function anySeason(c: Captured): Time | null {
  const season = seasons[(c.number('the-season') ?? 0) - 1];
  if (season === undefined) return null;
  const nearest: Time = { kind: 'fields', fields: { season } };
  return { kind: 'any-season', season, also: [nearest] };
}

/** The two days, or the last of the week. */
function weekendOf(amount: number | undefined): Time {
  const week: Time = { kind: 'shift', unit: 'week', amount: amount ?? 0, mod: 'END' };
  return { kind: 'shift', unit: 'weekend', amount: amount ?? 0, also: [week] };
}

function decadeOf(c: Captured): Time | null {
  const decade = c.number('decade') ?? 0;
  const century = c.time('century');
  if (century === undefined) return fields({ decadeOfCentury: decade });
  if (century.kind === 'fields')
    return fields({ decade: (century.fields.century ?? 0) * 10 + decade });
  return { kind: 'within', fields: { decadeOfCentury: decade }, base: century };
}

function rankIn(c: Captured): number {
  return c.number('rank') ?? c.number('bare-rank') ?? 1;
}

function weekdayIn(c: Captured): number {
  return c.number('weekday') ?? c.number('bare-weekday') ?? 1;
}

function nthOf(n: number, unit: Unit, base: Time | undefined, weekday?: number): Time | null {
  if (base === undefined) return null;
  return { kind: 'nth', n, unit, base, ...(weekday === undefined ? {} : { weekday }) };
}

function nthAfter(c: Captured): Time | null {
  const base = c.time('h');
  if (base === undefined) return null;
  return { kind: 'nth', n: rankIn(c), unit: 'day', base, weekday: weekdayIn(c), after: true };
}
