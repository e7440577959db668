import type { Token } from '../../arabic/tokenize.ts';

/**
 * What the model knows a token by. Arabic words: hamza on alef and madda are nothing, final alef maqsura is yeh, Persian
 * and Urdu forms are the Arabic letters. Numbers: how many digits. Quotation marks of all kinds are one, and so are
 * dashes. Other letters: lower case.
 */
export function wordKey(token: Token): string {
  switch (token.kind) {
    case 'arabic':
      return foldWord(token.bare);
    case 'number':
      return numberKey(token.bare);
    case 'latin':
      return token.bare.toLowerCase();
    case 'mark':
      return marks.get(token.bare) ?? token.bare;
    case 'break':
      return '\n';
  }
}

/** The folding of `wordKey` for one Arabic word without vowel marks. Keeps the length. */
export function foldWord(bare: string): string {
  return needsFolding.test(bare)
    ? bare.replaceAll(folded, (letter) => letters.get(letter) ?? letter)
    : bare;
}

const letters: ReadonlyMap<string, string> = new Map([
  ...[...'أإآٱ'].map((form) => [form, 'ا'] as const),
  ...[...'ىیې'].map((form) => [form, 'ي'] as const),
  ...[...'کڪ'].map((form) => [form, 'ك'] as const),
  ['ہ', 'ه'],
  ['پ', 'ب'],
  ['چ', 'ج'],
  ['ڤ', 'ف'],
  ['ڥ', 'ف'],
  ['گ', 'غ'],
]);

const folded = /[أإآٱىیېکڪہپچڤڥگ]/g;
const needsFolding = /[أإآٱىیېکڪہپچڤڥگ]/;

const marks: ReadonlyMap<string, string> = new Map([
  ...[..."“”«»„‟‘’‹›'`´"].map((form) => [form, '"'] as const),
  ...[...'–—−‐‑'].map((form) => [form, '-'] as const),
  ['[', '('],
  [']', ')'],
  ['{', '('],
  ['}', ')'],
  ['…', '.'],
  ['?', '؟'],
  [',', '،'],
  [';', '؛'],
]);

function numberKey(bare: string): string {
  if (separator.test(bare)) return '#.';
  return bare.length > 4 ? '#5' : `#${String(bare.length)}`;
}

const separator = /[^\p{Nd}]/u;
