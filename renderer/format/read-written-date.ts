import { readDate } from './read-date.ts';

/**
 * A date as a newspaper writes it, when it can only mean one thing: `28 يناير 2026`, `كانون الثاني 2026`,
 * `28 يناير/كانون الثاني 2026`, `January 28, 2026`, and what `readDate` reads except a day and month that could be the other way round. Null else.
 */
export function readWrittenDate(surface: string): string | null {
  const text = surface
    .replace(/[\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x6f0))
    .replace(/[\u064b-\u0652\u0640\u200e\u200f]/g, '')
    .trim();
  const worded = readWorded(text);
  if (worded !== undefined) return readDate(worded) ?? null;
  const [, first, second] = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}$/.exec(text) ?? [];
  const isAmbiguous = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  return isAmbiguous ? null : (readDate(text) ?? null);
}

function readWorded(text: string): string | undefined {
  const names = [...monthNames.keys()].join('|');
  const dayFirst = new RegExp(
    `^(?:(\\d{1,2})\\s+(?:من\\s+)?)?(${names})(?:\\s*/\\s*(${names}))?[،,]?\\s+(\\d{4})م?$`,
    'i',
  );
  const monthFirst = new RegExp(`^(${names})\\s+(\\d{1,2}),?\\s+(\\d{4})$`, 'i');
  const [, day, month, again, year] = dayFirst.exec(text) ?? inOrder(monthFirst.exec(text));
  const number = month === undefined ? undefined : monthNames.get(month.toLowerCase());
  if (number === undefined || year === undefined) return undefined;
  // The same month twice, as the Levant and the rest call it; two months are no date.
  if (again !== undefined && monthNames.get(again.toLowerCase()) !== number) return undefined;
  const yearAndMonth = `${year}-${String(number).padStart(2, '0')}`;
  return day === undefined ? yearAndMonth : `${yearAndMonth}-${day.padStart(2, '0')}`;
}

function inOrder(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match === null ? [] : [match[0], match[2], match[1], undefined, match[3]];
}

/** CLDR: Gregorian months of the Arab east, the Levant and the Maghreb, and English. Longest first where one starts another. */
const monthNames: ReadonlyMap<string, number> = new Map(
  [
    ['يناير', 'كانون الثاني', 'جانفي', 'january', 'jan'],
    ['فبراير', 'شباط', 'فيفري', 'february', 'feb'],
    ['مارس', 'آذار', 'اذار', 'march', 'mar'],
    ['أبريل', 'ابريل', 'إبريل', 'نيسان', 'أفريل', 'april', 'apr'],
    ['مايو', 'أيار', 'ايار', 'ماي', 'may'],
    ['يونيو', 'يونيه', 'حزيران', 'جوان', 'june', 'jun'],
    ['يوليو', 'يوليه', 'تموز', 'جويلية', 'july', 'jul'],
    ['أغسطس', 'اغسطس', 'آب', 'أوت', 'غشت', 'august', 'aug'],
    ['سبتمبر', 'أيلول', 'ايلول', 'شتنبر', 'september', 'sep'],
    ['أكتوبر', 'اكتوبر', 'تشرين الأول', 'تشرين الاول', 'october', 'oct'],
    ['نوفمبر', 'تشرين الثاني', 'نونبر', 'november', 'nov'],
    ['ديسمبر', 'كانون الأول', 'كانون الاول', 'دجنبر', 'december', 'dec'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);
