import {
  bestLabels,
  chainRoom,
  marginals,
  prepareTransitions,
  transitionCount,
} from '../../core/extraction/names/chain.ts';
import type { ChainRoom } from '../../core/extraction/names/chain.ts';
import { labelCount } from '../../core/extraction/names/labels.ts';
import { pairFeatureCount } from '../../core/extraction/names/pair-features.ts';

import { createKernels, lanes } from './kernels.ts';
import type { Kernels } from './kernels.ts';
import type { Random } from './random.ts';
import type { Sentence, TableWord } from './word-table.ts';

export interface NetworkShape {
  inputs: number;
  /** Width of the hidden layer over five words. */
  hidden: number;
  /** Width of each of the two gated memories, one a direction. */
  memory: number;
  features: number;
}

const n = labelCount;
export const places = 5;

/**
 * Scores of labels for each token: weights of features, plus a small network whose every product depends on one word only
 * (a hidden layer over five places, and a gated memory each way). A chain over labels on top.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly kernels: Kernels;
  /** Row major: five hidden blocks, then candidate and gate of the forward memory, then of the backward one. */
  readonly projection: Float32Array;
  readonly hiddenBias: Float32Array;
  readonly gateBias: Float32Array;
  /** `labelCount` a row: hidden rows, then forward and backward memory. */
  readonly output: Float32Array;
  readonly transitions: Float32Array;
  readonly weights: Float32Array;

  constructor(shape: NetworkShape, random: Random) {
    this.shape = shape;
    const { inputs, hidden, memory, features } = shape;
    if (inputs % lanes !== 0) throw new RangeError('inputs come in lanes');
    const kernels = createKernels(12);
    this.kernels = kernels;
    const rows = places * hidden + 4 * memory;
    const spread = 0.5 / Math.sqrt(inputs);
    this.projection = fill(kernels.floats(rows * inputs), () => random.normal() * spread);
    this.hiddenBias = kernels.floats(hidden);
    this.gateBias = fill(kernels.floats(2 * memory), () => 0.5);
    this.output = fill(kernels.floats((hidden + 2 * memory) * n), () => random.normal() * 0.1);
    this.transitions = kernels.floats(transitionCount);
    this.weights = new Float32Array(features * n);
  }
}

function fill(array: Float32Array, next: () => number): Float32Array {
  for (let at = 0; at < array.length; at += 1) array[at] = next();
  return array;
}

/** Working memory for sentences. */
export class Pass {
  length = 0;
  /** In the kernels' memory: one word's input, one word's products. */
  readonly input: Float32Array;
  readonly line: Float32Array;
  projected = new Float32Array(0);
  hidden = new Float32Array(0);
  keep = new Float32Array(0);
  state = new Float32Array(0);
  gate = new Float32Array(0);
  scores = new Float32Array(0);
  room: ChainRoom = chainRoom(0);

  constructor({ kernels, shape }: Network) {
    this.input = kernels.floats(shape.inputs);
    this.line = kernels.floats(places * shape.hidden + 4 * shape.memory);
  }

  fit(length: number, { hidden, memory }: NetworkShape): void {
    this.length = length;
    if (this.room.length >= length) return;
    const rows = places * hidden + 4 * memory;
    this.projected = new Float32Array((length + 1) * rows);
    this.hidden = new Float32Array(length * hidden);
    this.keep = new Float32Array(length * hidden);
    this.state = new Float32Array(length * 2 * memory);
    this.gate = new Float32Array(length * 2 * memory);
    this.scores = new Float32Array(length * n);
    this.room = chainRoom(length);
  }
}

export interface Tagged {
  labels: Uint8Array;
  /** Probability of each label of each token, and what it came from. */
  marginals: Float32Array;
  scores: Float32Array;
}

export function tagSentences(
  network: Network,
  sentences: readonly Sentence[],
  edge: TableWord,
): Tagged[] {
  const pass = new Pass(network);
  const transitions = prepareTransitions(network.transitions);
  const ready = new Map<TableWord, Float32Array>();
  return sentences.map((sentence) => {
    forward(network, sentence, edge, pass, null, null, ready);
    const { length } = sentence.words;
    const labels = new Uint8Array(length);
    marginals(pass.scores, length, transitions, pass.room);
    const probabilities = Float32Array.from(pass.room.marginals.subarray(0, length * n));
    bestLabels(pass.scores, length, transitions, pass.room, labels);
    return { labels, marginals: probabilities, scores: pass.scores.slice(0, length * n) };
  });
}

/** What training leaves out in one step. */
export interface Dropped {
  random: Random;
  hiddenDropout: number;
  /** Tokens whose lexical features are left out in this step. */
  lexical: Uint8Array;
  words: (TableWord | null)[];
}

