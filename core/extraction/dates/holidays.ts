import { easter, toDayNumber, twoDigits, weekdayOf } from '../../arabic/calendar.ts';
import type { DayNumber, HijriCalendar } from '../../arabic/calendar.ts';
import type { Rule } from './rule.ts';
import { toToward } from './time.ts';
import type { Time, Toward } from './time.ts';

/** Religious, national and world days: how they are called, and when they are. */
interface Holiday {
  id: string;
  /** Patterns; the longest that fits is taken. */
  names: readonly string[];
  when:
    | { calendar: 'gregorian' | 'hijri'; month: number; day: number; days?: number }
    | { easter: number; orthodox?: true }
    /** The nth weekday of a month; -1 the last. */
    | { month: number; weekday: number; nth: number; add?: number };
}

const gregorian = (month: number, day: number) => ({ calendar: 'gregorian', month, day }) as const;
const hijri = (month: number, day: number) => ({ calendar: 'hijri', month, day }) as const;

const holidays: readonly Holiday[] = [
  { id: 'eid-al-fitr', names: ['(أول أيام)? عيد الفطر (المبارك|السعيد)?'], when: hijri(10, 1) },
  {
    id: 'eid-al-adha',
    names: ['(أول أيام)? عيد الأضحى (المبارك|السعيد)?', 'العيد الكبير'],
    when: hijri(12, 10),
  },
  { id: 'arafa', names: ['يوم (عرفة|عرفات)', 'وقفة (عرفة|عرفات)'], when: hijri(12, 9) },
  { id: 'hijri-new-year', names: ['رأس السنة الهجرية', 'رأس العام الهجري'], when: hijri(1, 1) },
  { id: 'ashura', names: ['(يوم|ذكرى|ليلة)? عاشوراء'], when: hijri(1, 10) },
  {
    id: 'arbain',
    names: ['أربعين الحسين', 'أربعينية الحسين', 'أربعينية الإمام الحسين'],
    when: hijri(2, 20),
  },
  {
    id: 'mawlid',
    names: ['المولد النبوي (الشريف)?', 'عيد المولد النبوي (الشريف)?', '(عيد المولد|المولد)'],
    when: hijri(3, 12),
  },
  { id: 'isra', names: ['(ليلة|ذكرى)? الإسراء والمعراج'], when: hijri(7, 27) },
  { id: 'shaban', names: ['ليلة النصف من شعبان', 'النصف من شعبان'], when: hijri(8, 15) },
  { id: 'qadr', names: ['ليلة القدر'], when: hijri(9, 27) },
  { id: 'tarwiya', names: ['يوم التروية'], when: hijri(12, 8) },
  {
    id: 'christmas',
    names: [
      'عيد الميلاد (المجيد)?',
      '(الكريسماس|كريسماس|الكريسمس|كريسمس)',
      'يوم (الكريسماس|الكريسمس)',
    ],
    when: gregorian(12, 25),
  },
  {
    id: 'christmas-eve',
    names: ['ليلة (عيد الميلاد|الكريسماس)', 'عشية عيد الميلاد'],
    when: gregorian(12, 24),
  },
  {
    id: 'new-year',
    names: [
      'رأس السنة (الميلادية|الجديدة)?',
      'عيد رأس السنة (الميلادية)?',
      'يوم رأس السنة (الميلادية)?',
    ],
    when: gregorian(1, 1),
  },
  { id: 'new-year-eve', names: ['ليلة رأس السنة (الميلادية)?'], when: gregorian(12, 31) },
  { id: 'epiphany', names: ['عيد الغطاس'], when: gregorian(1, 19) },
  {
    id: 'easter',
    names: ['عيد (الفصح|القيامة) (المجيد)?', 'أحد (الفصح|القيامة)'],
    when: { easter: 0 },
  },
  {
    id: 'easter-orthodox',
    names: ['عيد (الفصح|القيامة) (الأرثوذكسي|الشرقي)'],
    when: { easter: 0, orthodox: true },
  },
  { id: 'good-friday', names: ['(يوم)? الجمعة (العظيمة|الحزينة)'], when: { easter: -2 } },
  { id: 'palm-sunday', names: ['أحد (الشعانين|السعف)', 'عيد الشعانين'], when: { easter: -7 } },
  { id: 'easter-monday', names: ['(اثنين|إثنين) (الفصح|الباعوث)'], when: { easter: 1 } },
  {
    id: 'sham-el-nessim',
    names: ['شم النسيم', 'عيد شم النسيم'],
    when: { easter: 1, orthodox: true },
  },
  { id: 'ascension', names: ['عيد (الصعود|صعود المسيح)', 'خميس الصعود'], when: { easter: 39 } },
  { id: 'pentecost', names: ['عيد العنصرة'], when: { easter: 49 } },
  { id: 'assumption', names: ['عيد انتقال العذراء'], when: gregorian(8, 15) },
  { id: 'all-saints', names: ['عيد جميع القديسين'], when: gregorian(11, 1) },
  {
    id: 'valentine',
    names: [
      'عيد (الحب|العشاق)',
      'يوم (الحب|عيد الحب|الفالنتاين)',
      '(الفالنتاين|فالنتاين)',
      'عيد القديس فالنتاين',
    ],
    when: gregorian(2, 14),
  },
  {
    id: 'halloween',
    names: ['(الهالوين|هالوين|هالويين|الهالويين)', 'عيد (الهالوين|الهلع|جميع القديسين)'],
    when: gregorian(10, 31),
  },
  {
    id: 'april-fool',
    names: ['كذبة (أبريل|نيسان)', 'يوم كذبة (أبريل|نيسان)'],
    when: gregorian(4, 1),
  },
  { id: 'nowruz', names: ['(عيد)? (النوروز|نوروز|النيروز)'], when: gregorian(3, 21) },
  { id: 'labour-day', names: ['(عيد|يوم) (العمال|العمل|الشغل) (العالمي)?'], when: gregorian(5, 1) },
  {
    id: 'women-day',
    names: ['(اليوم العالمي|اليوم الدولي|يوم|عيد) (ل+المرأة|المرأة) (العالمي)?'],
    when: gregorian(3, 8),
  },
  { id: 'mother-day', names: ['(عيد|يوم) (الأم|الأمهات)'], when: gregorian(3, 21) },
  { id: 'father-day', names: ['(عيد|يوم) (الأب|الآباء)'], when: { month: 6, weekday: 7, nth: 3 } },
  {
    id: 'press-freedom',
    names: ['(اليوم العالمي|يوم) ل+حرية الصحافة', 'اليوم العالمي لحرية الصحافة'],
    when: gregorian(5, 3),
  },
  {
    id: 'human-rights',
    names: ['(اليوم العالمي|اليوم الدولي) ل+حقوق الإنسان'],
    when: gregorian(12, 10),
  },
  { id: 'earth-day', names: ['يوم الأرض العالمي', 'اليوم العالمي ل+الأرض'], when: gregorian(4, 22) },
  { id: 'land-day', names: ['(ذكرى)? يوم الأرض (الفلسطيني)?'], when: gregorian(3, 30) },
  { id: 'nakba', names: ['(ذكرى|يوم) النكبة'], when: gregorian(5, 15) },
  { id: 'naksa', names: ['(ذكرى|يوم) النكسة'], when: gregorian(6, 5) },
  { id: 'prisoner-day', names: ['يوم الأسير (الفلسطيني)?'], when: gregorian(4, 17) },
  {
    id: 'arabic-day',
    names: ['(اليوم العالمي|اليوم الدولي) ل+اللغة العربية'],
    when: gregorian(12, 18),
  },
  { id: 'thanksgiving', names: ['(عيد|يوم) الشكر'], when: { month: 11, weekday: 4, nth: 4 } },
  {
    id: 'black-friday',
    names: ['(يوم)? الجمعة (السوداء|البيضاء)'],
    when: { month: 11, weekday: 4, nth: 4, add: 1 },
  },
  {
    id: 'saudi-national',
    names: ['اليوم الوطني (السعودي|ل+السعودية|ل+المملكة)'],
    when: gregorian(9, 23),
  },
  { id: 'saudi-founding', names: ['يوم التأسيس (السعودي)?'], when: gregorian(2, 22) },
  {
    id: 'uae-national',
    names: ['(اليوم|العيد) الوطني (الإماراتي|ل+الإمارات|ل+دولة الإمارات)', 'عيد الاتحاد (الإماراتي)?'],
    when: gregorian(12, 2),
  },
  {
    id: 'qatar-national',
    names: ['(اليوم|العيد) الوطني (القطري|ل+قطر|ل+دولة قطر)'],
    when: gregorian(12, 18),
  },
  {
    id: 'kuwait-national',
    names: ['(اليوم|العيد) الوطني (الكويتي|ل+الكويت|ل+دولة الكويت)'],
    when: gregorian(2, 25),
  },
  {
    id: 'bahrain-national',
    names: ['(اليوم|العيد) الوطني (البحريني|ل+البحرين|ل+مملكة البحرين)'],
    when: gregorian(12, 16),
  },
  {
    id: 'oman-national',
    names: ['(اليوم|العيد) الوطني (العماني|ل+عمان|ل+سلطنة عمان)'],
    when: gregorian(11, 18),
  },
  {
    id: 'jordan-independence',
    names: ['عيد (الاستقلال|استقلال) (الأردني|الأردن|المملكة)'],
    when: gregorian(5, 25),
  },
  {
    id: 'lebanon-independence',
    names: ['عيد (الاستقلال|استقلال) (اللبناني|لبنان)'],
    when: gregorian(11, 22),
  },
  {
    id: 'tunisia-independence',
    names: ['عيد (الاستقلال|استقلال) (التونسي|تونس)'],
    when: gregorian(3, 20),
  },
  { id: 'syria-evacuation', names: ['عيد الجلاء'], when: gregorian(4, 17) },
  {
    id: 'algeria-independence',
    names: ['عيد (الاستقلال|استقلال) (الجزائري|الجزائر)'],
    when: gregorian(7, 5),
  },
  { id: 'morocco-throne', names: ['(عيد|ذكرى) العرش'], when: gregorian(7, 30) },
  {
    id: 'us-independence',
    names: ['(عيد|يوم) (الاستقلال|استقلال) (الأمريكي|الأميركي|أمريكا|أميركا|الولايات المتحدة)'],
    when: gregorian(7, 4),
  },
  {
    id: 'children-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+الطفل)'],
    when: gregorian(11, 20),
  },
  {
    id: 'teacher-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+المعلم|ل+المعلمين)'],
    when: gregorian(10, 5),
  },
  { id: 'health-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+الصحة)'], when: gregorian(4, 7) },
  {
    id: 'environment-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+البيئة)'],
    when: gregorian(6, 5),
  },
  {
    id: 'refugee-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+اللاجئين|ل+اللاجئ)'],
    when: gregorian(6, 20),
  },
  {
    id: 'aids-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+مكافحة الإيدز|ل+الإيدز)'],
    when: gregorian(12, 1),
  },
  {
    id: 'cancer-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+السرطان|ل+مكافحة السرطان)'],
    when: gregorian(2, 4),
  },
  { id: 'youth-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+الشباب)'], when: gregorian(8, 12) },
  {
    id: 'humanitarian-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+العمل الإنساني)'],
    when: gregorian(8, 19),
  },
  {
    id: 'diabetes-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+السكري|ل+السكر)'],
    when: gregorian(11, 14),
  },
  { id: 'peace-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+السلام)'], when: gregorian(9, 21) },
  { id: 'book-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+الكتاب)'], when: gregorian(4, 23) },
  { id: 'water-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+المياه)'], when: gregorian(3, 22) },
  { id: 'theatre-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+المسرح)'], when: gregorian(3, 27) },
  {
    id: 'tobacco-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+الامتناع عن التدخين|ل+التدخين)'],
    when: gregorian(5, 31),
  },
  { id: 'radio-day', names: ['(اليوم العالمي|اليوم الدولي) (ل+الإذاعة)'], when: gregorian(2, 13) },
  {
    id: 'migrants-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+المهاجرين)'],
    when: gregorian(12, 18),
  },
  {
    id: 'anti-corruption-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+مكافحة الفساد)'],
    when: gregorian(12, 9),
  },
  {
    id: 'palestine-solidarity',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+التضامن مع الشعب الفلسطيني)'],
    when: gregorian(11, 29),
  },
  {
    id: 'violence-women-day',
    names: ['(اليوم العالمي|اليوم الدولي) (ل+القضاء على العنف ضد المرأة)'],
    when: gregorian(11, 25),
  },
  { id: 'tunisia-women', names: ['العيد الوطني ل+المرأة'], when: gregorian(8, 13) },
  { id: 'tunisia-republic', names: ['عيد الجمهورية التونسية?'], when: gregorian(7, 25) },
  {
    id: 'lebanon-liberation',
    names: ['عيد المقاومة والتحرير', 'عيد التحرير اللبناني'],
    when: gregorian(5, 25),
  },
  { id: 'lebanon-army', names: ['عيد الجيش اللبناني'], when: gregorian(8, 1) },
  { id: 'sinai-liberation', names: ['(عيد|ذكرى) تحرير سيناء'], when: gregorian(4, 25) },
  { id: 'green-march', names: ['ذكرى? المسيرة الخضراء'], when: gregorian(11, 6) },
  { id: 'uae-martyrs', names: ['يوم الشهيد الإماراتي'], when: gregorian(11, 30) },
  { id: 'october-war', names: ['ذكرى حرب أكتوبر', 'ذكرى نصر أكتوبر'], when: gregorian(10, 6) },
  {
    id: 'bastille',
    names: ['(يوم|عيد|ذكرى) الباستيل', '(اليوم|العيد) الوطني (الفرنسي|ل+فرنسا)'],
    when: gregorian(7, 14),
  },
];

