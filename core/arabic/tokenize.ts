/** One token of a text. Offsets are UTF-16 units, end exclusive. */
export interface Token {
  start: number;
  end: number;
  /** As written: `text.slice(start, end)`. */
  surface: string;
  /** The surface without vowel marks and tatweel; letters and digits as written. */
  bare: string;
  kind: TokenKind;
}

/**
 * `arabic`, `latin`: a run of letters of that script or any other, with the marks on them. `number`: digits of either
 * kind, with separators inside (`3.5`, `٣٫٥`, `1,200`; not `28/1`). `mark`: one sign of punctuation or a symbol.
 * `break`: a line's end, by which blocks of an article are told apart.
 */
export type TokenKind = 'arabic' | 'latin' | 'number' | 'mark' | 'break';

/**
 * Tokens in reading order. Between two of them only spaces and characters without a form of their own are left out. A
 * change of script ends a word (`فبعدSpeeches` is two tokens), a word with its clitics is one, and so is no word with a
 * hyphen. Never throws.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const start = at;
    at += widthAt(text, at);
    if (kind === space || kind === combining) continue;
    if (kind === letter || kind === arabicLetter) {
      at = endOfWord(text, at, kind);
    } else if (kind === digit) {
      at = endOfNumber(text, at);
    }
    const surface = text.slice(start, at);
    tokens.push({
      start,
      end: at,
      surface,
      bare: kind === arabicLetter ? withoutMarks(surface) : surface,
      kind: tokenKinds[kind] ?? 'mark',
    });
  }
  return tokens;
}

/** A word without vowel marks, superscript alef, Quranic signs, tatweel and direction marks. */
export function withoutMarks(word: string): string {
  return hasMark.test(word) ? word.replaceAll(marks, '') : word;
}

const space = 1;
const combining = 2;
const letter = 3;
const arabicLetter = 4;
const digit = 5;
const lineEnd = 6;
const sign = 7;

const tokenKinds: Readonly<Record<number, TokenKind>> = {
  [letter]: 'latin',
  [arabicLetter]: 'arabic',
  [digit]: 'number',
  [lineEnd]: 'break',
  [sign]: 'mark',
};

const hasMark = /[\p{Mn}\u0640\u200c-\u200f\u061c]/u;
const marks = /[\p{Mn}\u0640\u200c-\u200f\u061c]/gu;

/** One cell a UTF-16 unit; 0 is not known yet. */
const kinds = new Uint8Array(0x10000);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] ?? 0;
  if (known !== 0) return known;
  if (unit >= 0xd800 && unit <= 0xdfff)
    return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const kind = kindOf(text.charAt(at));
  kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/[\n\r\u2028\u2029\u0085]/.test(character)) return lineEnd;
  if (character === '\u0640') return arabicLetter;
  if (/\p{M}/u.test(character)) return combining;
  if (/[\p{Z}\p{Cc}\p{Cf}]/u.test(character)) return space;
  if (/\p{Nd}/u.test(character)) return digit;
  if (/\p{L}/u.test(character)) return /\p{Script=Arabic}/u.test(character) ? arabicLetter : letter;
  return sign;
}

function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Marks stay with their word, and so do joiners and direction marks that stand between two of its letters. */
function endOfWord(text: string, from: number, kind: number): number {
  let end = from;
  let at = from;
  while (at < text.length) {
    const next = kindAt(text, at);
    if (next === kind || next === combining) {
      at += widthAt(text, at);
      end = at;
    } else if (isInvisible(text.charCodeAt(at))) at += 1;
    else break;
  }
  return end;
}

function endOfNumber(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && kindAt(text, at) === digit) at += widthAt(text, at);
    const isInside =
      separators.has(text.charAt(at)) && at + 1 < text.length && kindAt(text, at + 1) === digit;
    if (!isInside) return at;
    at += 1;
  }
}

/** Decimal and thousands separators of both scripts. */
const separators: ReadonlySet<string> = new Set(['.', ',', '\u066b', '\u066c']);

function isInvisible(unit: number): boolean {
  return (unit >= 0x200c && unit <= 0x200f) || unit === 0x061c || unit === 0x00ad;
}
