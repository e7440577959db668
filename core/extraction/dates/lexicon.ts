import { foldArabicText } from '../../arabic/fold.ts';
import { cardinalWords, ordinalWords } from '../../arabic/numerals.ts';
import type { Grammar } from './compile-grammar.ts';
import { clitics, withoutClitic } from './known-word.ts';
import type { Known, Reading } from './known-word.ts';
import { signs, wordLists } from './lexicon-words.ts';
import { nativeCategories } from './pattern.ts';

/** Looks words up, with and without what is attached before them. */
export interface Lexicon {
  /** What the folded word can be; null for nearly all words. `written`: as the text has it, where spelling tells. */
  look(word: string, written: () => string): Known | null;
  /** What a number in digits can be. */
  lookNumber(digits: string): Known;
}

/** Names of all categories that the lexicon gives. */
export function lexiconCategories(): string[] {
  return [...Object.keys(wordLists), ...signs.keys(), ...numberCategories, ...nativeCategories];
}

/** For one grammar, whose literal words it knows beside its own. */
export function createLexicon({ categories, know }: Pick<Grammar, 'categories' | 'know'>): Lexicon {
  const table = new Map<string, Reading[]>();
  const add = (word: string, category: string, value: number) => {
    const id = categories.get(category);
    if (id === undefined) throw new Error(`no category ${category}`);
    const all = table.get(word);
    const reading = { category: id, value, clitic: clitics.none };
    if (all === undefined) table.set(word, [reading]);
    else if (!all.some((one) => one.category === id && one.value === value)) all.push(reading);
  };
  for (const [category, values] of Object.entries(wordLists)) {
    for (const [value, words] of Object.entries(values))
      for (const word of foldArabicText(words).split(' ')) add(word, category, Number(value));
  }
  for (const [category, list] of signs) for (const sign of list) add(sign, category, 0);
  for (const word of cardinalWords()) add(word, 'cardinal', 0);
  for (const word of ordinalWords(false)) add(word, 'ordinal', 0);
  for (const word of ordinalWords(true)) add(word, 'the-ordinal', 0);
  for (const name of categories.keys()) if (name.startsWith('=')) add(name.slice(1), name, 0);

  const stripped = (word: string, clitic: number): readonly Reading[] => {
    const stem = withoutClitic(word, clitic);
    // «للاثنين» is for the two of them.
    if (clitic === clitics.لل && stem === 'الاثنين') return [];
    // «كذلك», «لذلك», «بذلك» are words of their own.
    if (stem === 'ذلك' && clitic !== clitics.و && clitic !== clitics.ف) return [];
    const readings = stem.length < 2 ? undefined : table.get(stem);
    return readings?.map((reading) => ({ ...reading, clitic })) ?? [];
  };
  const read = (word: string, one: number, isDouble: boolean): Known | null => {
    const found = [
      ...(table.get(word) ?? []),
      ...(one === clitics.none ? [] : stripped(word, one)),
      ...(isDouble ? stripped(word, clitics.double) : []),
    ];
    return found.length === 0 ? null : know(found);
  };
  // Words that were found, so that each has one list for good; as many as the lexicon has forms.
  const seen = new Map<string, Known>();
  const look = (word: string, written: () => string): Known | null => {
    const known = seen.get(word);
    if (known !== undefined) return isAugust(word) ? august(known, word, written()) : known;
    const first = word.charCodeAt(0);
    let one: number = clitics.none;
    let isDouble = false;
    if (first === waw || first === fa || first === ba || first === lam || first === kaf) {
      const second = word.charCodeAt(1);
      one = first === lam && second === lam ? clitics.لل : (cliticOf.get(first) ?? clitics.none);
      isDouble = (first === waw || first === fa) && (second === ba || second === lam);
      if (
        !table.has(word) &&
        !table.has(withoutClitic(word, one)) &&
        !(isDouble && table.has(word.slice(2)))
      )
        return null;
    } else if (!table.has(word)) return null;
    const found = read(word, one, isDouble);
    if (found === null) return null;
    seen.set(word, found);
    return isAugust(word) ? august(found, word, written()) : found;
  };
  // «أب» is a father; only «آب» is August by itself, and what has lost its madda may be.
  const [strong = -1, weak = -1] = ['lev-month', 'weak-month'].map((name) => categories.get(name));
  const august = (found: Known, word: string, spelled: string): Known | null => {
    if (spelled.includes('آ')) return found;
    // «باب» is a door.
    const isFather = spelled.includes('أ') || spelled.includes('إ');
    const key = `${isFather ? 'father' : 'bare'} ${word}`;
    let variant = seen.get(key);
    if (variant === undefined) {
      variant = know(
        found.readings
          .filter(({ category, clitic }) => category !== strong || (!isFather && clitic === 0))
          .map((one) => (one.category === strong ? { ...one, category: weak } : one)),
      );
      seen.set(key, variant);
    }
    return variant.readings.length === 0 ? null : variant;
  };
  // Short numbers come again and again; the table stays small.
  const numbers = new Map<string, Known>();
  const lookNumber = (digits: string): Known => {
    let found = numbers.get(digits);
    if (found === undefined) {
      found = know(numberReadings(digits, categories));
      if (digits.length <= 4) numbers.set(digits, found);
    }
    return found;
  };
  return { look, lookNumber };
}