const byId = new Map(holidays.map((holiday) => [holiday.id, holiday]));

export const holidayRules: Rule[] = [
  {
    gives: 'holiday-year',
    name: 'of-year',
    pattern: '(comma|من)? (year-word|ل+year-word|ب+year-word)? year',
    make: (c) => c.number('year') ?? null,
  },
  ...holidays.flatMap(({ id, names }) =>
    names.map((pattern): Rule => ({
      gives: 'holiday',
      name: 'holiday',
      pattern: `${pattern} (holiday-year|toward|relative-year)?`,
      make: (c) => {
        const year = c.number('holiday-year');
        const toward = c.number('toward');
        const time: Time = {
          kind: 'holiday',
          id,
          ...(year === undefined ? {} : { year }),
          ...(toward === undefined ? {} : { toward: toToward(toward) }),
        };
        const base = c.time('relative-year');
        return base === undefined ? time : { ...time, toward: shiftOf(base) };
      },
    })),
  ),
];

/** The first day of a holiday in a Gregorian year; a Hijri one may come twice or not at all. */
export function holidayDays(id: string, year: number, calendar: HijriCalendar): DayNumber[] {
  const when = byId.get(id)?.when;
  if (when === undefined) return [];
  if ('easter' in when) return [easter(year, when.orthodox) + when.easter];
  if ('nth' in when)
    return [nthWeekday(year, when.month, when.weekday, when.nth) + (when.add ?? 0)];
  const { month, day } = when;
  if (when.calendar === 'gregorian') return [toDayNumber({ year, month, day })];
  const first = toDayNumber({ year, month: 1, day: 1 });
  const last = toDayNumber({ year, month: 12, day: 31 });
  const hijriYear = calendar.fromDay(first)?.year;
  if (hijriYear === undefined) return [];
  return [hijriYear, hijriYear + 1]
    .map((one) => calendar.toDay({ year: one, month, day }))
    .filter((found) => found !== null)
    .filter((found) => found >= first && found <= last);
}

/** What a holiday's value is before its year is known: `XXXX-12-25`. */
export function holidaySymbol(id: string): string {
  const when = byId.get(id)?.when;
  if (when === undefined || !('calendar' in when) || when.calendar === 'hijri') return 'XXXX-XX-XX';
  return `XXXX-${twoDigits(when.month)}-${twoDigits(when.day)}`;
}

/** The same in the Hijri calendar, for a holiday of it: `XXXX-10-01`. */
export function holidayHijri(id: string): string | null {
  const when = byId.get(id)?.when;
  if (when === undefined || !('calendar' in when) || when.calendar !== 'hijri') return null;
  return `XXXX-${twoDigits(when.month)}-${twoDigits(when.day)}`;
}

function nthWeekday(year: number, month: number, weekday: number, nth: number): DayNumber {
  const first = toDayNumber({ year, month, day: 1 });
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

function shiftOf(time: Time): Toward {
  return time.kind === 'shift' ? toToward(time.amount) : 0;
}
