import { createCharacterMap } from './character-map.ts';
import type { MappedText } from './character-map.ts';

/**
 * Text as it is compared, so that what readers take for one word is one: Unicode's primary strength for Arabic (hamza on
 * a carrier is its carrier: أ إ آ ٱ are ا, ؤ is و, ئ is ي), and Lucene's Arabic normalisation (ى is ي, ة is ه; tashkeel
 * and tatweel are nothing). A hamza that stands alone stays a letter, as in both. Arabic-Indic and Persian digits are
 * ASCII; Persian, Urdu and Maghrebi letter forms are the Arabic letter; پ چ ڤ گ, by which foreign sounds are written, are
 * ب ج ف ك. Presentation forms and other compatibility characters are what they stand for; Latin, Greek and Cyrillic lose
 * case and diacritics. Zero-width and direction characters are nothing. Idempotent, and fold(a + b) is fold(a) + fold(b).
 * The map goes both ways through `originalSpan` and `mappedOffset`.
 */
export function foldArabic(text: string): MappedText {
  return fold.withOffsets(text);
}

/** The same text without the way back, several times faster. */
export function foldArabicText(text: string): string {
  return fold(text);
}

/** The rule for one character (one code point). */
export function foldCharacter(character: string): string {
  // One pass may uncover another: a compatibility form of a capital, of a digit, of a carrier with hamza.
  let folded = foldOnce(character);
  for (let again = foldOnce(folded); again !== folded; again = foldOnce(folded)) folded = again;
  return folded;
}

/** Whether a character that folds to nothing is written on the letter before it. */
export function isAttachedMark(character: string): boolean {
  return attachedMark.test(character);
}

const letters = new Map<string, string>([
  ...[...'ٱٲٳ'].map((form) => [form, 'ا'] as const),
  ...[...'ىیېےۍ'].map((form) => [form, 'ي'] as const),
  ...[...'ةہھەۃ'].map((form) => [form, 'ه'] as const),
  ...[...'کڪڭګگ'].map((form) => [form, 'ك'] as const),
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ڤ', 'ف'],
  ['ڥ', 'ف'],
  ['ς', 'σ'],
  ['ß', 'ss'],
  ['٫', '.'],
  ['٬', ','],
  ...[...'٠١٢٣٤٥٦٧٨٩'].map((digit, value) => [digit, String(value)] as const),
  ...[...'۰۱۲۳۴۵۶۷۸۹'].map((digit, value) => [digit, String(value)] as const),
]);

/** Marks of the scripts named above, tatweel, small waw and yeh, high hamza. Other scripts keep their vowel signs. */
const attachedMark =
  // oxlint-disable-next-line no-misleading-character-class -- single marks are meant, not letters with them
  /^[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u0674\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0897-\u089f\u08ca-\u08e1\u08e3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f]$/;

const invisible = /^[\p{Cf}\u{e0100}-\u{e01ef}]$/u;

/** Isolated tashkeel, whose decomposition would put a space into the word. */
const isolatedMark = /^[\ufc5e-\ufc63\ufcf2-\ufcf4\ufe70-\ufe7f]$/;

const fold = createCharacterMap(foldCharacter, isAttachedMark);

function foldOnce(text: string): string {
  let folded = '';
  for (const character of text) {
    if (isolatedMark.test(character)) continue;
    for (const part of character.normalize('NFKD')) {
      if (attachedMark.test(part) || invisible.test(part)) continue;
      folded += letters.get(part) ?? part.toLowerCase();
    }
  }
  return folded;
}
