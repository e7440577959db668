import { featureHash } from './hash.ts';
import { labelCount } from './labels.ts';
import { factsOf, inputSize, wordHash, writeInput } from './lexicon.ts';
import type { PairWord } from './pair-features.ts';
import { createRowProducts } from './row-products.ts';
import { featureGroups, wordFeatureRoom, wordFeatures } from './word-features.ts';
import type { NameWeights } from './name-weights.ts';

/** Everything in the scores that depends on one word only, by the word's slot; worked out once a word. */
export interface WordCache {
  /** Five rows of the hidden layer's width a slot, in `hiddenUnit`ths. */
  hidden: Int16Array;
  /** For each direction and cell: how much is kept, then what is added. */
  memory: Float32Array;
  /** Five times `labelCount` a slot. */
  scores: Float32Array;
  pairs: PairWord[];
  /** Keys without attached particles, by slot. */
  rests: string[];
  /** Slots of a sentence's words, good until the next call. At most `longest` words. */
  take(keys: readonly string[], slots: Int32Array): void;
}

/** Words of a sentence that are worked on at once. */
export const longest = 400;

export const hiddenUnit = 1024;

const commonCount = 150;

/** The slot of the place past a sentence's edge. */
export const edgeSlot = 0;

/**
 * Half of the slots are for words that are common in news and keep theirs; when the other half is full it is used anew,
 * so memory stays bounded.
 */
export function createWordCache(weights: NameWeights, slots: number): WordCache {
  const { lexicon, hidden, memory } = weights;
  const inputs = inputSize(lexicon);
  const known = new Map<string, number>();
  const products = createRowProducts(weights.projection, inputs);
  const product = products.result;
  const room = wordFeatureRoom();
  const middle = Math.floor(slots / 2);
  /** Next free slot of each half. */
  let common = edgeSlot + 1;
  let rare = middle;
  const cache: WordCache = {
    hidden: new Int16Array(slots * 5 * hidden),
    memory: new Float32Array(slots * 4 * memory),
    scores: new Float32Array(slots * 5 * labelCount),
    pairs: [],
    rests: [],
    take(keys, into) {
      if (rare + keys.length > slots) forgetRare();
      for (const [place, key] of keys.entries()) {
        let slot = known.get(key);
        if (slot === undefined) {
          slot = common < middle && lexicon.countOf(key) >= commonCount ? common++ : rare++;
          known.set(key, slot);
          fill(key, slot);
        }
        into[place] = slot;
      }
    },
  };
  fill(null, edgeSlot);
  return cache;

  function forgetRare(): void {
    for (const [key, slot] of known) if (slot >= middle) known.delete(key);
    rare = middle;
  }

  function fill(key: string | null, slot: number): void {
    const facts = key === null ? null : factsOf(lexicon, key);
    cache.rests[slot] = facts?.rest ?? '';
    writeInput(lexicon, facts, products.input);
    products.multiply();
    fillHidden(slot);
    fillMemory(slot);
    const at = slot * 5 * labelCount;
    cache.scores.fill(0, at, at + 5 * labelCount);
    if (facts === null) {
      cache.pairs[slot] = { word: 0, coarse: -2, fine: -2 };
      for (let place = 0; place < 5; place += 1)
        weights.features.addTo(cache.scores, at + place * labelCount, featureHash(698 + place, ''));
      return;
    }
    wordFeatures(facts, room);
    let feature = 0;
    for (let group = 0; group < featureGroups; group += 1) {
      // The last group tells the word itself: it adds to the middle place.
      const to = at + (group === featureGroups - 1 ? 2 : group) * labelCount;
      const end = room.ends[group] as number;
      for (; feature < end; feature += 1)
        weights.features.addTo(cache.scores, to, room.hashes[feature] as number);
    }
    cache.pairs[slot] = {
      word: featureHash(wordHash, facts.key),
      coarse: facts.clusters.at(-1) ?? -1,
      fine: facts.clusters.at(-2) ?? -1,
    };
  }

  function fillHidden(slot: number): void {
    const to = slot * 5 * hidden;
    for (let k = 0; k < 5 * hidden; k += 1) {
      const value = Math.floor((product[k] as number) * hiddenUnit + 0.5);
      cache.hidden[to + k] = value > 32767 ? 32767 : value < -32768 ? -32768 : value;
    }
  }

  function fillMemory(slot: number): void {
    for (let direction = 0; direction < 2; direction += 1)
      for (let k = 0; k < memory; k += 1) {
        const from = 5 * hidden + direction * 2 * memory + k;
        const gate =
          (product[from + memory] as number) + (weights.gateBias[direction * memory + k] as number);
        const kept = 1 / (1 + Math.exp(-gate));
        const to = (slot * 2 * memory + direction * memory + k) * 2;
        cache.memory[to] = kept;
        cache.memory[to + 1] = (1 - kept) * (product[from] as number);
      }
  }
}
