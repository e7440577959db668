import { foldArabicText } from './fold.ts';

/** A number read from words, and the place after its last word. */
export interface NumberInWords {
  value: number;
  end: number;
}

/**
 * The longest cardinal number that begins at `words[at]`: both genders, every case, joined («خمسمئة») or not, with و on
 * the word or alone. Words are folded (`foldArabicText`). Null where none begins. Up to 999,999,999,999.
 */
export function parseCardinal(words: readonly string[], at: number): NumberInWords | null {
  let total = 0;
  let end = at;
  let lastScale = Number.POSITIVE_INFINITY;
  while (end < words.length) {
    const joined = end === at ? at : afterAnd(words, end);
    if (joined === null) break;
    const group = readGroup(words, joined);
    const scaleAt = group?.end ?? joined;
    const scale = cardinals.get(stemAt(words, scaleAt, group === null && end > at));
    if (
      scale?.kind === 'scale' &&
      scale.value < lastScale &&
      (group === null || scale.times === 1)
    ) {
      total += (group?.value ?? scale.times) * scale.value;
      lastScale = scale.value;
      end = scaleAt + 1;
    } else if (group === null) break;
    else return { value: total + group.value, end: group.end };
  }
  return end === at ? null : { value: total, end };
}

/**
 * The longest ordinal at `words[at]`, 1 to 99, folded words. `definite`: with the article («الحادي والعشرين»); without it
 * only 1 to 10 exist («ثالث»).
 */
export function parseOrdinal(
  words: readonly string[],
  at: number,
  definite: boolean,
): NumberInWords | null {
  const word = words[at] ?? '';
  if (!definite) {
    const value = bareOrdinals.get(word);
    return value === undefined ? null : { value, end: at + 1 };
  }
  const tens = ordinalTens.get(word);
  if (tens !== undefined) return { value: tens, end: at + 1 };
  const unit = ordinalUnits.get(word);
  if (unit === undefined) return null;
  const after = words[at + 1] ?? '';
  if (unit < 10 && (after === 'عشر' || after === 'عشره'))
    return { value: Math.floor(unit) + 10, end: at + 2 };
  const joined =
    after === 'و' ? ordinalTens.get(words[at + 2] ?? '') : ordinalTens.get(after.slice(1));
  if (unit < 10 && joined !== undefined && after.startsWith('و'))
    return { value: Math.floor(unit) + joined, end: at + (after === 'و' ? 3 : 2) };
  return unit === eleventhOnly ? null : { value: unit, end: at + 1 };
}

/** A whole number from 0 to 999,999,999,999 in words, nominative or (`oblique`) the other case, for a noun of `gender`. */
export function writeCardinal(
  value: number,
  gender: 'masculine' | 'feminine' = 'masculine',
  oblique = false,
): string {
  if (value === 0) return 'صفر';
  const parts: string[] = [];
  let rest = value;
  for (const { size, one, two, few, many } of scales) {
    const count = Math.floor(rest / size);
    rest %= size;
    if (count === 0) continue;
    if (count === 1) parts.push(one);
    else if (count === 2) parts.push(oblique ? two.replace(/ان$/, 'ين') : two);
    else {
      const below = count % 100;
      const noun = below >= 3 && below <= 10 ? few : below >= 11 ? many : one;
      parts.push(`${writeHundreds(count, 'masculine', oblique)} ${noun}`);
    }
  }
  if (rest > 0) parts.push(writeHundreds(rest, gender, oblique));
  return parts.join(' و');
}

/** The definite ordinal of 1 to 99: «الحادية والعشرون». */
export function writeOrdinal(
  value: number,
  gender: 'masculine' | 'feminine' = 'masculine',
  oblique = false,
): string {
  const feminine = gender === 'feminine';
  const unit = value % 10;
  const ten = tensWords[Math.floor(value / 10)] ?? '';
  const tens = `ال${oblique ? ten.replace(/ون$/, 'ين') : ten}`;
  if (value > 10 && unit === 0) return tens;
  const first = value > 10 && unit === 1;
  const names = feminine ? feminineOrdinals : masculineOrdinals;
  const name = first ? (feminine ? 'الحادية' : 'الحادي') : `ال${names[value <= 10 ? value : unit]}`;
  if (value <= 10) return name;
  return value < 20 ? `${name} ${feminine ? 'عشرة' : 'عشر'}` : `${name} و${tens}`;
}

