import { tokenize } from '../../arabic/tokenize.ts';
import type { Token } from '../../arabic/tokenize.ts';
import type { NameKind, Span } from '../mentions.ts';

import { wordKey } from './word-key.ts';

/** A text's tokens with their keys. */
export interface TextWords {
  text: string;
  tokens: readonly Token[];
  /** As the model knows them. */
  plain: readonly string[];
  /** As names are compared. */
  keys: readonly string[];
}

/** A proper name while an article is being read. Token places: end exclusive. */
export interface Draft {
  start: number;
  end: number;
  fromToken: number;
  toToken: number;
  kind: NameKind;
  confidence: number;
  origin: string;
  /** Keys of its words, compared as names are: the first without attached particles. */
  words: readonly string[];
  /** Place in the directory's list, where it was recognised from there. */
  known: number | null;
  title: Span | null;
}

export function textWords(text: string): TextWords {
  const tokens = tokenize(text);
  const plain = tokens.map(wordKey);
  return { text, tokens, plain, keys: plain.map(nameWord) };
}

/** A word as names are compared: ة, ه and ا at the end are one (سورية, سوريا), hamza on و and ي is nothing. */
export function nameWord(key: string): string {
  const last = key.charCodeAt(key.length - 1);
  // ة, ه; most words have neither these at the end nor a hamza on a carrier.
  if (last !== 0x629 && last !== 0x647 && !key.includes('ؤ') && !key.includes('ئ')) return key;
  return key
    .replaceAll('ؤ', 'و')
    .replaceAll('ئ', 'ي')
    .replace(/(?<=..)[ةه]$/, 'ا');
}

/** The words of a name given as text. */
export function nameWords(name: string): string[] {
  return textWords(name).keys.filter((key) => key !== '\n');
}

/**
 * Letters of particles in front when `key` is `word` with و ف ب ل ك attached; -1 when it is another word. `لل` for a word
 * with the article counts as no letters, as it stays in the span.
 */
export function attachedTo(key: string, word: string): number {
  if (key === word) return 0;
  if (key.length <= word.length - 1) return -1;
  if (key.endsWith(word)) {
    const before = key.slice(0, -word.length);
    return particles.has(before) ? before.length : -1;
  }
  if (!word.startsWith('ال')) return -1;
  const tail = word.slice(2);
  if (key === `لل${tail}`) return 0;
  return key === `ولل${tail}` || key === `فلل${tail}` ? 1 : -1;
}

const particles: ReadonlySet<string> = new Set('و ف ب ل ك وب ول وك فب فل'.split(' '));

/** Where a token begins when its first letters are particles; marks on them go with them. */
export function afterLetters(token: Token, letters: number): number {
  if (letters === 0) return token.start;
  let seen = 0;
  for (let at = 0; at < token.surface.length; at += 1) {
    if (/[\p{Mn}\u0640\u200c-\u200f\u061c\u00ad]/u.test(token.surface.charAt(at))) continue;
    if (seen === letters) return token.start + at;
    seen += 1;
  }
  return token.start;
}

/** Where `words` stand from token `at` on: letters of particles before the first, -1 where they do not. */
export function matchAt({ keys }: TextWords, at: number, words: readonly string[]): number {
  const [first] = words;
  const key = keys[at];
  if (first === undefined || key === undefined) return -1;
  const attached = attachedTo(key, first);
  if (attached < 0) return -1;
  for (let place = 1; place < words.length; place += 1)
    if (keys[at + place] !== words[place]) return -1;
  return attached;
}

export function spanOf({ text }: TextWords, start: number, end: number): Span {
  return { start, end, surface: text.slice(start, end) };
}
