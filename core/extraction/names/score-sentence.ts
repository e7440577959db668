import { labelCount } from './labels.ts';
import type { NameWeights } from './name-weights.ts';
import { pairFeatureCount, pairFeatures } from './pair-features.ts';
import { createRowProducts } from './row-products.ts';
import type { RowProducts } from './row-products.ts';
import { edgeSlot, hiddenUnit } from './word-cache.ts';
import type { WordCache } from './word-cache.ts';

export interface SentenceRoom {
  slots: Int32Array;
  /** Both memories after each token, the forward one first. */
  states: Float32Array;
  hashes: Uint32Array;
  /** From hidden layer and memories to label scores. */
  output: RowProducts;
}

export function sentenceRoom(weights: NameWeights, longest: number): SentenceRoom {
  const { hidden, memory, output } = weights;
  const columns = Math.ceil((hidden + 2 * memory) / 8) * 8;
  const byLabel = new Float32Array(labelCount * columns);
  for (let k = 0; k < hidden + 2 * memory; k += 1)
    for (let y = 0; y < labelCount; y += 1)
      byLabel[y * columns + k] = output[k * labelCount + y] as number;
  return {
    slots: new Int32Array(longest),
    states: new Float32Array(longest * 2 * memory),
    hashes: new Uint32Array(pairFeatureCount),
    output: createRowProducts(byLabel, columns),
  };
}

/** Label scores of the sentence whose slots are in `room`, `labelCount` a token. */
export function scoreSentence(
  weights: NameWeights,
  cache: WordCache,
  room: SentenceRoom,
  length: number,
  scores: Float32Array,
): void {
  fillStates(weights, cache, room, length, 0);
  fillStates(weights, cache, room, length, 1);
  const { input, result } = room.output;
  const width = 2 * weights.memory;
  for (let t = 0; t < length; t += 1) {
    featureScores(weights, cache, room, length, t, scores);
    fillHidden(weights, cache, room, length, t);
    for (let k = 0; k < width; k += 1)
      input[weights.hidden + k] = room.states[t * width + k] as number;
    room.output.multiply();
    for (let y = 0; y < labelCount; y += 1)
      scores[t * labelCount + y] = (scores[t * labelCount + y] as number) + (result[y] as number);
  }
}

function slotAt(room: SentenceRoom, length: number, t: number): number {
  return t < 0 || t >= length ? edgeSlot : (room.slots[t] as number);
}

function featureScores(
  { features }: NameWeights,
  cache: WordCache,
  room: SentenceRoom,
  length: number,
  t: number,
  scores: Float32Array,
): void {
  const at = t * labelCount;
  const s0 = slotAt(room, length, t - 2);
  const s1 = slotAt(room, length, t - 1);
  const s2 = room.slots[t] as number;
  const s3 = slotAt(room, length, t + 1);
  const s4 = slotAt(room, length, t + 2);
  const own = cache.scores;
  const width = 5 * labelCount;
  for (let y = 0; y < labelCount; y += 1)
    scores[at + y] =
      (own[s0 * width + y] as number) +
      (own[s1 * width + labelCount + y] as number) +
      (own[s2 * width + 2 * labelCount + y] as number) +
      (own[s3 * width + 3 * labelCount + y] as number) +
      (own[s4 * width + 4 * labelCount + y] as number);
  const { pairs } = cache;
  const edge = pairs[edgeSlot];
  if (edge === undefined) return;
  pairFeatures(
    pairs[s0] ?? edge,
    pairs[s1] ?? edge,
    pairs[s2] ?? edge,
    pairs[s3] ?? edge,
    room.hashes,
  );
  for (let k = 0; k < pairFeatureCount; k += 1)
    features.addTo(scores, at, room.hashes[k] as number);
}

function fillHidden(
  { hidden, hiddenBias }: NameWeights,
  cache: WordCache,
  room: SentenceRoom,
  length: number,
  t: number,
): void {
  const width = 5 * hidden;
  const a = slotAt(room, length, t - 2) * width;
  const b = slotAt(room, length, t - 1) * width + hidden;
  const c = (room.slots[t] as number) * width + 2 * hidden;
  const d = slotAt(room, length, t + 1) * width + 3 * hidden;
  const e = slotAt(room, length, t + 2) * width + 4 * hidden;
  const own = cache.hidden;
  const { input } = room.output;
  for (let k = 0; k < hidden; k += 1) {
    const sum =
      (own[a + k] as number) +
      (own[b + k] as number) +
      (own[c + k] as number) +
      (own[d + k] as number) +
      (own[e + k] as number);
    input[k] = Math.max(sum / hiddenUnit + (hiddenBias[k] as number), 0);
  }
}

function fillStates(
  { memory }: NameWeights,
  cache: WordCache,
  { slots, states }: SentenceRoom,
  length: number,
  direction: number,
): void {
  const own = cache.memory;
  const width = 2 * memory;
  for (let step = 0; step < length; step += 1) {
    const t = direction === 0 ? step : length - 1 - step;
    const from = ((slots[t] as number) * 2 + direction) * memory * 2;
    const to = t * width + direction * memory;
    const before = direction === 0 ? to - width : to + width;
    for (let k = 0; k < memory; k += 1) {
      const kept = step === 0 ? 0 : (own[from + 2 * k] as number) * (states[before + k] as number);
      states[to + k] = kept + (own[from + 2 * k + 1] as number);
    }
  }
}