function isAugust(word: string): boolean {
  return word.endsWith('اب') && word.length <= 4;
}

const [waw, fa, ba, lam, kaf] = [0x648, 0x641, 0x628, 0x644, 0x643];
const cliticOf = new Map([
  [waw, clitics.و],
  [fa, clitics.ف],
  [ba, clitics.ب],
  [lam, clitics.ل],
  [kaf, clitics.ك],
]);

/** Kinds of numbers in digits; one number is of several. */
const numberCategories = [
  'digits',
  'day-digits',
  'month-digits',
  'year-digits',
  'hijri-digits',
  'short-year',
  'hour-digits',
  'minute-digits',
  'dotted-clock',
  'dotted-date',
  'dotted-pair',
  'decimal',
];

function numberReadings(digits: string, categories: ReadonlyMap<string, number>): Reading[] {
  const readings: Reading[] = [];
  const add = (category: string, value: number) => {
    readings.push({ category: categories.get(category) ?? -1, value, clitic: clitics.none });
  };
  if (/^\d+$/.test(digits)) {
    const value = Number(digits);
    add('digits', value);
    if (digits.length <= 2) {
      if (value >= 1 && value <= 31) add('day-digits', value);
      if (value >= 1 && value <= 12) add('month-digits', value);
      if (value <= 24) add('hour-digits', value);
      if (digits.length === 2 && value < 60) add('minute-digits', value);
      if (digits.length === 2) add('short-year', value);
    }
    if (digits.length === 4 && value >= 1000 && value <= 2199) add('year-digits', value);
    if (digits.length === 4 && value >= 1200 && value <= 1500) add('hijri-digits', value);
  } else {
    const parts = digits.split(/[.,]/).map(Number);
    const [a = 0, b = 0, c = 0] = parts;
    if (parts.length === 3) {
      if (c > 1000 && c < 2200 && a <= 31 && b <= 12) add('dotted-date', c * 10_000 + b * 100 + a);
      else if (a > 1000 && a < 2200 && c <= 31 && b <= 12)
        add('dotted-date', a * 10_000 + b * 100 + c);
    } else if (parts.length === 2) {
      if (a <= 24 && b < 60 && /[.,]\d\d$/.test(digits)) add('dotted-clock', a * 60 + b);
      if (a <= 12 && b > 12 && b <= 31) add('dotted-pair', a * 100 + b);
      else if (b <= 12 && a <= 31) add('dotted-pair', b * 100 + a);
    }
    const grouped = /^\d{1,3}(,\d{3})+$/.test(digits);
    if (grouped) add('digits', Number(digits.replaceAll(',', '')));
    else if (parts.length === 2) add('decimal', Number(digits.replace(',', '.')));
  }
  return readings;
}