/** Words, folded, that can begin a cardinal. */
export function cardinalWords(): Iterable<string> {
  return cardinals.keys();
}

/** Words, folded, that can begin an ordinal. */
export function ordinalWords(definite: boolean): Iterable<string> {
  return definite ? [...ordinalUnits.keys(), ...ordinalTens.keys()] : bareOrdinals.keys();
}

/** «الحادي» alone is no ordinal. */
const eleventhOnly = 1.5;

type Entry =
  | { kind: 'unit' | 'ten' | 'hundred'; value: number }
  | { kind: 'scale'; value: number; times: number };

const unitWords = [
  'واحد واحدة أحد إحدى',
  'اثنان اثنين إثنان إثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي',
  'ثلاثة ثلاث تلاتة',
  'أربعة أربع',
  'خمسة خمس',
  'ستة ست',
  'سبعة سبع',
  'ثمانية ثمان ثماني ثمانِ',
  'تسعة تسع',
  'عشرة عشر',
];
const tensWords = [
  '',
  'عشر',
  'عشرون',
  'ثلاثون',
  'أربعون',
  'خمسون',
  'ستون',
  'سبعون',
  'ثمانون',
  'تسعون',
];
const hundredPrefixes = ['', '', '', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const masculineOrdinals = [
  '',
  'أول',
  'ثاني',
  'ثالث',
  'رابع',
  'خامس',
  'سادس',
  'سابع',
  'ثامن',
  'تاسع',
  'عاشر',
];
const feminineOrdinals = [
  '',
  'أولى',
  'ثانية',
  'ثالثة',
  'رابعة',
  'خامسة',
  'سادسة',
  'سابعة',
  'ثامنة',
  'تاسعة',
  'عاشرة',
];
const scales = [
  { size: 1e9, one: 'مليار', two: 'ملياران', few: 'مليارات', many: 'مليارا' },
  { size: 1e6, one: 'مليون', two: 'مليونان', few: 'ملايين', many: 'مليونا' },
  { size: 1e3, one: 'ألف', two: 'ألفان', few: 'آلاف', many: 'ألفا' },
];

const cardinals = new Map<string, Entry>();
const ordinalUnits = new Map<string, number>();
const ordinalTens = new Map<string, number>();
const bareOrdinals = new Map<string, number>();
fillTables();

function fillTables(): void {
  const add = (words: string, entry: Entry) => {
    for (const word of foldArabicText(words).split(' ')) cardinals.set(word, entry);
  };
  unitWords.forEach((words, index) => add(words, { kind: 'unit', value: index + 1 }));
  tensWords.forEach((word, index) => {
    if (index < 2) return;
    const oblique = word.replace(/ون$/, 'ين');
    add(`${word} ${oblique}`, { kind: 'ten', value: index * 10 });
    ordinalTens.set(foldArabicText(`ال${word}`), index * 10);
    ordinalTens.set(foldArabicText(`ال${oblique}`), index * 10);
  });
  for (const hundred of ['مئة', 'مائة', 'ميه']) {
    add(hundred, { kind: 'hundred', value: 100 });
    hundredPrefixes.forEach((prefix, index) => {
      if (prefix === '') return;
      add(`${prefix}${hundred}`, { kind: 'hundred', value: index * 100 });
      if (index === 8) add(`ثماني${hundred}`, { kind: 'hundred', value: 800 });
    });
  }
  add('مئتان مئتين مائتان مائتين مئتا مائتا مئتي مائتي', { kind: 'hundred', value: 200 });
  for (const { size, one, two, few, many } of scales) {
    add(`${one} ${few} ${many}`, { kind: 'scale', value: size, times: 1 });
    const dual = two.replace(/ان$/, '');
    add(`${dual}ان ${dual}ين ${dual}ا ${dual}ي`, { kind: 'scale', value: size, times: 2 });
  }
  // «ألفا» is both the counted thousand and the dual before a noun; counted is what numbers hold inside.
  cardinals.set('الفا', { kind: 'scale', value: 1000, times: 1 });
  cardinals.set('مليونا', { kind: 'scale', value: 1e6, times: 1 });
  cardinals.set('مليارا', { kind: 'scale', value: 1e9, times: 1 });
  for (let value = 1; value <= 10; value += 1) {
    for (const name of [masculineOrdinals[value] ?? '', feminineOrdinals[value] ?? '']) {
      ordinalUnits.set(foldArabicText(`ال${name}`), value);
      bareOrdinals.set(foldArabicText(name), value);
    }
  }
  bareOrdinals.set('ثان', 2);
  ordinalUnits.set('الحادي', eleventhOnly);
  ordinalUnits.set('الحاديه', eleventhOnly);
}

/** Below a thousand: hundreds, then units before tens. `at` may carry the و that joins it. */
function readGroup(words: readonly string[], at: number): NumberInWords | null {
  const word = stemAt(words, at, true);
  const entry = cardinals.get(word);
  if (entry === undefined || entry.kind === 'scale') return null;
  const next = cardinals.get(words[at + 1] ?? '');
  let hundreds = entry.kind === 'hundred' ? { value: entry.value, end: at + 1 } : null;
  // «تسع مئة», in two words.
  if (entry.kind === 'unit' && entry.value > 2 && next?.kind === 'hundred' && next.value === 100)
    hundreds = { value: entry.value * 100, end: at + 2 };
  if (hundreds === null) return readBelowHundred(words, at);
  const joined = afterAnd(words, hundreds.end);
  const rest = joined === null ? null : readBelowHundred(words, joined);
  // «مئة وألف» is two numbers, «مئة وخمسة آلاف» one.
  return rest === null ? hundreds : { value: hundreds.value + rest.value, end: rest.end };
}

function readBelowHundred(words: readonly string[], at: number): NumberInWords | null {
  const entry = cardinals.get(stemAt(words, at, true));
  if (entry?.kind === 'ten') return { value: entry.value, end: at + 1 };
  if (entry?.kind !== 'unit') return null;
  const after = words[at + 1];
  if (entry.value === 10) return { value: 10, end: at + 1 };
  if (after === 'عشر' || after === 'عشره') return { value: entry.value + 10, end: at + 2 };
  const joined = afterAnd(words, at + 1);
  const ten = joined === null ? undefined : cardinals.get(stemAt(words, joined, true));
  return ten?.kind === 'ten' && joined !== null
    ? { value: entry.value + ten.value, end: joined + 1 }
    : { value: entry.value, end: at + 1 };
}

/** Where what «و» joins stands: the same word, or the next one where و stands alone. */
function afterAnd(words: readonly string[], at: number): number | null {
  const word = words[at] ?? '';
  if (word === 'و') return at + 1;
  // «وأحد عشر», which folding makes one with «واحد».
  if (word === 'واحد' && (words[at + 1] ?? '').startsWith('عشر')) return at;
  return word.startsWith('و') && !cardinals.has(word) ? at : null;
}

function stemAt(words: readonly string[], at: number, mayJoin: boolean): string {
  const word = words[at] ?? '';
  return mayJoin && word.startsWith('و') && !cardinals.has(word) ? word.slice(1) : word;
}

function writeHundreds(value: number, gender: 'masculine' | 'feminine', oblique: boolean): string {
  const parts: string[] = [];
  const hundreds = Math.floor(value / 100);
  if (hundreds === 1) parts.push('مئة');
  else if (hundreds === 2) parts.push(oblique ? 'مئتين' : 'مئتان');
  else if (hundreds > 2) parts.push(`${hundredPrefixes[hundreds]}مئة`);
  const rest = value % 100;
  // Polarity: 3 to 10 take the other gender than the noun, 1 and 2 the same.
  const feminine = gender === 'feminine';
  const unit = (digit: number): string => {
    if (digit === 1) return feminine ? 'إحدى' : 'واحد';
    if (digit === 2) {
      if (feminine) return oblique ? 'اثنتين' : 'اثنتان';
      return oblique ? 'اثنين' : 'اثنان';
    }
    return unitWords[digit - 1]?.split(' ')[feminine ? 1 : 0] ?? '';
  };
  if (rest > 0 && rest <= 10) parts.push(rest === 1 && feminine ? 'واحدة' : unit(rest));
  else if (rest > 10 && rest < 20) {
    const digit = rest - 10;
    let first = unit(digit);
    if (digit === 1) first = feminine ? 'إحدى' : 'أحد';
    if (digit === 2) first = first.slice(0, -1);
    parts.push(`${first} ${feminine ? 'عشرة' : 'عشر'}`);
  } else if (rest >= 20) {
    const ten = tensWords[Math.floor(rest / 10)] ?? '';
    if (rest % 10 > 0) parts.push(unit(rest % 10));
    parts.push(oblique ? ten.replace(/ون$/, 'ين') : ten);
  }
  return parts.join(' و');
}
