import { bestLabels, chainRoom, marginals } from './chain.ts';
import type { Transitions } from './chain.ts';
import { labelCount } from './labels.ts';
import { longest } from './word-cache.ts';

/** What the second pass needs of the first, of one sentence. `words`: the same number for the same word of the text. */
export interface PooledSentence {
  words: Int32Array;
  scores: Float32Array;
  marginals: Float32Array;
}

/** Numbers of the second pass for one token. */
export const pooledSize = 2 + 5 * labelCount;

/** The first pass's probabilities of each word summed over a text; a sum over sentences, in whatever order they come. */
export class WordPool {
  readonly #sums: Float64Array;
  readonly #most: Float64Array;
  readonly #counts: Int32Array;

  constructor(words: number) {
    this.#sums = new Float64Array(words * labelCount);
    this.#most = new Float64Array(words * labelCount);
    this.#counts = new Int32Array(words);
  }

  add(sentence: PooledSentence): void {
    for (let t = 0; t < sentence.words.length; t += 1) {
      const word = sentence.words[t] as number;
      this.#counts[word] = (this.#counts[word] as number) + 1;
      for (let y = 0; y < labelCount; y += 1) {
        const at = word * labelCount + y;
        const value = quantised(sentence.marginals[t * labelCount + y] as number);
        this.#sums[at] = (this.#sums[at] as number) + value;
        this.#most[at] = Math.max(this.#most[at] as number, value);
      }
    }
  }

  /** No word of the sentence is likely to be part of a name, here or elsewhere in the text: there is nothing to decide. */
  isPlain({ words, marginals: probabilities }: PooledSentence): boolean {
    for (let t = 0; t < words.length; t += 1) {
      const word = words[t] as number;
      if ((probabilities[t * labelCount] as number) < plain) return false;
      if ((this.#sums[word * labelCount] as number) < plain * (this.#counts[word] as number))
        return false;
    }
    return true;
  }

  /** `pooledSize` numbers a token, from all places of its word but its own. */
  inputs(sentence: PooledSentence): Float32Array {
    const { length } = sentence.words;
    const inputs = new Float32Array(length * pooledSize);
    for (let t = 0; t < length; t += 1) this.#fill(sentence, t, inputs);
    for (let t = 0; t < length; t += 1)
      for (let y = 0; y < labelCount; y += 1) {
        const at = t * pooledSize + 2 + 3 * labelCount + y;
        const from = 2 + y;
        if (t > 0) inputs[at] = inputs[(t - 1) * pooledSize + from] as number;
        if (t + 1 < length) inputs[at + labelCount] = inputs[(t + 1) * pooledSize + from] as number;
      }
    return inputs;
  }

  #fill(sentence: PooledSentence, t: number, inputs: Float32Array): void {
    const word = sentence.words[t] as number;
    const others = (this.#counts[word] as number) - 1;
    const at = t * pooledSize;
    for (let y = 0; y < labelCount; y += 1) {
      const own = quantised(sentence.marginals[t * labelCount + y] as number);
      inputs[at + 2 + 2 * labelCount + y] = own;
      if (others < 1) continue;
      inputs[at + 2 + y] = ((this.#sums[word * labelCount + y] as number) - own) / others;
      inputs[at + 2 + labelCount + y] = this.#most[word * labelCount + y] as number;
    }
    inputs[at] = 1;
    if (others > 0) inputs[at + 1] = 1;
  }
}

const plain = 0.98;

/** In 1024ths, so that sums are exact and no order of adding changes them. */
function quantised(probability: number): number {
  return Math.round(probability * 1024) / 1024;
}

/** Labels and their probabilities, of one sentence. */
export interface SecondPass {
  labels: Uint8Array;
  /** Only until the next call. */
  marginals: Float64Array;
}

/** `weights`: `labelCount` numbers for each number of `inputs`. */
export function secondPass(
  sentence: PooledSentence,
  inputs: Float32Array,
  weights: Float32Array,
  transitions: Transitions,
): SecondPass {
  const { length } = sentence.words;
  const scores = secondScores(sentence, inputs, weights);
  const labels = new Uint8Array(length);
  marginals(scores, length, transitions, chain);
  const probabilities = chain.marginals;
  bestLabels(scores, length, transitions, chain, labels);
  return { labels, marginals: probabilities };
}

export function secondScores(
  sentence: PooledSentence,
  inputs: Float32Array,
  weights: Float32Array,
): Float32Array {
  const scores = sentence.scores.slice();
  for (let t = 0; t < sentence.words.length; t += 1)
    for (let k = 0; k < pooledSize; k += 1) {
      const value = inputs[t * pooledSize + k] as number;
      if (value === 0) continue;
      for (let y = 0; y < labelCount; y += 1) {
        const at = t * labelCount + y;
        scores[at] = (scores[at] as number) + value * (weights[k * labelCount + y] as number);
      }
    }
  return scores;
}

const chain = chainRoom(longest);
