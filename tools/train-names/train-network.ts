import { marginals, prepareTransitions } from '../../core/extraction/names/chain.ts';
import type { Transitions } from '../../core/extraction/names/chain.ts';
import { labelCount } from '../../core/extraction/names/labels.ts';
import { pairFeatureCount } from '../../core/extraction/names/pair-features.ts';

import type { AdamArrays } from './kernels.ts';
import { forward, Pass, places } from './network.ts';
import type { Dropped, Network } from './network.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Sentence, TableWord } from './word-table.ts';

export interface TrainingOptions {
  passes: number;
  rate: number;
  featureRate: number;
  decay: number;
  hiddenDropout: number;
  lexicalDropout: number;
  wordDropout: number;
  /** The weights are the mean of those after each of the last passes, this many. */
  averaged: number;
  seed: number;
}

const n = labelCount;

export function trainNetwork(
  network: Network,
  sentences: readonly Sentence[],
  edge: TableWord,
  options: TrainingOptions,
  afterPass: (pass: number, loss: number) => void,
): void {
  const random = createRandom(options.seed);
  const trainer = new Trainer(network, edge, options, random);
  const order = Int32Array.from(sentences.keys());
  const arrays = [...trainer.values, network.weights];
  const sums = arrays.map((array) => new Float64Array(array.length));
  for (let pass = 0; pass < options.passes; pass += 1) {
    random.shuffle(order);
    let loss = 0;
    for (const [step, place] of order.entries()) {
      const done = (pass + step / order.length) / options.passes;
      const sentence = sentences[place];
      if (sentence !== undefined) loss += trainer.step(sentence, 1 - 0.95 * done);
    }
    if (pass >= options.passes - options.averaged)
      for (const [which, array] of arrays.entries()) addTo(sums[which], array);
    afterPass(pass, loss / sentences.length);
  }
  if (options.averaged > 1)
    for (const [which, array] of arrays.entries())
      for (let at = 0; at < array.length; at += 1)
        array[at] = (sums[which]?.[at] ?? 0) / options.averaged;
}

function addTo(sums: Float64Array | undefined, values: Float32Array): void {
  if (sums !== undefined)
    for (let at = 0; at < values.length; at += 1)
      sums[at] = (sums[at] as number) + (values[at] as number);
}

class Trainer {
  readonly #network: Network;
  readonly #edge: TableWord;
  readonly #options: TrainingOptions;
  readonly #random: Random;
  readonly #pass: Pass;
  readonly #adams: AdamArrays[];
  readonly #projection: Float32Array;
  readonly #hiddenBias: Float32Array;
  readonly #gateBias: Float32Array;
  readonly #output: Float32Array;
  readonly #transitions: Float32Array;
  readonly #squares: Float32Array;
  readonly #zeroInput: Float32Array;
  #delta = new Float32Array(0);
  #gradient = new Float32Array(0);
  #pending = 0;
  #steps = 0;