/** Fills `pass.scores`. `ready`: products of words already met, where the weights do not change. */
export function forward(
  network: Network,
  sentence: Sentence,
  edge: TableWord,
  pass: Pass,
  dropped: Dropped | null,
  zeroInput: Float32Array | null,
  ready: Map<TableWord, Float32Array> | null = null,
): void {
  const { hidden, memory } = network.shape;
  const rows = places * hidden + 4 * memory;
  const { words, pairs } = sentence;
  const { length } = words;
  pass.fit(length, network.shape);
  const { projected, scores } = pass;
  for (let t = 0; t <= length; t += 1) {
    if (ready !== null) {
      const word = words[t] ?? edge;
      let line = ready.get(word);
      if (line === undefined) {
        pass.input.set(word.input);
        network.kernels.multiply(network.projection, pass.input, pass.line, rows);
        line = pass.line.slice();
        ready.set(word, line);
      }
      projected.set(line, t * rows);
      continue;
    }
    const isDropped = dropped !== null && t < length && dropped.words[t] === null;
    pass.input.set(isDropped && zeroInput !== null ? zeroInput : (words[t] ?? edge).input);
    network.kernels.multiply(network.projection, pass.input, pass.line, rows);
    projected.set(pass.line, t * rows);
  }
  for (let t = 0; t < length; t += 1) {
    addFeatures(network.weights, sentence, edge, t, dropped, scores, pairs);
    hiddenLayer(network, pass, t, length, rows, dropped);
  }
  memories(network, pass, length, rows);
  const { output } = network;
  for (let t = 0; t < length; t += 1) {
    for (let k = 0; k < hidden; k += 1) {
      const value = pass.hidden[t * hidden + k] as number;
      if (value !== 0) addRow(scores, t * n, output, k * n, value);
    }
    for (let k = 0; k < 2 * memory; k += 1)
      addRow(scores, t * n, output, (hidden + k) * n, pass.state[t * 2 * memory + k] as number);
  }
}

function addRow(to: Float32Array, at: number, from: Float32Array, row: number, by: number): void {
  for (let y = 0; y < n; y += 1)
    to[at + y] = (to[at + y] as number) + by * (from[row + y] as number);
}

function addFeatures(
  weights: Float32Array,
  sentence: Sentence,
  edge: TableWord,
  t: number,
  dropped: Dropped | null,
  scores: Float32Array,
  pairs: Int32Array,
): void {
  const { words } = sentence;
  scores.fill(0, t * n, (t + 1) * n);
  for (let place = 0; place < places; place += 1) {
    const list = (words[t + place - 2] ?? edge).places[place];
    if (list !== undefined) addList(weights, list, scores, t * n);
  }
  if (dropped === null || dropped.lexical[t] === 0)
    addList(weights, (words[t] ?? edge).lexical, scores, t * n);
  for (let k = t * pairFeatureCount; k < (t + 1) * pairFeatureCount; k += 1) {
    const feature = pairs[k] as number;
    if (feature >= 0) addRow(scores, t * n, weights, feature * n, 1);
  }
}

function addList(weights: Float32Array, list: Int32Array, scores: Float32Array, at: number): void {
  for (let k = 0; k < list.length; k += 1) addRow(scores, at, weights, (list[k] as number) * n, 1);
}

function hiddenLayer(
  network: Network,
  pass: Pass,
  t: number,
  length: number,
  rows: number,
  dropped: Dropped | null,
): void {
  const { hidden } = network.shape;
  const { projected } = pass;
  const rate = dropped === null ? 0 : dropped.hiddenDropout;
  for (let k = 0; k < hidden; k += 1) {
    let sum = network.hiddenBias[k] as number;
    for (let place = 0; place < places; place += 1) {
      const from = t + place - 2;
      const row = from < 0 || from >= length ? length : from;
      sum += projected[row * rows + place * hidden + k] as number;
    }
    const keep = dropped !== null && dropped.random.next() < rate ? 0 : 1 / (1 - rate);
    pass.keep[t * hidden + k] = keep;
    pass.hidden[t * hidden + k] = sum > 0 ? sum * keep : 0;
  }
}

/** Forward memory in the first half of a token's row, backward memory in the second. */
function memories(network: Network, pass: Pass, length: number, rows: number): void {
  const { hidden, memory } = network.shape;
  const { projected, state, gate } = pass;
  const width = 2 * memory;
  for (let direction = 0; direction < 2; direction += 1) {
    const candidateAt = places * hidden + direction * width;
    for (let step = 0; step < length; step += 1) {
      const t = direction === 0 ? step : length - 1 - step;
      const before = direction === 0 ? t - 1 : t + 1;
      for (let k = 0; k < memory; k += 1) {
        const cell = direction * memory + k;
        const candidate = projected[t * rows + candidateAt + k] as number;
        const open = sigmoid(
          (projected[t * rows + candidateAt + memory + k] as number) +
            (network.gateBias[cell] as number),
        );
        const old = step === 0 ? 0 : (state[before * width + cell] as number);
        gate[t * width + cell] = open;
        state[t * width + cell] = open * old + (1 - open) * candidate;
      }
    }
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
