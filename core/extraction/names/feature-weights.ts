import { labelCount } from './labels.ts';

/** Weights of features by hash; what is not there weighs nothing. */
export interface FeatureWeights {
  /** Adds the feature's weights to `labelCount` scores that begin at `at`. */
  addTo(scores: Float32Array, at: number, hash: number): void;
}

/** `values`: `labelCount` a hash, to be multiplied by `scale`. */
export function createFeatureWeights(
  hashes: Uint32Array,
  values: Int8Array,
  scale: number,
): FeatureWeights {
  let size = 1;
  while (size < hashes.length * 2) size *= 2;
  const mask = size - 1;
  const rows = new Int32Array(size).fill(-1);
  // Most features that are asked for are not there: one bit each tells so from memory that stays near.
  const bits = new Uint8Array(filterBits / 8);
  for (let row = 0; row < hashes.length; row += 1) {
    let slot = (hashes[row] as number) & mask;
    while ((rows[slot] as number) >= 0) slot = (slot + 1) & mask;
    rows[slot] = row;
    const bit = (hashes[row] as number) >>> filterShift;
    bits[bit >> 3] = (bits[bit >> 3] as number) | (1 << (bit & 7));
  }
  return {
    addTo(scores, at, hash) {
      const bit = hash >>> filterShift;
      if (((bits[bit >> 3] as number) & (1 << (bit & 7))) === 0) return;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const row = rows[slot] as number;
        if (row < 0) return;
        if (hashes[row] !== hash) continue;
        const from = row * labelCount;
        for (let y = 0; y < labelCount; y += 1)
          scores[at + y] = (scores[at + y] as number) + (values[from + y] as number) * scale;
        return;
      }
    },
  };
}

const filterShift = 12;
const filterBits = 2 ** (32 - filterShift);