  constructor(network: Network, edge: TableWord, options: TrainingOptions, random: Random) {
    this.#network = network;
    this.#edge = edge;
    this.#options = options;
    this.#random = random;
    const values = [
      network.projection,
      network.hiddenBias,
      network.gateBias,
      network.output,
      network.transitions,
    ];
    const { kernels } = network;
    this.#pass = new Pass(network);
    this.#adams = values.map((one) => ({
      values: one,
      gradient: kernels.floats(one.length),
      mean: kernels.floats(one.length),
      square: kernels.floats(one.length),
    }));
    const gradients = this.#adams.map(({ gradient }) => gradient);
    [this.#projection, this.#hiddenBias, this.#gateBias, this.#output, this.#transitions] =
      gradients as [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array];
    this.#squares = new Float32Array(network.weights.length);
    this.#zeroInput = new Float32Array(network.shape.inputs);
    this.#zeroInput[network.shape.inputs - 1] = 0;
  }

  /** Everything that is learned but the features' weights. */
  get values(): Float32Array[] {
    return this.#adams.map(({ values }) => values);
  }

  /** One sentence; returns its loss. */
  step(sentence: Sentence, rate: number): number {
    const network = this.#network;
    const options = this.#options;
    const random = this.#random;
    const { length } = sentence.words;
    const dropped: Dropped = {
      random,
      hiddenDropout: options.hiddenDropout,
      lexical: Uint8Array.from(sentence.words, () =>
        random.next() < options.lexicalDropout ? 1 : 0,
      ),
      words: sentence.words.map((word) => (random.next() < options.wordDropout ? null : word)),
    };
    forward(network, sentence, this.#edge, this.#pass, dropped, this.#zeroInput);
    const transitions = prepareTransitions(network.transitions);
    const loss = this.#scoreGradient(sentence, transitions);
    this.#featureGradient(sentence, dropped, rate);
    this.#networkGradient(sentence, dropped, length);
    this.#pending += 1;
    if (this.#pending === 2) {
      this.#steps += 1;
      const corrected = (options.rate * rate) / (1 - 0.9 ** this.#steps);
      const scale = 1 / (1 - 0.999 ** this.#steps);
      for (const arrays of this.#adams) network.kernels.adam(arrays, corrected, scale);
      this.#pending = 0;
    }
    return loss;
  }

  /** Fills `#delta` with how much each score should fall. */
  #scoreGradient(sentence: Sentence, transitions: Transitions): number {
    const pass = this.#pass;
    const { labels } = sentence;
    const { length } = labels;
    const { room, scores } = pass;
    const logarithm = marginals(scores, length, transitions, room);
    if (this.#delta.length < length * n) this.#delta = new Float32Array(length * n);
    let gold = 0;
    for (let t = 0; t < length; t += 1) {
      const label = labels[t] as number;
      const before = t === 0 ? n : (labels[t - 1] as number);
      gold +=
        (scores[t * n + label] as number) + (transitions.scores[before * n + label] as number);
      for (let y = 0; y < n; y += 1)
        this.#delta[t * n + y] = (room.marginals[t * n + y] as number) - (y === label ? 1 : 0);
      const to = before * n + label;
      this.#transitions[to] = (this.#transitions[to] as number) - 1;
      for (let y = 0; y < n; y += 1) {
        if (t === 0) {
          const at = n * n + y;
          this.#transitions[at] = (this.#transitions[at] as number) + (room.marginals[y] as number);
          continue;
        }
        const reached =
          ((room.emission[t * n + y] as number) * (room.backward[t * n + y] as number)) /
          (room.scale[t] as number);
        for (let x = 0; x < n; x += 1) {
          const at = x * n + y;
          this.#transitions[at] =
            (this.#transitions[at] as number) +
            (room.forward[(t - 1) * n + x] as number) *
              (transitions.factors[at] as number) *
              reached;
        }
      }
    }
    return logarithm - gold;
  }

  #featureGradient(sentence: Sentence, dropped: Dropped, rate: number): void {
    const { words, pairs } = sentence;
    const step = this.#options.featureRate * rate;
    for (let t = 0; t < words.length; t += 1) {
      for (let place = 0; place < places; place += 1) {
        const list = (words[t + place - 2] ?? this.#edge).places[place];
        if (list !== undefined) this.#updateList(list, t, step);
      }
      if (dropped.lexical[t] === 0) this.#updateList((words[t] ?? this.#edge).lexical, t, step);
      for (let k = t * pairFeatureCount; k < (t + 1) * pairFeatureCount; k += 1) {
        const feature = pairs[k] as number;
        if (feature >= 0) this.#update(feature, t, step);
      }
    }
  }

  #updateList(list: Int32Array, t: number, step: number): void {
    for (let k = 0; k < list.length; k += 1) this.#update(list[k] as number, t, step);
  }

  #update(feature: number, t: number, step: number): void {
    const { weights } = this.#network;
    const squares = this.#squares;
    const { decay } = this.#options;
    for (let y = 0; y < n; y += 1) {
      const at = feature * n + y;
      const gradient = (this.#delta[t * n + y] as number) + decay * (weights[at] as number);
      const square = (squares[at] as number) + gradient * gradient;
      squares[at] = square;
      weights[at] = (weights[at] as number) - (step * gradient) / Math.sqrt(square + 0.1);
    }
  }

  #networkGradient(sentence: Sentence, dropped: Dropped, length: number): void {
    const network = this.#network;
    const { hidden, memory } = network.shape;
    const rows = places * hidden + 4 * memory;
    const size = (length + 1) * rows;
    if (this.#gradient.length < size) this.#gradient = new Float32Array(size);
    const gradient = this.#gradient.fill(0, 0, size);
    this.#hiddenGradient(length, rows, gradient);
    this.#memoryGradient(length, rows, gradient);
    for (let t = 0; t <= length; t += 1) {
      const isDropped = t < length && dropped.words[t] === null;
      if (isDropped) continue;
      this.#pass.input.set((sentence.words[t] ?? this.#edge).input);
      this.#pass.line.set(gradient.subarray(t * rows, (t + 1) * rows));
      network.kernels.addOuter(this.#projection, this.#pass.input, this.#pass.line, rows);
    }
  }

  #hiddenGradient(length: number, rows: number, gradient: Float32Array): void {
    const { hidden } = this.#network.shape;
    const { output } = this.#network;
    const pass = this.#pass;
    for (let t = 0; t < length; t += 1)
      for (let k = 0; k < hidden; k += 1) {
        const value = pass.hidden[t * hidden + k] as number;
        if (value === 0) continue;
        const by =
          this.#outputGradient(t, k, value, output) * (pass.keep[t * hidden + k] as number);
        this.#hiddenBias[k] = (this.#hiddenBias[k] as number) + by;
        for (let place = 0; place < places; place += 1) {
          const from = t + place - 2;
          const row = from < 0 || from >= length ? length : from;
          const at = row * rows + place * hidden + k;
          gradient[at] = (gradient[at] as number) + by;
        }
      }
  }

  /** Adds the gradient of one row of the output; returns that of the value. */
  #outputGradient(t: number, row: number, value: number, output: Float32Array): number {
    let sum = 0;
    for (let y = 0; y < n; y += 1) {
      const delta = this.#delta[t * n + y] as number;
      sum += delta * (output[row * n + y] as number);
      this.#output[row * n + y] = (this.#output[row * n + y] as number) + delta * value;
    }
    return sum;
  }

  #memoryGradient(length: number, rows: number, gradient: Float32Array): void {
    const { hidden, memory } = this.#network.shape;
    const { output } = this.#network;
    const { state, gate, projected } = this.#pass;
    const width = 2 * memory;
    for (let direction = 0; direction < 2; direction += 1) {
      const candidateAt = places * hidden + direction * width;
      for (let k = 0; k < memory; k += 1) {
        const cell = direction * memory + k;
        let carried = 0;
        for (let step = length - 1; step >= 0; step -= 1) {
          const t = direction === 0 ? step : length - 1 - step;
          const before = direction === 0 ? t - 1 : t + 1;
          const own = this.#outputGradient(
            t,
            hidden + cell,
            state[t * width + cell] as number,
            output,
          );
          const by = own + carried;
          const open = gate[t * width + cell] as number;
          const at = t * rows + candidateAt + k;
          const candidate = projected[at] as number;
          const old = step === 0 ? 0 : (state[before * width + cell] as number);
          gradient[at] = by * (1 - open);
          const gateBy = by * (old - candidate) * open * (1 - open);
          gradient[at + memory] = gateBy;
          this.#gateBias[cell] = (this.#gateBias[cell] as number) + gateBy;
          carried = by * open;
        }
      }
    }
  }
}
