import { transitionCount } from './chain.ts';
import { createFeatureWeights } from './feature-weights.ts';
import type { FeatureWeights } from './feature-weights.ts';
import { labelCount } from './labels.ts';
import { createLexicon, inputSize, statisticCount } from './lexicon.ts';
import type { Lexicon } from './lexicon.ts';
import { NameModelError, readModelFile } from './model-file.ts';
import type { ModelArray, ModelParts } from './model-file.ts';

/** What training made. */
export interface NameWeights {
  lexicon: Lexicon;
  hidden: number;
  memory: number;
  features: FeatureWeights;
  projection: Float32Array;
  hiddenBias: Float32Array;
  gateBias: Float32Array;
  output: Float32Array;
  transitions: Float32Array;
  second: SecondStage;
  /** Confidence by raw probability: equal steps from 0 to 1. */
  calibration: readonly number[];
}

/** Scores from what the first stage thinks of the same word elsewhere in the text. */
export interface SecondStage {
  weights: Float32Array;
  transitions: Float32Array;
}

/** Throws `NameModelError`. */
export function readNameWeights(bytes: Uint8Array): NameWeights {
  const parts = readModelFile(bytes);
  const hidden = number(parts, 'hidden');
  const memory = number(parts, 'memory');
  const lexicon = readLexicon(parts);
  const rows = 5 * hidden + 4 * memory;
  const hashes = array(parts, 'feature-hashes', Uint32Array);
  return {
    lexicon,
    hidden,
    memory,
    features: createFeatureWeights(
      hashes,
      array(parts, 'feature-values', Int8Array, hashes.length * labelCount),
      number(parts, 'featureScale'),
    ),
    projection: array(parts, 'projection', Float32Array, rows * inputSize(lexicon)),
    hiddenBias: array(parts, 'hidden-bias', Float32Array, hidden),
    gateBias: array(parts, 'gate-bias', Float32Array, 2 * memory),
    output: array(parts, 'output', Float32Array, (hidden + 2 * memory) * labelCount),
    transitions: array(parts, 'transitions', Float32Array, transitionCount),
    second: {
      weights: array(parts, 'second-weights', Float32Array),
      transitions: array(parts, 'second-transitions', Float32Array, transitionCount),
    },
    calibration: Array.from(array(parts, 'calibration', Float32Array)),
  };
}

function readLexicon(parts: ModelParts): Lexicon {
  const dimensions = number(parts, 'dimensions');
  const hashes = array(parts, 'word-hashes', Uint32Array);
  const finest = array(parts, 'word-clusters', Uint16Array, hashes.length);
  const tree = array(parts, 'cluster-tree', Uint16Array);
  const levels = number(parts, 'levels');
  const clusters = new Uint16Array(hashes.length * levels);
  for (let row = 0; row < hashes.length; row += 1)
    for (let level = 0; level < levels; level += 1)
      clusters[row * levels + level] = tree[(finest[row] as number) * levels + level] ?? 0;
  const logarithms = array(parts, 'word-counts', Uint8Array, hashes.length);
  return createLexicon({
    dimensions,
    levels,
    hashes,
    counts: Uint32Array.from(logarithms, countOfByte),
    vectors: array(parts, 'word-vectors', Int8Array, hashes.length * dimensions),
    clusters,
    statistics: array(parts, 'word-statistics', Uint8Array, hashes.length * statisticCount),
  });
}

/** Counts are kept as 14ths of a natural logarithm: 8 % apart. */
export function countOfByte(byte: number): number {
  return Math.round(Math.exp(byte / 14));
}

export function byteOfCount(count: number): number {
  return Math.min(255, Math.round(Math.log(Math.max(count, 1)) * 14));
}

function number(parts: ModelParts, name: string): number {
  const value = parts.header[name];
  if (typeof value !== 'number') throw new NameModelError('damaged');
  return value;
}

function array<T extends ModelArray>(
  parts: ModelParts,
  name: string,
  type: new (length: number) => T,
  length?: number,
): T {
  const found = parts.arrays.get(name);
  if (!(found instanceof type) || (length !== undefined && found.length !== length))
    throw new NameModelError('damaged');
  return found;
}
