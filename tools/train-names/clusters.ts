import { createRandom } from './random.ts';

/**
 * Spherical k-means, `rows` vectors of length 1. Returns each row's group and the groups' centres. The commonest words
 * come first in the vectors, so the first `count` rows make good first centres.
 */
export function clusterRows(
  vectors: Float32Array,
  dimensions: number,
  count: number,
  passes: number,
  seed: number,
): { groups: Int32Array; centres: Float32Array } {
  const rows = vectors.length / dimensions;
  const random = createRandom(seed);
  const centres = new Float32Array(count * dimensions);
  const first = Int32Array.from({ length: Math.min(rows, count * 4) }, (_, row) => row);
  random.shuffle(first);
  for (let group = 0; group < count; group += 1) {
    const from = (first[group] ?? group) * dimensions;
    centres.set(vectors.subarray(from, from + dimensions), group * dimensions);
  }
  const groups = new Int32Array(rows);
  for (let pass = 0; pass < passes; pass += 1) {
    assign(vectors, centres, dimensions, groups);
    if (pass < passes - 1) recentre(vectors, groups, dimensions, centres);
  }
  return { groups, centres };
}

function assign(
  vectors: Float32Array,
  centres: Float32Array,
  dimensions: number,
  groups: Int32Array,
): void {
  const count = centres.length / dimensions;
  for (let row = 0; row < groups.length; row += 1) {
    const from = row * dimensions;
    let best = -Infinity;
    for (let group = 0; group < count; group += 1) {
      const to = group * dimensions;
      let sum = 0;
      for (let k = 0; k < dimensions; k += 1)
        sum += (vectors[from + k] as number) * (centres[to + k] as number);
      if (sum > best) {
        best = sum;
        groups[row] = group;
      }
    }
  }
}

function recentre(
  vectors: Float32Array,
  groups: Int32Array,
  dimensions: number,
  centres: Float32Array,
): void {
  const sums = new Float64Array(centres.length);
  for (let row = 0; row < groups.length; row += 1) {
    const to = (groups[row] as number) * dimensions;
    for (let k = 0; k < dimensions; k += 1)
      sums[to + k] = (sums[to + k] as number) + (vectors[row * dimensions + k] as number);
  }
  for (let to = 0; to < sums.length; to += dimensions) {
    let length = 0;
    for (let k = 0; k < dimensions; k += 1) length += (sums[to + k] as number) ** 2;
    // A group that lost all its rows keeps its centre.
    if (length === 0) continue;
    for (let k = 0; k < dimensions; k += 1)
      centres[to + k] = (sums[to + k] as number) / Math.sqrt(length);
  }
}
