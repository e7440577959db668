import { labelCount } from '../../core/extraction/names/labels.ts';
import { writeModelFile } from '../../core/extraction/names/model-file.ts';
import type { ModelArray } from '../../core/extraction/names/model-file.ts';
import { byteOfCount } from '../../core/extraction/names/name-weights.ts';

import { baseOptions, levels } from './base.ts';
import type { Base } from './base.ts';
import type { Trained } from './recipe.ts';

/** Features that ship: those that weigh most. */
const shippedFeatures = 80_000;

export function modelBytes(base: Base, trained: Trained): Uint8Array {
  const { network, lexicon, table, second, calibration } = trained;
  const { hashes, values, scale } = heaviest(network.weights, table.hashes);
  const arrays: [string, ModelArray][] = [
    ['word-hashes', lexicon.hashes],
    ['word-counts', Uint8Array.from(lexicon.counts, byteOfCount)],
    ['word-vectors', lexicon.vectors],
    ['word-clusters', base.finest],
    ['cluster-tree', base.tree],
    ['word-statistics', lexicon.statistics],
    ['feature-hashes', hashes],
    ['feature-values', values],
    ['projection', network.projection],
    ['hidden-bias', network.hiddenBias],
    ['gate-bias', network.gateBias],
    ['output', network.output],
    ['transitions', network.transitions],
    ['second-weights', second.weights],
    ['second-transitions', second.transitions],
    ['calibration', calibration],
  ];
  return writeModelFile({
    header: {
      hidden: network.shape.hidden,
      memory: network.shape.memory,
      dimensions: baseOptions.dimensions,
      levels,
      featureScale: scale,
    },
    arrays: new Map(arrays),
  });
}

function heaviest(
  weights: Float32Array,
  hashes: readonly number[],
): { hashes: Uint32Array; values: Int8Array; scale: number } {
  const most = Float32Array.from(hashes, (_, feature) => {
    let largest = 0;
    for (let y = 0; y < labelCount; y += 1)
      largest = Math.max(largest, Math.abs(weights[feature * labelCount + y] as number));
    return largest;
  });
  const sorted = most.toSorted((a, b) => b - a);
  const least = sorted[shippedFeatures] ?? 0;
  // The few largest weights are cut, so that the steps of all others are finer.
  const scale = (sorted[Math.floor(hashes.length * 0.00004)] ?? 1) / 127;
  const features = [...hashes.keys()].filter((feature) => (most[feature] as number) > least);
  const values = new Int8Array(features.length * labelCount);
  for (const [row, feature] of features.entries())
    for (let y = 0; y < labelCount; y += 1) {
      const value = Math.round((weights[feature * labelCount + y] as number) / scale);
      values[row * labelCount + y] = Math.max(-127, Math.min(127, value));
    }
  return {
    hashes: Uint32Array.from(features, (feature) => hashes[feature] ?? 0),
    values,
    scale,
  };
}
