import { pairHash } from './hash.ts';

/** What conjunctions need of one word. */
export interface PairWord {
  /** Hash of the key. */
  word: number;
  /** Coarse and finer group, -1 unknown word, -2 past the sentence's edge. */
  coarse: number;
  fine: number;
}

export const pairFeatureCount = 9;

/** Hashes of features that depend on two or three words, into `hashes`. */
export function pairFeatures(
  before2: PairWord,
  before: PairWord,
  word: PairWord,
  after: PairWord,
  hashes: Uint32Array,
): void {
  hashes[0] = pairHash(600, before.coarse, word.coarse);
  hashes[1] = pairHash(601, word.coarse, after.coarse);
  hashes[2] = pairHash(602, before.word, word.word);
  hashes[3] = pairHash(603, word.word, after.word);
  hashes[4] = pairHash(604, before.word, word.fine);
  hashes[5] = pairHash(605, word.fine, after.word);
  hashes[6] = pairHash(606, before2.fine, before.fine);
  hashes[7] = pairHash(607, before.fine, after.fine);
  hashes[8] = pairHash(608, before2.coarse, before.coarse, word.coarse);
}
