/** A line of a page that says when the article came out. */
export interface PageDate {
  /** ISO date, with the time where it is given; null where the words leave it open (`3/4/2026`, "two hours ago"). */
  value: string | null;
  /** It is the date of a later change. */
  isUpdate: boolean;
  /** A label such as "published:" stands before it. */
  isLabelled: boolean;
  /** "Two hours ago". */
  isRelative: boolean;
  /** The place before the date, as in a dateline; else empty. */
  place: string;
}

/**
 * The date that a whole line is, or null: a label, a weekday, one date and a time at most. Day/month/year is read in
 * that order, and left open where it can be read both ways. Only the Gregorian calendar.
 */
export function readPageDate(line: string): PageDate | null {
  if (line.length > 120 || !/\d|[٠-٩]|منذ|قبل|اليوم|أمس/.test(line)) return null;
  const plain = line
    .replace(/[\u064b-\u065f\u0670\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 10))
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة(?!\p{L})/gu, 'ه')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  const label = labelPattern.exec(plain)?.[0] ?? '';
  const rest = plain.slice(label.length);
  const found = {
    isUpdate: /تحديث|حدث|updated/i.test(label),
    isLabelled: label !== '',
    isRelative: relativePattern.test(rest),
    place: '',
  };
  if (found.isRelative) return { ...found, value: null };
  for (const { pattern, order, isOpen } of datePatterns) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const lead = rest.slice(0, match.index).replace(weekdayPattern, '');
    const before = lead.replace(separators, '');
    const after = rest.slice(match.index + match[0].length).replace(separators, '');
    if (before !== '' && (label !== '' || !isPlace(lead))) return null;
    const time = readTime(after);
    if (time === null) return null;
    const date = toIsoDate(
      order.map((at) => match[at] ?? ''),
      isOpen === true,
    );
    if (date === null) return null;
    const place = line
      .trim()
      .split(/\s+/)
      .slice(0, before === '' ? 0 : before.split(' ').length);
    return {
      ...found,
      value: date === '' ? null : `${date}${time}`,
      place: place.join(' ').replace(separators, ''),
    };
  }
  return null;
}

const months: readonly (readonly string[])[] = [
  ['يناير', 'كانون الثاني', 'جانفي', 'january', 'jan'],
  ['فبراير', 'شباط', 'فيفري', 'february', 'feb'],
  ['مارس', 'اذار', 'march', 'mar'],
  ['ابريل', 'نيسان', 'افريل', 'april', 'apr'],
  ['مايو', 'ايار', 'ماي', 'may'],
  ['يونيو', 'حزيران', 'جوان', 'june', 'jun'],
  ['يوليو', 'تموز', 'جويليه', 'july', 'jul'],
  ['اغسطس', 'اب', 'اوت', 'غشت', 'august', 'aug'],
  ['سبتمبر', 'ايلول', 'شتنبر', 'september', 'sep'],
  ['اكتوبر', 'تشرين الاول', 'october', 'oct'],
  ['نوفمبر', 'تشرين الثاني', 'نونبر', 'november', 'nov'],
  ['ديسمبر', 'كانون الاول', 'دجنبر', 'december', 'dec'],
];
const monthNames = months
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|');

interface DatePattern {
  pattern: RegExp;
  /** Which groups are year, month and day. */
  order: readonly number[];
  /** Day and month may stand the other way round. */
  isOpen?: boolean;
}

const datePatterns: readonly DatePattern[] = [
  { pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/, order: [3, 2, 1], isOpen: true },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d{1,2})[ -]?(?:من )?(${monthNames})(?: ?/ ?(?:${monthNames}))?[ ,،-]{0,2}(\\d{4})(?!\\d)`,
      'i',
    ),
    order: [3, 2, 1],
  },
  {
    pattern: new RegExp(`(?<!\\p{L})(${monthNames}) (\\d{1,2})[ ,،]{1,2}(\\d{4})(?!\\d)`, 'iu'),
    order: [3, 1, 2],
  },
];
const labelPattern =
  /^(?:(?:تم )?(?:ال)?نشر(?:ت|ه)?(?: في| بتاريخ| يوم)?|تاريخ (?:ال)?نشر|التاريخ|بتاريخ|(?:تاريخ )?(?:اخر )?(?:ال)?تحديث(?: في)?|حدثت?(?: في)?|published(?: on)?|(?:last )?updated(?: on)?) ?[:\-–|]? ?/i;
const weekdayPattern =
  /^(?:يوم )?(?:السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|saturday|sunday|monday|tuesday|wednesday|thursday|friday|sat|sun|mon|tue|wed|thu|fri)(?!\p{L})/iu;
const separators = /^[\s,،:|/–—-]+|[\s,،:|/–—-]+$/g;
const relativePattern =
  /^(?:منذ|قبل) (?:\d{1,2} )?(?:ثوان|ثانيه|ثانيتين|دقيقه|دقيقتين|دقائق|ساعه|ساعتين|ساعات|يوم|يومين|ايام|اسبوع|اسبوعين|اسابيع|شهر|شهرين|اشهر)(?: واحده?)?$/;

/** A name of three words at most, with a comma or a dash between it and the date. */
function isPlace(words: string): boolean {
  return /^\p{L}+(?: \p{L}+){0,2} ?[،,–—-] ?$/u.test(words);
}

/** `T14:30`, empty where there is no time, null where the words are not a time. */
function readTime(words: string): string | null {
  if (words === '' || words === 'م') return '';
  const match =
    /^(?:م |at |الساعه )?(?:[-–|,،] ?)?(?:الساعه:? )?(\d{1,2}):(\d{2})(?::\d{2})? ?(ص|م|صباحا|مساء|ظهرا|am|pm)?(?: ?[-–|,(]? ?(?:بتوقيت )?\p{L}+(?: \p{L}+)?\)?)?$/iu.exec(
      words,
    );
  if (match === null) return null;
  let hour = Number(match[1]);
  const half = match[3]?.toLowerCase();
  if (half !== undefined && hour <= 12) {
    hour %= 12;
    if (!/^(?:ص|صباحا|am)$/.test(half)) hour += 12;
  }
  if (hour > 23 || Number(match[2]) > 59) return '';
  return `T${String(hour).padStart(2, '0')}:${match[2] ?? '00'}`;
}

/** Empty where day and month can be changed about; null where there is no such day. */
function toIsoDate(
  [yearText = '', monthText = '', dayText = '']: readonly string[],
  isOpen: boolean,
): string | null {
  const named = months.findIndex((names) => names.includes(monthText.toLowerCase())) + 1;
  const year = Number(yearText);
  let month = named > 0 ? named : Number(monthText);
  let day = Number(dayText);
  if (isOpen && month > 12 && day <= 12) [month, day] = [day, month];
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (isOpen && day <= 12 && day !== month) return '';
  return `${yearText}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
