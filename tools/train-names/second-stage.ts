import {
  chainRoom,
  marginals,
  prepareTransitions,
  transitionCount,
} from '../../core/extraction/names/chain.ts';
import { labelCount, nameKinds } from '../../core/extraction/names/labels.ts';
import {
  pooledSize,
  secondPass,
  secondScores,
  WordPool,
} from '../../core/extraction/names/second-pass.ts';
import type { PooledSentence } from '../../core/extraction/names/second-pass.ts';

import { createRandom } from './random.ts';
import { measures, scoreSpans } from './score.ts';

/** A sentence as the first stage, which never saw its labels, scores it. */
export interface ScoredSentence {
  /** Keys without attached particles. */
  rests: readonly string[];
  scores: Float32Array;
  marginals: Float32Array;
  labels: Uint8Array;
}

export interface SecondStageWeights {
  weights: Float32Array;
  transitions: Float32Array;
}

interface Example {
  sentence: PooledSentence;
  inputs: Float32Array;
  labels: Uint8Array;
}

/** Where texts are not told apart, this many sentences are taken for one. */
const textLength = 30;

/** Sentences of one text; every other text is also given sentence by sentence, as headlines and notes are. */
export function poolExamples(scored: readonly ScoredSentence[], length = textLength): Example[] {
  const examples: Example[] = [];
  for (let from = 0; from < scored.length; from += length) {
    const part = scored.slice(from, from + length);
    const numbers = new Map<string, number>();
    const sentences = part.map(({ rests, scores, marginals: probabilities }) => ({
      words: Int32Array.from(rests, (rest) => {
        const number = numbers.get(rest) ?? numbers.size;
        numbers.set(rest, number);
        return number;
      }),
      scores,
      marginals: probabilities,
    }));
    const pool = new WordPool(numbers.size);
    for (const sentence of sentences) pool.add(sentence);
    for (const [place, sentence] of sentences.entries())
      examples.push({
        sentence,
        inputs: pool.inputs(sentence),
        labels: part[place]?.labels ?? new Uint8Array(0),
      });
  }
  return examples;
}

export function trainSecondStage(
  scored: readonly ScoredSentence[],
  firstTransitions: Float32Array,
  seed: number,
): SecondStageWeights {
  const examples = [
    ...poolExamples(scored),
    ...poolExamples(scored, 1).filter((_, at) => at % 3 === 0),
  ];
  const weights = new Float32Array(pooledSize * labelCount);
  const transitions = Float32Array.from(firstTransitions);
  const squares = new Float32Array(weights.length);
  const transitionSquares = new Float32Array(transitionCount);
  const order = Int32Array.from(examples.keys());
  const random = createRandom(seed);
  const room = chainRoom(400);
  for (let pass = 0; pass < passes; pass += 1) {
    random.shuffle(order);
    for (const [step, place] of order.entries()) {
      const example = examples[place];
      const rate = 0.05 * (1 - 0.9 * ((pass + step / order.length) / passes));
      if (example !== undefined) learn(example, rate);
    }
  }
  return withBias({ weights, transitions }, poolExamples(scored));

  function learn({ sentence, inputs, labels }: Example, rate: number): void {
    const { length } = labels;
    const ready = prepareTransitions(transitions);
    marginals(secondScores(sentence, inputs, weights), length, ready, room);
    for (let t = 0; t < length; t += 1)
      for (let y = 0; y < labelCount; y += 1) {
        const delta = (room.marginals[t * labelCount + y] as number) - (labels[t] === y ? 1 : 0);
        if (Math.abs(delta) < 1e-4) continue;
        for (let k = 0; k < pooledSize; k += 1) {
          const value = inputs[t * pooledSize + k] as number;
          if (value === 0) continue;
          const at = k * labelCount + y;
          const gradient = delta * value + 1e-5 * (weights[at] as number);
          squares[at] = (squares[at] as number) + gradient * gradient;
          weights[at] = (weights[at] as number) - (rate * gradient) / Math.sqrt(squares[at] + 0.1);
        }
      }
    learnTransitions(labels, ready.factors, rate);
  }

  function learnTransitions(labels: Uint8Array, factors: Float64Array, rate: number): void {
    const n = labelCount;
    for (let t = 1; t < labels.length; t += 1)
      for (let y = 0; y < n; y += 1) {
        const reached =
          ((room.emission[t * n + y] as number) * (room.backward[t * n + y] as number)) /
          (room.scale[t] as number);
        for (let x = 0; x < n; x += 1) {
          const at = x * n + y;
          const expected =
            (room.forward[(t - 1) * n + x] as number) * (factors[at] as number) * reached;
          const gradient = expected - (labels[t - 1] === x && labels[t] === y ? 1 : 0);
          if (Math.abs(gradient) < 1e-4) continue;
          transitionSquares[at] = (transitionSquares[at] as number) + gradient * gradient;
          transitions[at] =
            (transitions[at] as number) -
            (rate * gradient) / Math.sqrt(transitionSquares[at] + 0.1);
        }
      }
  }
}

const passes = 8;

/**
 * The chain is trained for likelihood; F1 wants names found a little more readily, and some kinds more than others. The
 * sentences are ones that the first stage had never seen.
 */
function withBias(stage: SecondStageWeights, examples: readonly Example[]): SecondStageWeights {
  const gold = examples.map(({ labels }) => labels);
  const measure = (candidate: SecondStageWeights): number =>
    measures(lastOf(scoreSpans(gold, tagExamples(candidate, examples)))).f;
  let best = stage;
  let most = measure(stage);
  const groups = [
    Array.from({ length: labelCount - 1 }, (_, place) => place + 1),
    ...nameKinds.map((_, kind) => [1 + 2 * kind, 2 + 2 * kind]),
  ];
  for (const labels of groups) {
    const from = best;
    for (let step = -4; step <= 10; step += 1) {
      const candidate = biased(from, labels, step * 0.15);
      const f = measure(candidate);
      if (f <= most) continue;
      most = f;
      best = candidate;
    }
  }
  return best;
}

function biased(
  { weights, transitions }: SecondStageWeights,
  labels: readonly number[],
  by: number,
): SecondStageWeights {
  const changed = weights.slice();
  // The first input is always 1.
  for (const label of labels) changed[label] = (changed[label] as number) + by;
  return { weights: changed, transitions };
}

function lastOf<T>(list: readonly T[]): T {
  const last = list.at(-1);
  if (last === undefined) throw new RangeError('empty');
  return last;
}

export function tagExamples(stage: SecondStageWeights, examples: readonly Example[]): Uint8Array[] {
  const transitions = prepareTransitions(stage.transitions);
  return examples.map(
    ({ sentence, inputs }) => secondPass(sentence, inputs, stage.weights, transitions).labels,
  );
}
