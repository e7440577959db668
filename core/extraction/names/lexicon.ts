import { splitClitics } from './clitics.ts';
import { featureHash } from './hash.ts';
import type { WordFacts } from './word-features.ts';

/** What the model knows of single words, rows of the same words in each array. */
export interface Lexicon {
  dimensions: number;
  levels: number;
  /** Hash of the key by row. */
  hashes: Uint32Array;
  /** How often the word stands in the news the model was made from. */
  counts: Uint32Array;
  /** `dimensions` a row, in 127ths. */
  vectors: Int8Array;
  /** `levels` a row, finest group first. */
  clusters: Uint16Array;
  /** `statisticCount` a row: the root of the share of each label but the first among the word's places in news, in 255ths. */
  statistics: Uint8Array;
  rowOf: (key: string) => number;
  countOf: (key: string) => number;
}

export const statisticCount = 8;

export type LexiconRows = Omit<Lexicon, 'rowOf' | 'countOf'>;

/** Numbers that go into the network for one word. */
export function inputSize(lexicon: { dimensions: number }): number {
  return lexicon.dimensions + flagCount + statisticCount;
}

const flagCount = 16;

export function createLexicon(rows: LexiconRows): Lexicon {
  const { hashes } = rows;
  let size = 1;
  while (size < hashes.length * 2) size *= 2;
  const table = new Int32Array(size).fill(-1);
  for (let row = 0; row < hashes.length; row += 1) {
    let slot = (hashes[row] as number) & (size - 1);
    while ((table[slot] as number) >= 0) slot = (slot + 1) & (size - 1);
    table[slot] = row;
  }
  const rowOf = (key: string): number => {
    const hash = featureHash(wordHash, key);
    for (let slot = hash & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const row = table[slot] as number;
      if (row < 0 || hashes[row] === hash) return row;
    }
  };
  return { ...rows, rowOf, countOf: (key) => rows.counts[rowOf(key)] ?? 0 };
}

/** The kind under which `featureHash` names a word. */
export const wordHash = 500;

export function factsOf(lexicon: Lexicon, key: string): WordFacts {
  const { attached, rest } = splitClitics(key, lexicon.countOf);
  const row = knownRow(lexicon, key, rest);
  const clusters =
    row < 0 ? [] : [...lexicon.clusters.subarray(row * lexicon.levels, (row + 1) * lexicon.levels)];
  return { key, rest, attached, clusters };
}

/** The network's input for a word, into `input`; `null` is the place past a sentence's edge. */
export function writeInput(lexicon: Lexicon, facts: WordFacts | null, input: Float32Array): void {
  const { dimensions } = lexicon;
  input.fill(0);
  if (facts === null) {
    input[dimensions] = 1;
    return;
  }
  const { key, rest } = facts;
  const row = knownRow(lexicon, key, rest);
  if (row >= 0) {
    for (let k = 0; k < dimensions; k += 1)
      input[k] = (lexicon.vectors[row * dimensions + k] as number) * (4 / 127);
    for (let k = 0; k < statisticCount; k += 1)
      input[dimensions + flagCount + k] =
        (lexicon.statistics[row * statisticCount + k] as number) / 255;
  }
  writeFlags(facts, row, input, dimensions);
  input[dimensions + 13] = Math.log1p(lexicon.counts[row] ?? 0) / 10;
}

function writeFlags(
  { key, rest, attached }: WordFacts,
  row: number,
  input: Float32Array,
  at: number,
): void {
  if (row < 0) input[at + 1] = 1;
  const first = key.charCodeAt(0);
  const letter = attached > 0 ? key.charAt(attached - 1) : '';
  if (attached > 0 && (key.startsWith('و') || key.startsWith('ف'))) input[at + 2] = 1;
  if (letter === 'ب') input[at + 3] = 1;
  if (letter === 'ل' || key.startsWith('لل') || key.startsWith('ولل') || key.startsWith('فلل'))
    input[at + 4] = 1;
  if (letter === 'ك') input[at + 5] = 1;
  if (rest.startsWith('ال')) input[at + 6] = 1;
  if (rest.endsWith('ي') || rest.endsWith('ية')) input[at + 10] = 1;
  const isArabic = first >= 0x600 && first <= 0x6ff && first !== 0x60c && first !== 0x61f;
  if (isArabic) return;
  if (key.startsWith('#')) input[at + 7] = 1;
  else input[/^\p{L}/u.test(key) ? at + 8 : at + 9] = 1;
  if (key === '"') input[at + 11] = 1;
  if (key === '(' || key === ')') input[at + 12] = 1;
}

/** Share of the word's places in news that were labelled as part of a name; 0 for an unknown word. */
export function nameShare(lexicon: Lexicon, key: string): number {
  const row = lexicon.rowOf(key);
  let share = 0;
  if (row >= 0)
    for (let k = 0; k < statisticCount; k += 1)
      share += ((lexicon.statistics[row * statisticCount + k] as number) / 255) ** 2;
  return share;
}

function knownRow(lexicon: Lexicon, key: string, rest: string): number {
  const row = lexicon.rowOf(rest);
  return row >= 0 ? row : lexicon.rowOf(key);
}
